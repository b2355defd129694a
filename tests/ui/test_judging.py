"""Decisions that the ledger does not take at once: nothing moves before it has, and keys wait."""

import sqlite3
from contextlib import closing, contextmanager
from types import MappingProxyType

import pytest

from copytaster.desk.settings.own_commands import OwnCommand
from copytaster.desk.words.rows import Verdict
from copytaster.screens.reading import patience
from ui.test_typed_ahead import type_at_once


@contextmanager
def held(folder):
    """Another program that writes to the ledger and does not come to an end."""
    with closing(sqlite3.connect(folder / "state" / "ledger.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def hasty(monkeypatch):
    """A screen that gives a deed up after its second try."""
    monkeypatch.setattr(patience, "PATIENCE", 0.0)


@pytest.mark.usefixtures("hasty")
async def test_a_decision_that_the_ledger_does_not_take_leaves_cursor_and_marks(quick, tmp_path):
    async with quick() as reader:
        numbers = list(reader.screen.order[:3])
        with held(tmp_path):
            await reader.press("s")
            await reader.until(lambda: "nothing was changed" in reader.shown("status"))
            assert reader.screen.articles.cursor == 0
            await reader.press("v", "v", "x", "y")
            await reader.until(lambda: "nothing was changed" in reader.shown("status"))
            assert reader.screen.articles.marked == set(numbers[:2])
        assert reader.verdicts(numbers) == [None] * 3
        await reader.press("x", "y")
        assert reader.verdicts(numbers) == [Verdict.SPIKED, Verdict.SPIKED, None]


async def test_keys_behind_a_decision_that_waits_act_on_what_they_were_meant_for(quick, tmp_path):
    async with quick() as reader:
        numbers = list(reader.screen.order[:4])
        with held(tmp_path):
            type_at_once(reader, "s", "x", "j", "s")
            await reader.until(lambda: "waiting for the ledger" in reader.shown("status"))
            assert reader.screen.articles.cursor == 0
            assert reader.verdicts(numbers) == [None] * 4
        await reader.until(
            lambda: reader.verdicts(numbers) == [Verdict.KEPT, Verdict.SPIKED, None, Verdict.KEPT]
        )


async def test_undo_waits_as_well(quick, tmp_path):
    async with quick() as reader:
        number = reader.screen.number
        await reader.press("s")
        with held(tmp_path):
            type_at_once(reader, "u")
            await reader.until(lambda: "waiting for the ledger" in reader.shown("status"))
            assert reader.verdicts([number]) == [Verdict.KEPT]
        await reader.until(lambda: reader.verdicts([number]) == [None])
        await reader.until(lambda: "undone: kept" in reader.shown("status"))


async def test_escape_gives_a_waiting_decision_up_and_what_was_typed_behind_it(quick, tmp_path):
    async with quick() as reader:
        numbers = list(reader.screen.order[:2])
        with held(tmp_path):
            type_at_once(reader, "s", "x")
            await reader.until(lambda: "waiting for the ledger" in reader.shown("status"))
            await reader.press("escape")
            await reader.until(lambda: "given up" in reader.shown("status"))
        await reader.press("j", "s")
        assert reader.verdicts(numbers) == [None, Verdict.KEPT]


async def test_several_undos_go_on_where_the_ledger_was_held(quick, tmp_path):
    async with quick() as reader:
        numbers = list(reader.screen.order[:3])
        await reader.press("s", "s", "s", "H", "j", "j", "enter")
        with held(tmp_path):
            await reader.press("y")
            await reader.until(lambda: "waiting for the ledger" in reader.shown("status"))
        await reader.until(lambda: "took back 3 decisions" in reader.shown("status"))
        assert reader.verdicts(numbers) == [None] * 3


async def test_a_macro_stops_at_a_decision_that_waits(quick, tmp_path):
    macro = OwnCommand("own", "ctrl+t", steps=("keep", "spike"))
    async with quick(commands=MappingProxyType({"own": macro})) as reader:
        numbers = list(reader.screen.order[:2])
        with held(tmp_path):
            await reader.press("ctrl+t")
            await reader.until(lambda: "spike was to follow" in reader.shown("status"))
        await reader.until(lambda: reader.verdicts(numbers) == [Verdict.KEPT, None])
