"""The ledger forgets nothing that it has confirmed, and takes everything back in turn."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.desk.keeping.errors import LedgerError, ledger_error
from copytaster.desk.ledger import ledger as ledger_module
from copytaster.desk.ledger.fields import Field, Value
from copytaster.desk.ledger.ledger import FILE_NAME, Ledger, open_ledger
from copytaster.desk.ledger.schema import MIGRATIONS, bring_up_to_date, version_of
from desk.making import item, session

SPIKED = "spiked"


class Marks(NamedTuple):
    """What the ledger says of one article."""

    verdict: str | None
    flagged: int
    read: int
    note: str | None
    tags: tuple[str, ...]


def marks(folder: Path) -> dict[int, Marks]:
    """What the ledger in this folder says of each key, read by a connection of its own."""
    connection = sqlite3.connect(folder / FILE_NAME)
    rows = connection.execute("SELECT key, verdict, flagged, read, note FROM marks").fetchall()
    tags = connection.execute("SELECT key, tag FROM tags ORDER BY tag").fetchall()
    connection.close()
    return {
        key: Marks(verdict, flagged, read, note, tuple(tag for k, tag in tags if k == key))
        for key, verdict, flagged, read, note in rows
    }


def test_a_decision_stands_when_the_ledger_is_opened_again(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    ledger.close()
    assert marks(tmp_path)[1].verdict == SPIKED


def test_what_is_so_already_is_no_step(ledger: Ledger) -> None:
    assert ledger.decide([item(1)], Field.FLAGGED, 1, "flagged") is not None
    assert ledger.decide([item(1)], Field.FLAGGED, 1, "flagged") is None
    assert ledger.decide([item(2)], Field.FLAGGED, 0, "not flagged") is None
    assert ledger.decide([], Field.FLAGGED, 1, "flagged") is None


def test_a_bulk_is_one_step_of_those_that_changed(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decide([item(2)], Field.VERDICT, SPIKED, "spiked one")
    step = ledger.decide([item(1), item(2), item(3)], Field.VERDICT, SPIKED, "spiked 3")
    assert step is not None
    assert step.keys == (1, 3)
    undone = ledger.undo()
    assert undone is not None
    assert undone.text == "spiked 3"
    assert {key: each.verdict for key, each in marks(tmp_path / "state").items()} == {
        1: None,
        2: SPIKED,
        3: None,
    }


def test_the_same_article_twice_in_a_bulk_is_changed_once(ledger: Ledger) -> None:
    step = ledger.decide([item(1), item(1)], Field.VERDICT, SPIKED, "spiked")
    assert step is not None
    assert ledger.undo() is not None
    assert ledger.undo() is None


def test_undo_goes_on_across_restarts(tmp_path: Path) -> None:
    for key in range(1, 4):
        ledger = open_ledger(tmp_path)
        ledger.decide([item(key)], Field.VERDICT, SPIKED, f"spiked {key}")
        ledger.close()
    ledger = open_ledger(tmp_path)
    texts = [step.text for step in iter(ledger.undo, None)]
    assert texts == ["spiked 3", "spiked 2", "spiked 1"]
    assert [step.text for step in iter(ledger.redo, None)] == texts[::-1]


def test_a_new_deed_drops_what_was_undone(ledger: Ledger) -> None:
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "first")
    ledger.undo()
    ledger.decide([item(2)], Field.VERDICT, SPIKED, "second")
    assert ledger.redo() is None
    undone = ledger.undo()
    assert undone is not None
    assert undone.text == "second"
    assert ledger.undo() is None


def test_reading_along_is_logged_but_is_no_step_to_undo(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decide([item(1)], Field.READ, 1, "read", by_hand=False)
    assert marks(tmp_path / "state")[1].read == 1
    assert ledger.undo() is None
    assert ledger.history() == []


def test_reading_along_does_not_drop_what_was_undone(ledger: Ledger) -> None:
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    ledger.undo()
    ledger.decide([item(2)], Field.READ, 1, "read", by_hand=False)
    assert ledger.redo() is not None


def test_tags_come_and_go_one_by_one(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decide([item(1)], Field.TAG, 1, "tagged", detail="page one")
    ledger.decide([item(1)], Field.TAG, 1, "tagged", detail="sea")
    ledger.decide([item(1)], Field.TAG, None, "untagged", detail="page one")
    assert marks(tmp_path / "state")[1].tags == ("sea",)
    ledger.undo()
    assert marks(tmp_path / "state")[1].tags == ("page one", "sea")


def test_history_says_what_was_done_and_undone_by_whom(ledger: Ledger) -> None:
    ledger.decide([item(1), item(2)], Field.VERDICT, SPIKED, "spiked 2 articles")
    ledger.undo()
    told = [(e.kind, e.text, e.user, e.host, e.at, e.articles) for e in ledger.history()]
    assert told == [
        ("undone", "spiked 2 articles", "editor", "desk", 43_200.0, 2),
        ("done", "spiked 2 articles", "editor", "desk", 43_200.0, 2),
    ]


def test_only_others_decisions_are_news(tmp_path: Path) -> None:
    mine, theirs = open_ledger(tmp_path, session("mine")), open_ledger(tmp_path, session("theirs"))
    mine.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    theirs.decide([item(2)], Field.VERDICT, "kept", "kept")
    upto, keys = mine.decided_by_others(0)
    assert keys == {2}
    assert mine.decided_by_others(upto) == (upto, set())
    theirs.undo()
    assert mine.decided_by_others(upto)[1] == {2}


@dataclass(frozen=True)
class Decision:
    """A field given a value, for some articles."""

    keys: frozenset[int]
    field: Field
    value: Value
    detail: str = ""


VALUES: list[tuple[Field, Value, str]] = [
    (Field.VERDICT, "kept", ""),
    (Field.VERDICT, SPIKED, ""),
    (Field.VERDICT, None, ""),
    (Field.FLAGGED, 1, ""),
    (Field.FLAGGED, 0, ""),
    (Field.READ, 1, ""),
    (Field.NOTE, "call the harbour master", ""),
    (Field.TAG, 1, "sea"),
    (Field.TAG, None, "sea"),
]
DECISIONS = st.builds(
    lambda keys, what: Decision(keys, *what),
    st.frozensets(st.integers(1, 4), min_size=1),
    st.sampled_from(VALUES),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(DECISIONS, st.sampled_from(["undo", "redo"])), max_size=25))
def test_undoing_all_gives_back_every_state_and_redoing_all_does_too(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[Decision | str]
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    ledger = open_ledger(folder)
    states = [marks_that_say_something(folder)]
    at = 0
    for deed in deeds:
        if deed == "undo":
            at -= ledger.undo() is not None
        elif deed == "redo":
            at += ledger.redo() is not None
        elif isinstance(deed, Decision):
            items = [item(key) for key in sorted(deed.keys)]
            if ledger.decide(items, deed.field, deed.value, "done", detail=deed.detail):
                at += 1
                states[at:] = [marks_that_say_something(folder)]
        assert marks_that_say_something(folder) == states[at]
    while ledger.undo():
        at -= 1
        assert marks_that_say_something(folder) == states[at]
    assert at == 0
    while ledger.redo():
        at += 1
        assert marks_that_say_something(folder) == states[at]
    assert at == len(states) - 1
    ledger.close()


def marks_that_say_something(folder: Path) -> dict[int, Marks]:
    """The marks without those that are as if nothing had ever been decided."""
    untouched = Marks(None, 0, 0, None, ())
    return {key: each for key, each in marks(folder).items() if each != untouched}


WRITER = """
import sys
from pathlib import Path
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.ledger.fields import Field, Item
ledger = open_ledger(Path(sys.argv[1]))
first = int(sys.argv[2])
for key in range(first, first + int(sys.argv[3])):
    ledger.decide([Item(key, str(key), None, None, "t")], Field.VERDICT, "spiked", "spiked")
    print(key, flush=True)
