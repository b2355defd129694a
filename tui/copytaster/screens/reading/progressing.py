"""How far reading and relating are; an item or two that come in are no news of that kind.

Else each item that comes would have the line at the foot flicker for a quarter of a second.
"""

from __future__ import annotations

from textual.timer import Timer

from copytaster.desk.words.news import Progress
from copytaster.screens.reading.desk_screen import DeskScreen

BLINK = 0.75
"""Seconds that work may take without being told of."""


class Progressing(DeskScreen):
    """Shows how far things are, and knows when all is done."""

    read_once = False
    """Whether all files were read once: what comes from then on is new."""
    _working = False
    _latest: Progress | None = None
    _soon: Timer | None = None

    def progressed(self, progress: Progress) -> bool:
        """Take in how far things are; whether all has just come to its end."""
        finished = not progress.busy and (self._working or not self.read_once)
        begins = progress.busy and not self._working
        self._latest, self._working = progress, progress.busy
        self.message = progress.note or self.message
        if begins and self.read_once:
            self._soon = self.set_timer(BLINK, self._show_progress)
        elif self._soon is None or not progress.busy:
            self._show_progress()
        return finished

    def _show_progress(self) -> None:
        if self._soon is not None:
            self._soon.stop()
            self._soon = None
        self.progress, self.unfinished = self._latest, self._working
