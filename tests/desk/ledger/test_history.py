"""The history tells what was decided, by whom and how it stands, and what others changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copytaster.desk.ledger.fields import Field
from copytaster.desk.ledger.history import changed_by_others, read_events, read_last_event
from copytaster.desk.ledger.ledger import FILE_NAME, open_ledger
from desk.making import item, session

ALL = 100


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A ledger in which two sessions decided: one kept and undid, the other spiked two."""
    with closing(open_ledger(tmp_path, session("ours"))) as ours:
        ours.decide([item(1)], Field.VERDICT, "kept", "kept one")
        ours.decide([item(1)], Field.READ, 1, "read one", by_hand=False)
        ours.undo()
    with closing(open_ledger(tmp_path, session("theirs"))) as theirs:
        theirs.decide([item(2), item(3)], Field.VERDICT, "spiked", "spiked two")
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened:
        yield opened


def test_the_last_event_comes_first_and_reading_is_none(connection: sqlite3.Connection) -> None:
    told = [(event.kind, event.text, event.articles) for event in read_events(connection, ALL)]
    assert told == [("done", "spiked two", 2), ("undone", "kept one", 1), ("done", "kept one", 1)]


def test_each_event_says_what_became_of_its_step(connection: sqlite3.Connection) -> None:
    states = [event.state for event in read_events(connection, ALL)]
    assert states == ["done", "dropped", "dropped"]


def test_no_more_events_are_told_than_were_asked_for(connection: sqlite3.Connection) -> None:
    assert len(read_events(connection, 1)) == 1


def test_what_others_changed_is_told_from_where_one_was(connection: sqlite3.Connection) -> None:
    last = read_last_event(connection)
    assert changed_by_others(connection, "ours", 0) == (last, {2, 3})
    assert changed_by_others(connection, "theirs", 0) == (last, {1})
    assert changed_by_others(connection, "ours", last) == (last, set())


def test_an_empty_ledger_has_no_last_event(tmp_path: Path) -> None:
    open_ledger(tmp_path / "empty", session("now")).close()
    with closing(sqlite3.connect(tmp_path / "empty" / FILE_NAME)) as empty:
        assert read_last_event(empty) == 0
        assert read_events(empty, ALL) == []