"""


def write_decisions(folder: Path, first: int, count: int) -> subprocess.Popen[str]:
    """A process that decides on keys one by one and prints each when it is confirmed."""
    command = [sys.executable, "-c", WRITER, os.fspath(folder), str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("confirmed_before", [1, 2, 7, 20, 53])
def test_kill_9_loses_no_confirmed_decision(tmp_path: Path, confirmed_before: int) -> None:
    writer = write_decisions(tmp_path, 0, 100_000)
    assert writer.stdout is not None
    confirmed = [int(writer.stdout.readline()) for _ in range(confirmed_before)]
    writer.send_signal(signal.SIGKILL)
    confirmed += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    writer.wait()
    assert set(confirmed) <= {
        key for key, each in marks(tmp_path).items() if each.verdict == SPIKED
    }
    ledger = open_ledger(tmp_path)
    assert ledger.check() is None
    ledger.close()


def test_processes_that_decide_at_once_all_get_their_way(tmp_path: Path) -> None:
    open_ledger(tmp_path).close()
    writers = [write_decisions(tmp_path, first, 60) for first in (0, 1_000, 2_000)]
    outputs = [writer.communicate()[0].split() for writer in writers]
    assert [len(output) for output in outputs] == [60, 60, 60]
    assert len(marks(tmp_path)) == 180


def test_threads_with_ledgers_of_their_own_see_no_lock(tmp_path: Path) -> None:
    def decide(first: int) -> int:
        ledger = open_ledger(tmp_path)
        steps = [ledger.decide([item(first + n)], Field.FLAGGED, 1, "flagged") for n in range(40)]
        ledger.close()
        return sum(step is not None for step in steps)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(decide, [0, 100, 200, 300])) == [40] * 4


def test_a_ledger_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    open_ledger(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LedgerError, match="newer"):
        open_ledger(tmp_path)


def test_a_migration_keeps_what_was_decided(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    ledger.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    bring_up_to_date(connection, (*MIGRATIONS, "ALTER TABLE marks ADD COLUMN score INTEGER"))
    assert version_of(connection) == len(MIGRATIONS) + 1
    assert connection.execute("SELECT verdict, score FROM marks").fetchone() == (SPIKED, None)
    connection.close()


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    open_ledger(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    broken = "CREATE TABLE half (done);\nCREATE NONSENSE"
    with pytest.raises(sqlite3.Error):
        bring_up_to_date(connection, (*MIGRATIONS, broken))
    assert version_of(connection) == len(MIGRATIONS)
    assert connection.execute("SELECT * FROM sqlite_master WHERE name = 'half'").fetchone() is None
    connection.close()


def test_a_file_that_is_no_ledger_is_a_plain_message(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database " * 200)
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(tmp_path)


def test_a_state_folder_that_cannot_be_made_is_a_plain_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(tmp_path / "file" / "state")


def test_a_full_disk_is_a_plain_message_and_changes_nothing(ledger: Ledger) -> None:
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    (pages,) = ledger._connection.execute("PRAGMA page_count").fetchone()
    ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    everything = [item(key, "a title of some length " * 20) for key in range(2, 3_000)]
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.decide(everything, Field.VERDICT, SPIKED, "spiked")
    undone = ledger.undo()
    assert undone is not None
    assert undone.keys == (1,)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("database is locked", "busy"),
        ("attempt to write a readonly database", "read-only"),
        ("database disk image is malformed", "damaged"),
        ("something unheard of", "something unheard of"),
    ],
)
def test_every_error_of_the_database_has_plain_words(message: str, words: str) -> None:
    assert words in str(ledger_error(sqlite3.OperationalError(message)))


def test_a_backup_is_a_ledger_of_its_own(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    (tmp_path / "copy").mkdir()
    ledger.backup(tmp_path / "copy" / FILE_NAME)
    assert marks(tmp_path / "copy")[1].verdict == SPIKED


@pytest.mark.parametrize(
    "asking",
    [Ledger.history, Ledger.last_event, lambda ledger: ledger.decided_by_others(0), Ledger.ties],
)
def test_a_damaged_ledger_is_a_plain_message_whatever_is_asked_of_it(
    ledger: Ledger, asking: Callable[[Ledger], object]
) -> None:
    for table in ("events", "ties"):
        ledger._connection.execute(f"DROP TABLE {table}")
    with pytest.raises(LedgerError, match="nothing was changed"):
        asking(ledger)


def test_an_undo_of_something_unknown_is_a_plain_message(ledger: Ledger) -> None:
    ledger.decide([item(1)], Field.VERDICT, SPIKED, "spiked")
    ledger._connection.execute("UPDATE changes SET field = 'nonsense'")
    with pytest.raises(LedgerError, match="damaged"):
        ledger.undo()


def test_a_ledger_that_cannot_even_be_checked_is_damaged(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path)) as ledger:
        ledger.decide([item(key) for key in range(500)], Field.VERDICT, SPIKED, "spiked")
    data = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with closing(open_ledger(tmp_path)) as ledger:
        assert ledger.check()


def test_what_nobody_asked_for_does_not_wait_for_another_writer(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_module, "WAIT_SECONDS", 1e6)
    other = sqlite3.connect(tmp_path / "state" / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="busy"):
        ledger.decide([item(1)], Field.READ, 1, "read", by_hand=False)
    other.execute("ROLLBACK")
    assert ledger.decide([item(1)], Field.READ, 1, "read", by_hand=False)
    other.close()
