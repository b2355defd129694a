"""The history: what was decided, by whom and when, the last first; and the way back to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from copytaster.desk.ledger.steps import Event
from copytaster.presentation.history import history_head, history_line, steps_back
from copytaster.presentation.looks import Line, Look
from copytaster.screens.overlay import Overlay, leaving
from copytaster.widgets.pick_list import PickList, picking


class HistoryList(PickList):
    """One line an event."""

    BINDINGS: ClassVar[list[BindingType]] = [picking("Take back all down to here")]

    def __init__(self, events: Sequence[Event], now: float) -> None:
        super().__init__()
        self.events = list(events)
        self._now = now
        turned = {"undone": set[int](), "done": set[int]()}
        self._again: set[int] = set()
        for event in reversed(self.events):
            if event.kind == "done" and event.step in turned["undone"]:
                self._again.add(event.number)
            turned.setdefault(event.kind, set()).add(event.step)

    @property
    def length(self) -> int:
        """How many events there are, or a line that says that there is none."""
        return len(self.events) or 1

    def line(self, place: int) -> Line:
        """One event."""
        if not self.events:
            return ((" Nothing was decided yet.", Look.MUTED),)
        event = self.events[place]
        return history_line(event, event.number in self._again, self.outer_size.width, self._now)

    def head(self) -> Line:
        """The names of the columns."""
        return history_head(self.outer_size.width)


class HistoryScreen(Overlay[int | str]):
    """The history over the desk; it is left with what to take back: so many steps, or a rule's."""

    BINDINGS: ClassVar[list[BindingType]] = [*leaving("H", "history")]

    def __init__(self, events: Sequence[Event], now: float) -> None:
        super().__init__()
        self._list = HistoryList(events, now)

    def compose(self) -> ComposeResult:
        """Put up the list."""
        yield self._list

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Everything down to this one is to be taken back."""
        if self._list.events:
            rule = self._list.events[event.place].rule
            self.dismiss(rule or steps_back(self._list.events, event.place))
