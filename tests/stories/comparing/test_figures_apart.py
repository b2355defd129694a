"""Figures of which each article has one of the kind, wherever it stands."""

from __future__ import annotations

from copytaster.stories.comparing.figures_apart import only_ones
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.telling import tell

OURS = "Some 1,100 houses near the old bridge were under water."
THEIRS = "Near the old bridge the water reached the roofs of 1,600 homes."
COPY = "The town has sold 1,300 homes to people from the capital since spring."
BRIDGE = "The old bridge was built in 1926 and has eleven arches."


def found(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[tuple[str, str]]:
    own, other = (Side.of(tell(sentences), "en") for sentences in (ours, theirs))
    return [(a.text, b.text) for _, a, _, b in only_ones(own, other)]


def test_a_count_that_each_article_has_once_is_held_against_the_other() -> None:
    assert found((OURS,), (THEIRS,)) == [("Some 1,100", "1,600")]
    assert found((OURS, BRIDGE), (BRIDGE, THEIRS)) == [("Some 1,100", "1,600")]


def test_of_a_kind_that_both_count_in_one_sentence_too_neither_has_one_alone() -> None:
    assert found((OURS, COPY), (COPY, THEIRS)) == []


def test_what_both_print_is_no_difference() -> None:
    assert found((OURS,), (OURS,)) == []
