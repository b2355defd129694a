"""`copytaster ledger`: whether what was decided is whole, a copy of it, and all of it as JSON."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.ledger import FILE_NAME


@pytest.fixture
def fair(file):
    """A file of one article."""
    return file("wire/fair.txt", "The fair opens\n\nIt opened on Monday at noon.\n")


@pytest.fixture
def decided(call, fair):
    """A ledger with a kept article that has two tags; returns its path."""
    for words in (("keep",), ("tag", "sea"), ("tag", "page one")):
        call(*words, fair)
    return state_folder() / FILE_NAME


def test_a_whole_ledger_is_said_to_be_whole(call, decided):
    answer = call("ledger", "check")
    assert (answer.status, answer.complaints) == (0, "")
    assert answer.out.startswith("the ledger is whole: 1 articles, 3 events, ")
    assert answer.out.rstrip().endswith(str(decided))


def test_no_ledger_is_status_one_and_makes_none(call):
    answer = call("ledger", "check")
    assert answer.status == 1
    assert answer.out.startswith("there is no ledger yet")
    assert not state_folder().exists()


def test_a_damaged_ledger_is_one_line(call, decided):
    decided.write_bytes(b"what is this" * 400)
    for name in ("-wal", "-shm"):
        decided.with_name(FILE_NAME + name).unlink(missing_ok=True)
    answer = call("ledger", "check")
    assert (answer.status, answer.out) == (2, "")
    assert "the ledger is damaged; a backup can be put in its place" in answer.complaint


def test_a_ledger_with_a_damaged_page_is_found_out(call, decided):
    with closing(sqlite3.connect(decided)) as ledger:
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page, size) = (
            ledger.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = 'marks_by_verdict'"
            ).fetchone()[0],
            ledger.execute("PRAGMA page_size").fetchone()[0],
        )
    with decided.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
    assert call("ledger", "check").status == 2


def test_a_backup_put_in_its_place_is_the_ledger(call, decided, tmp_path):
    copy = tmp_path / "nightly.db"
    assert call("ledger", "backup", copy).status == 0
    before = call("ledger", "export").records
    call("undo", "3")
    assert call("ledger", "export").records != before
    for name in ("", "-wal", "-shm"):
        decided.with_name(FILE_NAME + name).unlink(missing_ok=True)
    shutil.copy(copy, decided)
    assert call("ledger", "export").records == before
    assert call("undo").out.startswith("undone: tagged page one")


def test_a_backup_takes_the_place_of_the_last_one_and_leaves_nothing_beside_it(
    call, decided, tmp_path
):
    copy = tmp_path / "backups" / "nightly.db"
    copy.parent.mkdir()
    copy.write_text("the night before")
    assert call("ledger", "backup", copy).status == 0
    assert list(copy.parent.iterdir()) == [copy]
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as ledger:
        assert ledger.execute("SELECT title FROM marks").fetchall() == [("The fair opens",)]


def test_a_backup_that_cannot_be_made_is_one_line(call, decided, tmp_path):
    for target in (decided, tmp_path / "gone" / "copy.db"):
        answer = call("ledger", "backup", target)
        assert answer.status == 2
        assert answer.complaint
    assert call("ledger", "check").status == 0


def test_the_export_tells_how_every_article_stands(call, decided):
    (record,) = call("ledger", "export").records
    identity = record.pop("id")
    assert len(identity) == 20
    assert record == {
        "guid": None,
        "slug": None,
        "title": "The fair opens",
        "verdict": "kept",
        "flagged": False,
        "read": False,
        "tags": ["page one", "sea"],
        "note": None,
    }


def test_the_history_is_told_newest_first_with_who_and_when(call, decided):
    call("undo")
    events = call("ledger", "export", "--history").records
    assert [event["kind"] for event in events] == ["undone", "done", "done", "done"]
    assert events[0]["text"] == events[1]["text"] == "tagged page one: “The fair opens”"
    assert all(event["user"] and event["host"] and event["articles"] == 1 for event in events)
    assert events[0]["at"] >= events[-1]["at"] > 1e9


def test_json_is_one_document_of_the_same(call, decided):
    assert call("ledger", "export", "--json").json == call("ledger", "export").records


def test_an_empty_ledger_has_nothing_to_export(call):
    answer = call("ledger", "export", "--json")
    assert (answer.status, answer.json) == (1, [])
    assert call("ledger", "export", "--history").status == 1


@pytest.mark.parametrize("words", [("ledger",), ("ledger", "sell"), ("ledger", "backup")])
def test_wrong_use_is_one_line_and_status_two(call, words):
    answer = call(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.complaint
