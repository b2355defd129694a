from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.index.agreement import agreed, cosines_among
from copytaster.stories.index.calibrate import MIDDLE, calibrated, uncrowded
from copytaster.stories.index.postings import FEWEST_COMMON, QUERY_TERMS, Postings
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.vectors import vectors_of
from copytaster.stories.index.weights import Weighed, weighed
from stories.newsroom import crowd, desk_copy


def unit_vectors() -> Weighed:
    vectors = vectors_of([(d.title, d.text) for d in [*desk_copy(), *crowd(8)]])
    return weighed(vectors, Rarity.counted(vectors).of(vectors.terms))


def test_postings_give_the_cosines_of_all_articles() -> None:
    unit = unit_vectors()
    postings = Postings.of(unit)
    expected = cosines_among(unit)
    for row in range(len(expected)):
        assert postings.scores(*unit.row(row)) == pytest.approx(expected[row], abs=2e-3)


def test_an_article_is_itself() -> None:
    cosines = cosines_among(unit_vectors())
    assert cosines.diagonal() == pytest.approx(np.ones(len(cosines)), abs=1e-4)


def test_postings_of_nothing_answer_nothing() -> None:
    terms, weights = np.array([7], np.uint32), np.ones(1, np.float32)
    assert len(Postings.none().scores(terms, weights)) == 0
    unit = unit_vectors()
    assert not Postings.of(unit).scores(np.zeros(0, np.uint32), np.zeros(0, np.float32)).any()


def test_unknown_terms_are_passed_over() -> None:
    postings = Postings.of(unit_vectors())
    unknown = np.setdiff1d(np.arange(1, 50, dtype=np.uint32), postings.terms)
    assert not postings.scores(unknown, np.ones(len(unknown), np.float32)).any()


def test_a_term_that_an_article_has_twice_counts_twice() -> None:
    twice = Weighed(
        np.array([0, 2, 3]), np.array([5, 5, 5], np.uint32), np.array([0.5, 0.25, 1], np.float32)
    )
    scores = Postings.of(twice).scores(np.array([5], np.uint32), np.ones(1, np.float32))
    assert scores.tolist() == [0.75, 1.0]


def test_only_the_heaviest_terms_of_a_query_are_looked_up() -> None:
    count = QUERY_TERMS + 10
    terms = np.arange(count, dtype=np.uint32)
    unit = Weighed(np.array([0, count]), terms, np.ones(count, np.float32))
    weights = np.linspace(1.0, 0.1, count).astype(np.float32)
    assert Postings.of(unit).scores(terms, weights)[0] == pytest.approx(
        weights[:QUERY_TERMS].sum(), rel=1e-3
    )


def test_terms_that_a_large_part_has_are_not_looked_up() -> None:
    rows = FEWEST_COMMON + 1
    common = Weighed(np.arange(rows + 1), np.full(rows, 3, np.uint32), np.ones(rows, np.float32))
    assert not Postings.of(common).scores(np.array([3], np.uint32), np.ones(1, np.float32)).any()


def test_crowding_is_taken_off_both_sides() -> None:
    scores = np.full((2, 2), 0.5, np.float32)
    less = uncrowded(scores, np.array([0.2, 0.4], np.float32))
    assert less[0, 1] == less[1, 0] == pytest.approx(0.2)


@given(st.lists(st.floats(-1, 1, width=32), min_size=2, max_size=10))
def test_calibrated_scores_keep_their_order_and_lie_between_0_and_1(raw: list[float]) -> None:
    scores = calibrated(np.sort(np.array(raw, np.float32)))
    assert (np.diff(scores) >= 0).all()
    assert ((scores >= 0) & (scores <= 1)).all()


def test_the_middle_is_as_likely_as_not() -> None:
    assert calibrated(np.array([MIDDLE], np.float32))[0] == pytest.approx(0.5)


def likeness_of_three(first: float, second: float, between: float) -> np.ndarray:
    return np.array([[0, first, second], [first, 0, between], [second, between, 0]], np.float32)


def test_a_sure_relative_speaks_for_its_other_relatives() -> None:
    alone = agreed(likeness_of_three(0.5, 0.1, 0.0))
    backed = agreed(likeness_of_three(0.5, 0.1, 0.5))
    assert backed[2] > alone[2]


def test_unsure_neighbours_have_no_voice() -> None:
    likeness = likeness_of_three(0.1, 0.15, 0.1)
    assert agreed(likeness)[1:] == pytest.approx(likeness[0, 1:])


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1, width=32), min_size=3, max_size=3))
def test_agreement_does_not_look_at_the_diagonal(scores: list[float]) -> None:
    likeness = likeness_of_three(*scores)
    marked = likeness + np.eye(3, dtype=np.float32)
    assert agreed(marked) == pytest.approx(agreed(likeness))
