"""The line of alarms: what must be noticed, until it was seen; no line while there is none."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import var

from copytaster.desk.words.news import Alarm
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import cut
from copytaster.terminal.safe import safe_row
from copytaster.widgets.pane import LinePane


class AlarmLine(LinePane):
    """One line for the first of the `alarms`; it says how many more there are."""

    HEAD_LINES: ClassVar[int] = 0

    alarms: var[tuple[Alarm, ...]] = var(())

    @property
    def length(self) -> int:
        """It is one line."""
        return 1

    def line(self, place: int) -> Line:
        """What has happened, and the keys."""
        if not self.alarms:
            return ()
        more = f", {len(self.alarms) - 1} more" if len(self.alarms) > 1 else ""
        keys = f"  ! goes there, & seen{more} "
        text = cut(safe_row(self.alarms[0].text), self.outer_size.width - len(keys) - 2)
        return ((f" {text} ", Look.ALARM), (keys, Look.MUTED))

    def watch_alarms(self, alarms: tuple[Alarm, ...]) -> None:
        """There are others, or none."""
        self.display = bool(alarms)
        self.refresh()
