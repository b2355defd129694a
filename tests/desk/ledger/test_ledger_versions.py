"""A ledger of any earlier version is brought up to date, and what was decided in it stands."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.ledger import ledger as ledger_module
from copytaster.desk.ledger.fields import Change, Field
from copytaster.desk.ledger.ledger import FILE_NAME, open_ledger
from copytaster.desk.ledger.schema import MIGRATIONS, bring_up_to_date, version_of
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.words.rows import Verdict
from desk.making import article, file_articles, item, session, taught

OLD_STEP = """
INSERT INTO marks (key, id, title, verdict) VALUES (7, 'id-7', 'Harbour fire', 'kept');
INSERT INTO tags VALUES (7, 'port');
INSERT INTO steps (text, by_hand) VALUES ('kept “Harbour fire”', 1);
INSERT INTO changes VALUES (1, 7, 'verdict', NULL, 'kept');
INSERT INTO events (step, kind, at, user, host, session) VALUES (1, 'done', 1.0, 'a', 'b', 'c');
"""


def of_version(folder: Path, version: int) -> None:
    """A ledger as the program of that version left it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        bring_up_to_date(connection, MIGRATIONS[:version])
        connection.executescript(OLD_STEP)
        assert version_of(connection) == version


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_ledger_of_every_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    of_version(tmp_path / "state", version)
    with closing(open_ledger(tmp_path / "state", session("now"))) as ledger:
        assert ledger.values([item(7)], Field.VERDICT) == {7: "kept"}
        assert ledger.values([item(7)], Field.TAG, "port") == {7: 1}
        ledger.decide_all([Change([item(7)], Field.RULE, 30, "fires")], "scored", by_rule="fires")
        assert ledger.rules_with_hits() == {"fires": 1}
        undone = ledger.undo()
        assert undone is not None
        assert undone.text == "kept “Harbour fire”"
        assert ledger.values([item(7)], Field.VERDICT) == {7: None}


def test_a_decision_waits_for_its_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "WAIT_SECONDS", 1e6)
    with closing(open_ledger(tmp_path / "state", session("now"))) as ledger:
        path = tmp_path / "state" / FILE_NAME
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.05, other.execute, ["ROLLBACK"])
        timer.start()
        assert ledger.decide([item(7)], Field.VERDICT, "kept", "kept")
        timer.join()
        other.close()


def test_without_a_ledger_the_reading_goes_on(
    catalogue: Catalogue, writer: CatalogueWriter, tmp_path: Path
) -> None:
    file_articles(writer, [article("Harbour fire")])
    (tmp_path / "state").write_text("a file where the folder should be")
    deeds, why_not = Deeds.open(tmp_path / "state", catalogue.connection, taught(tmp_path))
    rows = RowReader(catalogue.connection)
    row = rows.row(1)
    assert row is not None
    assert (row.title, row.verdict, row.score, row.rules) == ("Harbour fire", None, 0, ())
    deed = deeds.judge(rows.items([1]), Verdict.KEPT)
    assert (deed.text, deed.numbers) == (why_not, ())
    assert "the ledger cannot be opened" in deed.text
