"""Filters by state find what SQL finds, whatever was decided meanwhile and by whom."""

from __future__ import annotations

import sqlite3
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.desk.catalogue.catalogue import Catalogue, open_catalogue
from copytaster.desk.catalogue.entries import entry_of, key_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.orders import ordered
from copytaster.desk.query.language import Complaint
from copytaster.desk.query.sql import condition_of
from copytaster.desk.words.rows import Sort, Verdict, View
from desk.making import article, file_articles, item, parsed, taught

TITLES = "abcdef"


def listed(lists: Lists, query: str) -> list[int]:
    return sorted(lists.order(View(query=query)))


def by_sql(catalogue: Catalogue, query: str, sort: Sort = Sort.NEWEST) -> array[int]:
    """The rows that the database itself finds, without the states."""
    condition = condition_of(query)
    assert not isinstance(condition, Complaint)
    return ordered(catalogue.connection, condition, sort)


@pytest.fixture
def lists(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> Lists:
    """Six articles, of which nothing was decided and everything was listed once."""
    file_articles(writer, [article(title, source="TTA") for title in TITLES])
    found = Lists(catalogue)
    assert listed(found, "is:unread") == [1, 2, 3, 4, 5, 6]
    return found


def test_a_deed_shows_in_the_next_list(lists: Lists, deeds: Deeds) -> None:
    deeds.judge([item(key_of("b"))], Verdict.SPIKED)
    deeds.mark_read([item(key_of("c"))], read=True, by_hand=False)
    assert listed(lists, "is:spiked") == [2]
    assert listed(lists, "is:unread is:open") == [1, 4, 5, 6]
    deeds.undo()
    assert listed(lists, "is:spiked") == []
    assert listed(lists, "is:read") == [3]
    deeds.redo()
    assert listed(lists, "is:spiked") == [2]


def test_a_tag_and_a_flag_are_states_too(lists: Lists, deeds: Deeds) -> None:
    deeds.tag([item(key_of("a"))], {"sea": True})
    deeds.flag([item(key_of("a")), item(key_of("b"))], flagged=True)
    assert listed(lists, "is:tagged is:flagged") == [1]
    deeds.tag([item(key_of("a"))], {"sea": False})
    assert listed(lists, "is:tagged") == []
    assert listed(lists, "is:flagged") == [1, 2]


def test_what_another_process_decides_shows_too(lists: Lists, tmp_path: Path) -> None:
    elsewhere = sqlite3.connect(":memory:", isolation_level=None)
    others, _ = Deeds.open(tmp_path / "state", elsewhere, taught(tmp_path))
    elsewhere.execute("CREATE TABLE articles (number, key)")
    others.judge([item(key_of("d"))], Verdict.KEPT)
    assert listed(lists, "is:kept") == [4]
    others.close()


def test_a_new_copy_has_the_state_of_the_old_one(
    lists: Lists, writer: CatalogueWriter, deeds: Deeds
) -> None:
    deeds.judge([item(key_of("a"))], Verdict.SPIKED)
    writer.file([parsed("/wire/copy", [entry_of(article("a"), 0)])])
    assert listed(lists, "is:spiked") == [1, 7]
    assert listed(lists, "is:open") == [2, 3, 4, 5, 6]


def test_a_file_that_became_another_article_has_no_state_of_the_old_one(
    lists: Lists, writer: CatalogueWriter, deeds: Deeds
) -> None:
    deeds.judge([item(key_of("a"))], Verdict.SPIKED)
    assert listed(lists, "is:spiked") == [1]
    writer.file([parsed("/wire/1.txt", [entry_of(article("another"), 0)])])
    assert listed(lists, "is:spiked") == []
    writer.remove([b"/wire/2.txt"])
    assert listed(lists, "is:open") == [1, 3, 4, 5, 6]


def test_a_ledger_that_was_put_back_from_a_backup_is_read_again(
    lists: Lists, catalogue: Catalogue, deeds: Deeds
) -> None:
    deeds.judge([item(key_of("a"))], Verdict.SPIKED)
    assert listed(lists, "is:spiked") == [1]
    catalogue.connection.execute("DELETE FROM ledger.events")
    catalogue.connection.execute("DELETE FROM ledger.marks")
    assert listed(lists, "is:spiked") == []


def test_a_search_is_narrowed_by_state(lists: Lists, deeds: Deeds) -> None:
    deeds.judge([item(key_of("a"))], Verdict.SPIKED)
    assert list(lists.order(View(query="is:spiked", search="tta"))) == [1]


def test_whoever_changes_an_order_changes_only_their_own(lists: Lists) -> None:
    order = lists.order(View())
    order.append(99)
    assert 99 not in lists.order(View())


STATES = st.sampled_from(["unread", "read", "kept", "spiked", "open", "flagged", "tagged"])
TERMS = st.one_of(
    STATES.map("is:{}".format),
    st.sampled_from(
        ["is:urgent", "is:copy", "source:tta", "a", "title:b", "tag:sea", "words:>100", "age:<1d"]
    ),
)
QUERIES = st.recursive(
    TERMS,
    lambda part: st.one_of(
        st.builds("({} or {})".format, part, part),
        st.builds("{} {}".format, part, part),
        st.builds("not ({})".format, part),
    ),
    max_leaves=5,
)
KEYS = st.sampled_from(TITLES).map(key_of)
DEED = st.one_of(
    st.tuples(st.just("judge"), KEYS, st.sampled_from([*Verdict, None])),
    st.tuples(st.just("flag"), KEYS, st.booleans()),
    st.tuples(st.just("read"), KEYS, st.booleans()),
    st.tuples(st.just("tag"), KEYS, st.booleans()),
    st.tuples(st.sampled_from(["undo", "redo"]), KEYS, st.none()),
    st.tuples(st.just("arrive"), st.sampled_from(TITLES), st.integers(1, 8)),
    st.tuples(st.just("leave"), KEYS, st.integers(1, 8)),
)


@settings(max_examples=60, deadline=None)
@given(rounds=st.lists(st.tuples(DEED, QUERIES, st.sampled_from(Sort)), max_size=10))
def test_after_any_deeds_any_query_finds_what_sql_finds(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[tuple[tuple, str, Sort]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("states")
    catalogue, _ = open_catalogue(folder / "c")
    deeds, _ = Deeds.open(folder / "s", catalogue.connection, taught(folder))
    writer, lists = CatalogueWriter(catalogue), Lists(catalogue)
    file_articles(writer, [article(title, source="TTA") for title in TITLES])
    for deed, query, sort in rounds:
        _do(deed, deeds, writer)
        assert lists.order(View(query=query, sort=sort)) == by_sql(catalogue, query, sort)
    deeds.close()
    catalogue.close()


def _do(deed: tuple, deeds: Deeds, writer: CatalogueWriter) -> None:
    match deed:
        case ("judge", key, verdict):
            deeds.judge([item(key)], verdict)
        case ("flag", key, flagged):
            deeds.flag([item(key)], flagged=flagged)
        case ("read", key, read):
            deeds.mark_read([item(key)], read=read, by_hand=False)
        case ("tag", key, tagged):
            deeds.tag([item(key)], {"sea": tagged})
        case ("arrive", title, place):
            writer.file([parsed(f"/wire/{place}.txt", [entry_of(article(title), 0)])])
        case ("leave", _, place):
            writer.remove([f"/wire/{place}.txt".encode()])
        case (turn, _, _):
            getattr(deeds, turn)()
