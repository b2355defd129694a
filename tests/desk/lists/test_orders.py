"""A view is answered with an order, and an order can be brought up to date."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.desk.catalogue.catalogue import Catalogue, open_catalogue
from copytaster.desk.catalogue.entries import Entry, entry_of, key_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.orders import MERGED_AT_MOST, save_orders
from copytaster.desk.words.rows import Sort, Verdict, View
from desk.making import article, file_articles, item, parsed, taught


def titles(catalogue: Catalogue, order: array[int]) -> list[str]:
    named = dict(catalogue.connection.execute("SELECT number, title FROM articles"))
    return [named[number] for number in order]


@pytest.fixture
def filed(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> Catalogue:
    """Four articles: two days, three sources, one urgent, and one that has neither."""
    file_articles(
        writer,
        [
            article("banana", date="2026-09-14", source="TTA", urgency=5),
            article("Apple", date="2026-09-15", source="norwire", urgency=2),
            article("cherry", date="2026-09-14", source="Ärzteblatt", urgency=6),
            article("apricot"),
        ],
    )
    return catalogue


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.NEWEST, ["Apple", "cherry", "banana", "apricot"]),
        (Sort.OLDEST, ["apricot", "banana", "cherry", "Apple"]),
        (Sort.URGENT, ["Apple", "banana", "apricot", "cherry"]),
        (Sort.SOURCE, ["Apple", "banana", "cherry", "apricot"]),
        (Sort.TITLE, ["Apple", "apricot", "banana", "cherry"]),
    ],
)
def test_each_sort_has_its_order(filed: Catalogue, sort: Sort, expected: list[str]) -> None:
    assert titles(filed, Lists(filed).order(View(sort=sort))) == expected


def test_of_one_moment_the_file_that_came_last_is_newest(filed: Catalogue) -> None:
    assert titles(filed, Lists(filed).order(View(query="date:2026-09-14"))) == ["cherry", "banana"]


def test_articles_of_one_file_stand_as_in_the_file(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    writer.file(
        [parsed("/wire/many", [entry_of(article(name), n) for n, name in enumerate("cab")])]
    )
    assert titles(catalogue, Lists(catalogue).order(View())) == ["c", "a", "b"]


def test_a_wrong_query_shows_nothing_and_is_complained_about(filed: Catalogue) -> None:
    lists = Lists(filed)
    assert lists.order(View(query="is:nonsense")) == array("q")
    assert lists.complaint("is:nonsense")
    assert lists.complaint("is:unread") is None


def test_a_row_stays_in_a_list_that_it_no_longer_meets_until_that_is_asked_for_again(
    filed: Catalogue, deeds: Deeds
) -> None:
    lists = Lists(filed)
    unread = View(query="is:unread")
    order = lists.order(unread)
    deeds.mark_read([item(key_of("banana"))], read=True, by_hand=True)
    assert lists.merge(unread, order) == order
    assert len(lists.order(unread)) == len(order) - 1


def test_merging_leaves_the_order_that_it_was_given_as_it_was(
    filed: Catalogue, writer: CatalogueWriter
) -> None:
    lists = Lists(filed)
    order = lists.order(View())
    before = array("q", order)
    writer.file([parsed("/wire/new", [entry_of(article("new", date="2026-09-16"), 0)])])
    merged = lists.merge(View(), order)
    assert order == before
    assert titles(filed, merged)[0] == "new"


def test_an_order_of_a_view_that_was_never_asked_for_is_made_afresh(filed: Catalogue) -> None:
    assert Lists(filed).merge(View(), array("q", [99])) == Lists(filed).order(View())


def test_a_kept_order_is_brought_up_to_date(filed: Catalogue, writer: CatalogueWriter) -> None:
    fresh = Lists(filed).order(View())
    save_orders(filed)
    assert Lists(filed).order(View()) == fresh
    writer.file([parsed("/wire/new", [entry_of(article("new", date="2026-09-16"), 0)])])
    writer.remove([b"/wire/1.txt"])
    assert titles(filed, Lists(filed).order(View())) == ["new", "Apple", "cherry", "apricot"]


def test_an_order_that_was_kept_is_taken_instead_of_sorting(filed: Catalogue) -> None:
    save_orders(filed)
    kept = array("q", [3, 1]).tobytes()
    filed.connection.execute("UPDATE orders SET numbers = ?", (kept,))
    assert [list(Lists(filed).order(View(sort=sort))) for sort in Sort] == [[3, 1]] * len(Sort)


def test_orders_are_kept_anew_only_after_many_changes(
    filed: Catalogue, writer: CatalogueWriter
) -> None:
    save_orders(filed)
    kept = filed.connection.execute("SELECT * FROM orders").fetchall()
    writer.file([parsed("/wire/new", [entry_of(article("new", date="2026-09-16"), 0)])])
    save_orders(filed)
    assert filed.connection.execute("SELECT * FROM orders").fetchall() == kept
    many = [entry_of(article(f"new {n}"), n) for n in range(MERGED_AT_MOST)]
    writer.file([parsed("/wire/many", many)])
    save_orders(filed)
    assert filed.connection.execute("SELECT * FROM orders").fetchall() != kept


def test_very_many_new_rows_are_merged_too(filed: Catalogue, writer: CatalogueWriter) -> None:
    lists = Lists(filed)
    order = lists.order(View())
    many = [entry_of(article(f"new {n}"), n) for n in range(MERGED_AT_MOST + 1)]
    writer.file([parsed("/wire/many", many)])
    assert lists.merge(View(), order) == lists.order(View())


def test_a_filter_is_kept_when_rows_are_merged(
    filed: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    lists = Lists(filed)
    view = View(query="source:tta")
    order = lists.order(view)
    deeds.judge([item(key_of("banana"))], Verdict.SPIKED)
    fresh = [article("from TTA", source="TTA"), article("from Norwire", source="Norwire")]
    writer.file([parsed("/wire/new", [entry_of(each, n) for n, each in enumerate(fresh)])])
    assert titles(filed, lists.merge(view, order)) == ["banana", "from TTA"]


ENTRIES = st.builds(
    Entry,
    part=st.just(0),
    id=st.sampled_from("abcdef"),
    title=st.sampled_from(["fire", "Fire", "flood", "ärger", "𐐀", ""]),
    source=st.sampled_from([None, "TTA", "tta", "Norwire"]),
    moment=st.sampled_from([None, 0.0, 86_400.0, 1e9]),
    urgency=st.sampled_from([None, 1, 5, 8]),
)
Rounds = list[list[tuple[int, Entry | None, int]]]
DEEDS = st.lists(
    st.tuples(st.integers(0, 6), st.one_of(st.none(), ENTRIES), st.integers(0, 3)), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(
    rounds=st.lists(DEEDS, min_size=1, max_size=4),
    sort=st.sampled_from(Sort),
    query=st.sampled_from(["", "fire", "not source:tta", "urgency:..4 or is:unread title:f"]),
)
def test_what_is_merged_round_by_round_is_what_is_ordered_afresh(
    tmp_path_factory: pytest.TempPathFactory, rounds: Rounds, sort: Sort, query: str
) -> None:
    folder: Path = tmp_path_factory.mktemp("catalogue")
    catalogue, _ = open_catalogue(folder / "c")
    deeds, _ = Deeds.open(folder / "s", catalogue.connection, taught(folder))
    writer, lists, view = CatalogueWriter(catalogue), Lists(catalogue), View(query, sort=sort)
    order = lists.order(view)
    for files in rounds:
        for file, entry, modified in files:
            path = f"/wire/{file}"
            if entry is None:
                writer.remove([path.encode()])
            else:
                writer.file([parsed(path, [entry], modified=modified)])
        order = lists.merge(view, order)
        assert order == Lists(catalogue).order(view)
    deeds.close()
    catalogue.close()
