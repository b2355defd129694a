from __future__ import annotations

from copytaster.wire.article import Role
from copytaster.wire.lines.lines import classify
from wire.boilerplate.reading import STORY, folded, kept, story, story_then

CARDS = ("Grain silo sold", "3 hours ago", "Church bell found", "5 hours ago")


def test_after_a_share_button_behind_the_story_open_lines_and_ages_are_links() -> None:
    assert kept(story_then("Share this article", *CARDS)) == list(STORY)


def test_a_section_over_an_age_in_mid_story_is_the_foot_of_a_link() -> None:
    assert kept(story("Politics", "22 hours ago")) == list(STORY)


def test_a_label_of_an_advertisement_does_not_end_the_story() -> None:
    winners = ("First: Ada Moss", "Second: Bo Lind", "Third: Cy Oak")
    assert kept(story_then("ADVERTISEMENT", *winners)) == [*STORY, *winners]


def test_a_last_sentence_behind_a_button_is_kept() -> None:
    last = "The bridge will be lit at night for as long as the pier is closed."
    blocks = classify(story_then("Share", last, "Comments")).blocks
    found = next(block for block in blocks if block.text == last)
    assert found.role is Role.BODY


def test_a_list_in_the_first_third_does_not_run_to_the_end() -> None:
    text = "\n\n".join(("Most read", "Grain silo sold", *STORY))
    assert kept(text)[-4:] == list(STORY)


def test_a_story_that_goes_on_after_a_list_is_whole() -> None:
    text = story("Related", "Grain silo sold", "Church bell found by two boys")
    assert [line for line in kept(text) if line in STORY] == list(STORY)
    assert "Grain silo sold" in folded(classify(text))
