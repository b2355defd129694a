from __future__ import annotations

import pytest

from wire.boilerplate.reading import STORY, kept, rule_name, story


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry pier closed for nine days",
        "WATCH: How the old bridge was built",
        "Lire aussi : Le bac ferme neuf jours",
        "Lesen Sie auch: Die Brücke wird gesperrt",
        "SEE ALSO: The bus timetable for October",
        "Click here to read the full report",
    ],
)
def test_a_label_before_a_headline_makes_a_link(line: str) -> None:
    assert rule_name(line) == "inline link"


@pytest.mark.parametrize(
    "line",
    [
        "RelatedHarbour News - Ferry pier closed for nine days",
        "Related Coverage Bridge tolls suspended for October",
        "Read moreFerry pier closed for nine days",
    ],
)
def test_a_label_glued_to_its_headline_makes_a_link(line: str) -> None:
    assert rule_name(line) == "inline link"


@pytest.mark.parametrize(
    "line",
    [
        "Ferry pier closed for nine days Read more",
        "Ferry pier closed for nine days, article with image",
        "Ferry pier closed for nine days Listen · 3:05",
    ],
)
def test_a_label_after_the_headline_makes_a_link(line: str) -> None:
    assert rule_name(line) == "inline link"


@pytest.mark.parametrize(
    "line",
    [
        "Die Brücke ist alt und soll nun doch gesperrt werden. mehr",
    ],
)
def test_a_teaser_that_ends_in_a_dangling_more_is_a_link(line: str) -> None:
    assert rule_name(line) == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "Related companies said they would follow.",
        "Students should read more.",
        "He listened more than he talked.",
        "Read my lips, the mayor said.",
        "The pier on Monday, a day before it was closed for nine days. More",
    ],
)
def test_a_sentence_with_the_same_words_is_body(line: str) -> None:
    assert rule_name(line) is None


def test_a_teaser_takes_the_headline_and_the_date_above_it_along() -> None:
    text = story(
        "Analyse 11.04.2026", "Die Brücke bleibt zu", "Sie ist alt und wird nun doch gesperrt. mehr"
    )
    assert kept(text) == list(STORY)
