from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.index.document import Document
from copytaster.stories.index.index import Index
from copytaster.stories.index.outlook import CROWD_FROM, CROWD_TO, Outlook
from copytaster.stories.index.surroundings import Surroundings
from copytaster.stories.index.vectors import vectors_of
from stories.newsroom import FERRY_TEXT, MONDAY, crowd, desk_copy, document


def index_of(documents: list[Document], *, batch: int = 1_000, settle: bool = True) -> Index:
    index = Index()
    for first in range(0, len(documents), batch):
        index.add(documents[first : first + batch])
    if settle:
        index.settle()
    return index


def scores_from(index: Index, key: str) -> dict[str, float]:
    row = index.rows[key]
    scores = index.nearby(index.cosines(index.vectors([row])), index.day(row))
    return {other: round(float(scores[place]), 4) for other, place in index.rows.items()}


def test_another_telling_is_nearer_than_strangers() -> None:
    scores = scores_from(index_of([*desk_copy(), *crowd(40)]), "ferry")
    assert scores["retold"] > 0.15
    assert max(score for key, score in scores.items() if key not in ("ferry", "retold")) < 0.05


@settings(max_examples=15, deadline=None)
@given(st.permutations([*desk_copy(), *crowd(12)]), st.integers(1, 20))
def test_the_order_of_arrival_cannot_be_seen(arrived: list[Document], batch: int) -> None:
    expected = scores_from(index_of([*desk_copy(), *crowd(12)]), "ferry")
    assert scores_from(index_of(arrived, batch=batch), "ferry") == expected


def test_an_article_is_found_as_soon_as_it_is_added() -> None:
    index = index_of(crowd(30))
    first, second = desk_copy()[:2]
    index.add([first])
    index.add([second])
    assert scores_from(index, "ferry")["retold"] > 0.1


def test_a_removed_article_is_never_found_again() -> None:
    index = index_of([*desk_copy(), *crowd(10)])
    index.remove(["retold", "nobody"])
    row = index.rows["ferry"]
    assert "retold" not in index.rows
    assert (index.cosines(index.vectors([row])) < 0).sum() == 1
    index.settle()
    assert "retold" not in index.keys
    assert scores_from(index, "ferry") == scores_from(
        index_of([d for d in [*desk_copy(), *crowd(10)] if d.key != "retold"]), "ferry"
    )


def test_a_new_version_takes_the_place_of_the_old_one() -> None:
    index = index_of([*desk_copy(), *crowd(10)])
    index.add([document("vote", "Ferry", FERRY_TEXT)])
    index.settle()
    assert len(index) == 14
    assert scores_from(index, "ferry")["vote"] > 0.5


def test_of_two_versions_in_one_batch_the_last_counts() -> None:
    index = index_of([document("one", "Old"), document("one", "Ferry", FERRY_TEXT), *desk_copy()])
    assert scores_from(index, "ferry")["one"] > 0.5


def test_adding_nothing_changes_nothing() -> None:
    index = index_of(desk_copy())
    index.add([])
    assert index.settled
    assert len(index) == 4


def test_settling_twice_is_settling_once() -> None:
    index = index_of(desk_copy())
    before = index.segments[0].postings
    assert index.settle().tolist() == [0, 1, 2, 3]
    assert index.segments[0].postings is before


def test_many_small_batches_end_in_few_segments() -> None:
    index = index_of(crowd(64), batch=1, settle=False)
    scores_from(index, "stranger-5")
    assert len(index.segments) <= 7


def test_an_empty_index_answers_nothing() -> None:
    index = Index()
    index.settle()
    assert len(index.cosines(vectors_of([("", FERRY_TEXT)]))) == 0
    assert len(index) == 0


def test_articles_without_a_word_relate_to_nothing() -> None:
    scores = scores_from(
        index_of([document("empty"), document("blank", "", " "), *desk_copy()]), "empty"
    )
    assert set(scores.values()) == {0.0}


def test_days_apart_make_articles_less_alike() -> None:
    first, second = desk_copy()[:2]
    later = dataclasses.replace(second, day=MONDAY + 30)
    near = scores_from(index_of([first, second, *crowd(20)]), "ferry")["retold"]
    far = scores_from(index_of([first, later, *crowd(20)]), "ferry")["retold"]
    assert far < near / 3


def test_scores_among_a_few_are_those_of_the_search() -> None:
    index = index_of([*desk_copy(), *crowd(20)])
    row = index.rows["ferry"]
    rows = np.arange(6)
    among = index.among(index.vectors([row]), index.day(row), rows)
    searched = index.nearby(index.cosines(index.vectors([row])), index.day(row))
    assert among[0, 1:] == pytest.approx(searched[rows], abs=2e-3)
    assert among == pytest.approx(among.T, abs=1e-5)


def test_an_outlook_is_best_first_and_ties_go_by_key() -> None:
    outlook = Outlook.of(
        np.array([0.5, 0.9, 0.5, 0.0, -1.0], np.float32), ["c", "d", "a", "b", "e"]
    )
    assert outlook.rows.tolist() == [1, 2, 0]


def test_crowding_is_the_mean_of_the_middle_ranks() -> None:
    scores = np.concatenate([np.full(CROWD_FROM, 0.9), np.full(200, 0.2)]).astype(np.float32)
    outlook = Outlook.of(scores, [str(number) for number in range(len(scores))])
    assert outlook.crowding == pytest.approx(0.2, abs=1e-4)
    assert len(outlook.rows) == CROWD_TO


def test_among_few_articles_nothing_is_crowded() -> None:
    assert (
        Outlook.of(np.full(CROWD_FROM, 0.9, np.float32), list("abcdefghijklmnopqrst")).crowding == 0
    )


def around_of(index: Index) -> Surroundings:
    """What lies around all articles of an index."""
    around = Surroundings()
    around.grow(len(index.keys))
    around.measure(index, range(len(index.keys)))
    return around


def test_surroundings_are_measured_once_and_follow_the_rows() -> None:
    index = index_of([*desk_copy(), *crowd(10)])
    around = around_of(index)
    assert around.stale(index) == []
    assert index.keys[around.nearest[index.rows["ferry"], 0]] == "retold"
    index.remove(["vote"])
    around.keep(index.settle())
    assert index.keys[around.nearest[index.rows["ferry"], 0]] == "retold"


def test_what_was_measured_before_the_index_settled_is_measured_again() -> None:
    index = index_of([*desk_copy(), *crowd(10)], settle=False)
    around = around_of(index)
    around.keep(index.settle())
    assert len(around.stale(index)) == 14


def test_a_newcomer_is_entered_among_the_neighbours_of_those_it_comes_near() -> None:
    ferry, retold, *others = [*desk_copy(), *crowd(70)]
    index = index_of([ferry, *others])
    around = around_of(index)
    around.moved[:] = False
    index.add([retold])
    around.grow(len(index.keys))
    around.measure(index, [index.rows["retold"]])
    assert index.keys[around.nearest[index.rows["ferry"], 0]] == "retold"
    assert around.moved[index.rows["ferry"]]
    assert not around.moved[index.rows["stranger-3"]]
