"""Search as one types finds what was meant, the best first."""

from __future__ import annotations

import itertools
from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists import search
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.search import FEW, Search
from copytaster.desk.words.rows import View
from desk.making import article, file_articles, parsed

TITLES = [
    "Harbour fire kills two",
    "Fire crews leave the harbour",
    "Council approves budget",
    "Zelenskyy visits the harbour works",
    "Budget night: what we know",
    "Décolletage factory to close",
]


@pytest.fixture
def lists(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> Lists:
    fields = [{"source": "Norwire"}, {"slug": "QUAY-NINE"}, {}, {}, {}, {}]
    file_articles(writer, [article(t, **f) for t, f in zip(TITLES, fields, strict=True)])
    return Lists(catalogue)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("harbour fire", [1, 2]),
        ("fire harbour", [1, 2]),
        ("harbor", [1, 2, 4]),
        ("budgte", [3, 5]),
        ("h", [1, 2, 4]),
        ("zelensky", [4]),
        ("norwire", [1]),
        ("quay nine", [2]),
        ("decolletage", [6]),
        ("budget coun", [3]),
        ("nothing like it", []),
    ],
)
def test_what_was_typed_is_found(lists: Lists, typed: str, numbers: list[int]) -> None:
    assert sorted(lists.order(View(search=typed))) == numbers


def test_the_best_comes_first(lists: Lists) -> None:
    assert lists.order(View(search="harbour fire kills"))[0] == 1
    assert lists.order(View(search="budget night"))[0] == 5


def test_nothing_but_spaces_and_signs_leaves_the_list_as_it_is(lists: Lists) -> None:
    assert lists.order(View(search="  ")) == lists.order(View())
    assert lists.order(View(search=" … ")) == lists.order(View())


def test_a_search_keeps_to_the_filter(lists: Lists) -> None:
    assert list(lists.order(View(query="source:norwire", search="harbour"))) == [1]


def test_every_letter_more_finds_no_more(lists: Lists) -> None:
    found = [set(lists.order(View(search="harb"[:n]))) for n in range(1, 5)]
    assert all(more <= fewer for fewer, more in itertools.pairwise(found))


def test_words_that_came_since_are_known_to_the_next_search(
    lists: Lists, writer: CatalogueWriter
) -> None:
    assert lists.order(View(search="volcanoe")) == array("q")
    writer.file([parsed("/wire/new", [entry_of(article("Volcano awakes"), 0)])])
    assert len(lists.order(View(search="volcanoe"))) == 1


def test_words_of_very_many_that_came_since_are_known_too(
    lists: Lists, writer: CatalogueWriter
) -> None:
    assert lists.order(View(search="volcanoe")) == array("q")
    many = [entry_of(article(f"Volcano {number} awakes"), number) for number in range(FEW + 1)]
    writer.file([parsed("/wire/new", many)])
    assert len(lists.order(View(search="volcanoe"))) == FEW + 1


def test_a_near_name_can_be_asked_for_in_a_query(lists: Lists) -> None:
    assert list(lists.order(View(query='near:"zelenski" not budget'))) == [4]
    assert list(lists.order(View(query='near:"…"'))) == []


def test_words_loaded_a_little_at_a_time_are_all_words(
    catalogue: Catalogue, lists: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "AT_A_TIME", 3)
    loaded = Search(catalogue)
    turns = sum(1 for _ in loaded.load_words())
    assert loaded._words == loaded._all_words()
    assert turns == -(-len(loaded._words) // 3)
    assert list(loaded.load_words()) == []
    assert loaded.near("zelensky") == [4]


def test_a_near_name_is_sought_once_until_something_comes(
    lists: Lists, catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    sought: list[str] = []
    catalogue.connection.set_trace_callback(
        lambda sql: sought.append(sql) if "FROM heads WHERE" in sql else None
    )
    for _ in range(2):
        assert lists.complaint("near:zelensky") is None
        assert lists.order(View("near:zelensky")) == array("q", [4])
    assert len(sought) == 1
    writer.file([parsed("/wire/later.txt", [entry_of(article("Zelensky to visit"), 0)])])
    assert len(lists.order(View("near:zelensky"))) == 2


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=20))
def test_anything_can_be_typed(lists: Lists, typed: str) -> None:
    assert len(lists.order(View(search=typed))) <= len(TITLES)
