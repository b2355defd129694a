"""The history: every decision with who and when, and the way back to each."""

from contextlib import closing

import pytest

from copytaster.desk.ledger.fields import Field, Item
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.ledger.session import Session
from copytaster.desk.ledger.steps import Event
from copytaster.desk.words.rows import Verdict
from copytaster.presentation.history import steps_back
from copytaster.presentation.looks import plain_text
from copytaster.screens.history import HistoryScreen


def lines(reader):
    """The history as it stands on the screen."""
    pane = reader.app.screen.query_one("HistoryList")
    return [plain_text(pane.line(place)) for place in range(pane.length)]


async def test_before_anything_was_decided_the_history_says_so(quick):
    async with quick() as reader:
        await reader.press("H")
        assert "Nothing was decided yet" in lines(reader)[0]
        await reader.press("enter", "escape")
        assert not isinstance(reader.app.screen, HistoryScreen)


async def test_the_last_decision_stands_first_and_says_what_became_of_it(quick):
    async with quick() as reader:
        await reader.press("s", "x", "u", "H")
        shown = lines(reader)
        assert "taken back: spiked “" in shown[0]
        assert "spiked “" in shown[1]
        assert "kept “" in shown[2]


async def test_enter_takes_back_all_down_to_there_after_their_number_was_stated(quick):
    async with quick() as reader:
        numbers = list(reader.screen.order[:3])
        await reader.press("s", "s", "s", "H", "j", "enter")
        assert "take back the last 2 decisions?" in reader.shown("choice")
        await reader.press("y")
        assert reader.verdicts(numbers) == [Verdict.KEPT, None, None]
        assert "took back 2 decisions" in reader.shown("status")
        await reader.press("U", "U")
        assert reader.verdicts(numbers) == [Verdict.KEPT] * 3


async def test_two_people_are_told_apart(quick, tmp_path):
    async with quick() as reader:
        await reader.press("s")
        theirs = Session(name="theirs", user="bo", host="night")
        with closing(open_ledger(tmp_path / "state", theirs)) as ledger:
            ledger.decide([Item(1, "1", None, None, "x")], Field.FLAGGED, 1, "flagged “x”")
        await reader.press("H")
        shown = lines(reader)
        assert "bo@night" in shown[0]
        assert "bo@night" not in shown[1]


def test_what_a_rule_did_is_no_step_by_hand():
    def event(step, **fields):
        return Event(step, "done", "kept", 0.0, "bo", "night", 1, step, **fields)

    events = [event(4), event(3, rule="horoscopes"), event(2, state="undone"), event(1)]
    assert [steps_back(events, place) for place in range(4)] == [1, 1, 1, 2]


async def test_a_bulk_decision_is_one_line_with_its_number(quick):
    async with quick() as reader:
        await reader.press("v", "v", "x", "y", "H")
        assert " 2  spiked 2 articles" in lines(reader)[0]


@pytest.mark.parametrize(("width", "keys"), [(80, "? keys, Esc closes)"), (30, "what")])
async def test_its_head_is_not_cut(quick, width, keys):
    async with quick(width, 24) as reader:
        await reader.press("H")
        pane = reader.app.screen.query_one("HistoryList")
        told = plain_text(pane.head())
        assert told.endswith(keys)
        assert len(told) <= pane.outer_size.width
