from __future__ import annotations

import pytest

from copytaster.wire.article import Role
from copytaster.wire.lines.lines import classify
from wire.boilerplate.reading import STORY, folded, kept, rule_name, story, story_then


@pytest.mark.parametrize(
    "line",
    [
        "Explore",
        "Most read",
        "You might also like",
        "Related articles",
        "Lire aussi",
        "À découvrir également",
        "Mehr zum Thema",
        "Te puede interesar",
        "Leggi anche",
        "Lees ook",
        "Czytaj także",
        "İlgili konular",
        "Читайте также",
    ],
)
def test_headings_of_lists_are_known_in_any_language(line: str) -> None:
    assert rule_name(line) == "related links"


@pytest.mark.parametrize(
    "line",
    [
        "Hintergrund",
        "Analysis",
        "UP NEXT",
        "More than a ferry",
        "Les articles 5 et 6 du traité sont clairs.",
        "Weitere Nachrichten gab es am Montag nicht.",
        "Más en el puerto que en la ciudad.",
        "What happens next?",
    ],
)
def test_subheads_that_sound_alike_are_not_headings(line: str) -> None:
    assert rule_name(line) is None


HEADLINES = (
    "Grain silo to become a concert hall",
    "Two held over stolen church bell",
    "Rain delays the oat harvest",
)


def test_a_list_after_the_story_is_folded_to_its_end() -> None:
    parsed = classify(story_then("Explore", *HEADLINES))
    assert folded(parsed) == ["Explore", *HEADLINES]
    assert {block.reason for block in parsed.blocks if block.role.folded} == {
        "links under “Explore”"
    }


def test_a_lone_trigger_folds_only_itself() -> None:
    parsed = classify(story("Recommended"))
    assert folded(parsed) == ["Recommended"]
    assert kept(story("Recommended")) == list(STORY)


def test_the_last_short_line_before_prose_stays_for_it_may_be_a_subhead() -> None:
    parsed = classify(story("Most read", *HEADLINES[:2], "A winter to forget"))
    assert folded(parsed) == ["Most read", *HEADLINES[:2]]


def test_a_real_paragraph_ends_the_list() -> None:
    long = (
        "The pier was built in 1911 by a company that went under the year after. It has been "
        "mended twice since. Nobody has drawings of it any more, the harbour master said on "
        "Tuesday, and the divers who went down in May came up with nothing but a bicycle"
    )
    assert long in kept(story_then("Most read", HEADLINES[0], long, HEADLINES[1]))


def test_a_sign_off_amid_the_tail_is_kept() -> None:
    text = story_then("Related", HEADLINES[0], "(Reporting by Ada Moss; editing by Bo Lind)")
    assert kept(text)[-1] == "(Reporting by Ada Moss; editing by Bo Lind)"


def test_a_teaser_between_links_of_the_tail_is_folded_with_them() -> None:
    teaser = "Builders found a cellar that is on no plan of the old port."
    parsed = classify(story_then("Most read", *HEADLINES, teaser, "Ferries to run by night"))
    assert teaser in folded(parsed)


def test_more_as_the_last_line_says_that_a_take_will_follow() -> None:
    assert classify(story_then("MORE")).blocks[-1].role is Role.SIGNOFF


def test_more_between_two_takes_of_hard_wrapped_copy_is_no_heading() -> None:
    text = (
        "The pier will be closed for nine days from Monday because\n"
        "its piles are old and nobody has looked at them.\n"
        "MORE\n\n"
        "The ferries will run from the southern quay, but only in the\n"
        "morning and when the wind is not from the west.\n"
    )
    assert classify(text).blocks[1].role is Role.SIGNOFF
