"""Comparing the article on show with a related story."""

from __future__ import annotations

from copytaster.commands import Need
from copytaster.screens.desk_screen import DeskScreen


class Comparing(DeskScreen):
    """The action that opens a comparison."""

    def action_compare(self) -> None:
        """Compare this article with the chosen related story, or with the best one."""
        row, other = self.row, self.related.chosen
        if row is None or other is None:
            self.message = Need.RELATED
            return
        from copytaster.screens.comparison import CompareScreen

        comparison = self.desk.compare(other.number, row.number)
        if comparison is None:
            self.message = "one of the two has no text"
        else:
            self.app.push_screen(CompareScreen(other, row, comparison))
