"""Decisions that the ledger does not take: nothing moves, and the line at the foot says why."""

import sqlite3
from contextlib import closing, contextmanager

from copytaster import app
from copytaster.desk.words.rows import Verdict


@contextmanager
def held(folder):
    """Another program that writes to the ledger and does not come to an end."""
    with closing(sqlite3.connect(folder / "state" / "ledger.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_a_decision_that_the_ledger_does_not_take_leaves_cursor_and_marks(
    quick, tmp_path, monkeypatch
):
    monkeypatch.setattr(app, "LEDGER_SECONDS", 0.05)
    async with quick() as reader:
        numbers = list(reader.screen.order[:3])
        with held(tmp_path):
            await reader.press("s")
            assert reader.screen.articles.cursor == 0
            assert "another program is writing to it" in reader.shown("status")
            await reader.press("v", "v", "x", "y")
            assert reader.screen.articles.marked == set(numbers[:2])
            assert "nothing was changed" in reader.shown("status")
        assert reader.verdicts(numbers) == [None] * 3
        await reader.press("x", "y")
        assert reader.verdicts(numbers) == [Verdict.SPIKED, Verdict.SPIKED, None]
