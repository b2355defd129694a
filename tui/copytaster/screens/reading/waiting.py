"""Embargoes that count down: once a minute, and only where one is in sight."""

from __future__ import annotations

from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.screens.reading.desk_screen import DeskScreen

MINUTE = 60.0


class Waiting(DeskScreen):
    """Draws what is embargoed anew as time goes by; nothing else is ever drawn by the clock."""

    _counted_at = 0.0

    def on_mount(self) -> None:
        """Look at the clock once a minute."""
        self._counted_at = self.clock()
        self.set_interval(MINUTE, self.count_down)

    def count_down(self) -> None:
        """Tell anew how long the embargoes in sight still last."""
        before, self._counted_at = self._counted_at, self.clock()
        rows = self.desk.rows(self.articles.in_sight())
        if any(still_to_wait(row.embargo, before) for row in rows):
            self.turn += 1
        row = self.row
        if row is not None and still_to_wait(row.embargo, before) and not self.raw:
            self.show_sheet()
