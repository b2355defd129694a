from __future__ import annotations

import pytest

from copytaster.wire.article import Block, Role
from copytaster.wire.lines.lines import classify
from copytaster.wire.lines.unheaded import is_doubled
from copytaster.wire.shapes import shape_of
from wire.boilerplate.reading import STORY, folded, story, story_then

HEADLINES = ("Grain silo to become a concert hall", "Two held over stolen church bell")


def block_of(text: str, line: str) -> Block:
    return next(block for block in classify(text).blocks if block.text == line)


def test_headlines_under_each_other_amid_prose_are_links() -> None:
    assert folded(classify(story("\n".join(HEADLINES)))) == list(HEADLINES)


def test_the_short_line_after_them_stays_for_it_may_be_a_subhead() -> None:
    assert folded(classify(story(*HEADLINES, "A winter to forget"))) == list(HEADLINES)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The city said that it would:",
            "Close the pier for nine days in May",
            "Pay for buses over the bridge",
        ),
        ("- Close the pier for nine days in May", "- Pay for buses over the bridge"),
        ("Armed: Guards walk on the pier at dawn", "Search: A diver climbs from the water"),
        ("A pier that nobody has seen since 1987", "The ferry that was sold for scrap"),
        ("Oper net 508,000 vs 3,450,000 in 1986", "Revs 296.7 mln vs 298.0 mln in 1986"),
        ("The pier is gone! — Ada Moss (@adamoss)", "Told you so — Bo Lind (@bolind) May 3"),
        (
            "What is the harbour company?",
            "Founded in 1948 by the city",
            "Owner of five piers since 1970",
            "Employer of two hundred people",
        ),
        ("Is the pier safe to walk on?", "Who will pay for the repairs?"),
    ],
)
def test_bullets_captions_tables_posts_and_questions_are_not(lines: tuple[str, ...]) -> None:
    assert folded(classify(story(*lines))) == []


def test_hard_wrapped_copy_has_no_links() -> None:
    text = (
        "The pier will be closed for nine days from Monday because\n"
        "its piles are old and nobody has looked at them.\n\n"
        "Grain silo to become a concert hall\n\nTwo held over stolen church bell\n\n"
        "The ferries will run from the southern quay, but only in\nthe morning.\n"
    )
    assert folded(classify(text)) == []


def test_tags_of_the_story_at_its_end_are_links() -> None:
    parsed = classify(story_then("Ferry company\nNorthern pier\nOld bridge"))
    assert folded(parsed) == ["Ferry company", "Northern pier", "Old bridge"]


def test_prize_winners_at_the_end_are_only_doubted() -> None:
    text = story_then("Ada Moss", "Bo Lind", "Cy Oak", "Di Reed")
    assert folded(classify(text)) == []
    assert block_of(text, "Cy Oak").suspect
    assert block_of(text, "Cy Oak").reason


def test_a_line_that_a_list_of_links_repeats_is_a_link() -> None:
    text = "\n\n".join((*STORY[:2], HEADLINES[0], *STORY[2:], "Most read", *HEADLINES))
    assert folded(classify(text)).count(HEADLINES[0]) == 2


def test_a_label_run_into_its_headline_is_a_link() -> None:
    line = "Dress code:Court strikes down rule on robes"
    assert block_of(story(line), line).role is Role.LINK


def test_a_headline_in_capitals_is_a_link_amid_mixed_case() -> None:
    line = "HARBOUR COMPANY VOWS TO MEND PIER BEFORE WINTER"
    assert block_of(story(line), line).role is Role.LINK


def test_a_short_line_in_capitals_is_only_doubted() -> None:
    line = "A WINTER TO FORGET"
    block = block_of(story(line), line)
    assert not block.role.folded
    assert block.suspect


def test_a_subhead_in_two_capitals_is_neither() -> None:
    block = block_of(story("UP NEXT"), "UP NEXT")
    assert (block.role, block.suspect) == (Role.SUBHEAD, False)


def test_a_headline_that_stands_twice_in_its_line_is_a_teaser() -> None:
    assert is_doubled(
        shape_of("Politics Old Pier Closes For Nine Days Old Pier Closes For Nine Days 3:06")
    )


def test_a_refrain_is_no_teaser() -> None:
    assert not is_doubled(shape_of("LONG SHRT LONG SHRT LONG SHRT LONG SHRT"))
    assert not is_doubled(shape_of("What do we want and when do we want it"))
