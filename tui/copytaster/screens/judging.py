"""Deciding: keep, spike, flag, read or unread, undo and redo.

Each decision is written to the ledger by the desk before anything shows, says how to take it back,
and goes on to the next article.
"""

from __future__ import annotations

from copytaster.desk.rows import Deed, Verdict
from copytaster.screens.desk_screen import DeskScreen
from copytaster.widgets.article_list import ArticleList


class Judging(DeskScreen):
    """The actions that write to the ledger."""

    def action_judge(self, verdict: str) -> None:
        """Keep or spike the article; the same verdict again takes it back."""
        row = self.row
        if row is None or row.problem:
            return
        wanted = None if row.verdict == verdict else Verdict(verdict)
        self._decided(self.desk.judge([row.number], wanted), go_on=wanted is not None)

    def action_flag(self) -> None:
        """Flag the article, or take the flag away."""
        row = self.row
        if row is not None:
            self._decided(self.desk.flag([row.number], not row.flagged), go_on=not row.flagged)

    def action_toggle_read(self) -> None:
        """Mark the article as read, or as unread."""
        row = self.row
        if row is not None:
            self.tell(self.desk.mark_read([row.number], not row.read, by_hand=True))

    def action_undo(self) -> None:
        """Take back the last decision, and go where it was made."""
        self._returned(self.desk.undo(), "nothing to undo")

    def action_redo(self) -> None:
        """Do again what was undone last, and go there."""
        self._returned(self.desk.redo(), "nothing to redo")

    def _decided(self, deed: Deed, *, go_on: bool) -> None:
        self.tell(deed)
        if go_on and self.articles.go(self.articles.cursor + 1):
            self.tell_on_arrival()

    def _returned(self, deed: Deed | None, otherwise: str) -> None:
        self.tell(deed, otherwise)
        self.show_sheet()
        if deed and deed.numbers and self.articles.go_to_number(deed.numbers[0]):
            self.tell_on_arrival()

    def on_article_list_read(self, event: ArticleList.Read) -> None:
        """What one opens is read, as opposed to passed by."""
        self.mark_as_read()

    def on_reader_scrolled(self) -> None:
        """What one scrolls through is read."""
        self.mark_as_read()

    def mark_as_read(self) -> None:
        """The article on show was read; that is no decision, so it needs no undo."""
        row = self.row
        if row is not None and not row.read and not row.problem:
            self.desk.mark_read([row.number], True, by_hand=False)
            self.turn += 1
