from __future__ import annotations

import pytest

from wire.boilerplate.reading import STORY, kept, rule_name, story


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Advertisement",
        "Advertisement · Scroll to continue",
        "Anzeige",
        "Publicité",
        "Publicidad",
        "Pubblicità",
        "Reklama",
        "Реклама",
    ],
)
def test_labels_are_folded(line: str) -> None:
    assert rule_name(line) == "advertisement"


@pytest.mark.parametrize(
    "line",
    [
        "Story continues below advertisement",
        "Article continues after advertisement",
        "Tekst gaat verder onder de advertentie",
        "Advertisement Continue reading the main story",
    ],
)
def test_the_story_going_on_after_one_is_folded(line: str) -> None:
    assert rule_name(line) == "advertisement"


@pytest.mark.parametrize(
    "line",
    [
        "Advertising revenue rose by a tenth.",
        "The advertisement was withdrawn after an hour.",
        "The story continues to divide the village, its priest said.",
    ],
)
def test_a_sentence_about_advertising_is_body(line: str) -> None:
    assert rule_name(line) is None


def test_the_sentences_around_a_label_stay() -> None:
    assert kept(story("ADVERTISEMENT")) == list(STORY)
