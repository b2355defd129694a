"""Comparing the article on show with a related story."""

from __future__ import annotations

from copytaster.commands import Need
from copytaster.desk.words.rows import Row
from copytaster.screens.reading.desk_screen import DeskScreen


class Comparing(DeskScreen):
    """The action that opens a comparison."""

    def action_compare(self) -> None:
        """Compare this article with the chosen related story, or with the best one."""
        row, other = self.row, self.related.chosen
        if row is None or other is None:
            self.message = Need.RELATED
        else:
            self.lay_side_by_side(row, other)

    def lay_side_by_side(self, row: Row, other: Row) -> None:
        """The other on the left and this one on the right; of two takes the older on the left."""
        from copytaster.screens.comparison import CompareScreen

        glyphs = self.articles.glyphs
        old, new = sorted((other, row), key=lambda each: each.moment)
        revision = self.desk.revision(old.number, new.number)
        if revision is not None:
            self.app.push_screen(CompareScreen(old, new, revision.comparison, revision, glyphs))
            return
        comparison = self.desk.compare(other.number, row.number)
        if comparison is None:
            self.message = "one of the two has no text"
        else:
            self.app.push_screen(CompareScreen(other, row, comparison, glyphs=glyphs))
