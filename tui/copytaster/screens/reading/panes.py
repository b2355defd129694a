"""The panes as such: which has the keys, zoom, what is folded, the raw file."""

from __future__ import annotations

from copytaster.screens.reading.desk_screen import PANES, DeskScreen
from copytaster.widgets.article_list import ArticleList
from copytaster.widgets.pane import LinePane

ZOOMED = "-zoomed"


class Panes(DeskScreen):
    """The actions that move the keys between the panes and change what a pane shows."""

    def action_pane(self, name: str) -> None:
        """Give the keys to a pane."""
        self.set_focus(self.query_one(f"#{name}", LinePane))

    def action_next_pane(self, step: int) -> None:
        """Give the keys to the next or previous pane."""
        focused = self.focused.id if self.focused else PANES[0]
        place = PANES.index(focused) if focused in PANES else 0
        self.action_pane(PANES[(place + step) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the focused pane the whole screen, or take it back."""
        self.toggle_class(ZOOMED)

    def action_folded(self) -> None:
        """Show or hide the lines that were folded away."""
        self.opened = not self.opened

    def action_next_encoding(self) -> None:
        """Read the file in another encoding, to see whether it is meant that way."""
        article, number = self.sheet.article, self.number
        if article is None or number is None:
            self.message = "this file gave no article"
            return
        if not self.desk.rereads(number):
            self.message = "too large to be read in another encoding"
            return
        from copytaster.wire.opening.encodings import next_encoding

        self.encoding = next_encoding(article.encoding)
        self.message = f"read as {self.encoding}"
        self.show_sheet()

    def action_raw(self) -> None:
        """Show the raw file, or the article again."""
        self.raw = not self.raw

    def on_article_list_read(self, event: ArticleList.Read) -> None:
        """The reader gets the keys."""
        event.stop()
        self.set_focus(self.reader)

    def on_descendant_focus(self) -> None:
        """One pane at a time, where there is no room for more, is the one with the keys."""
        if self.focused is None or self.focused.id not in PANES:
            return
        for name in PANES:
            pane = self.query_one(f"#{name}")
            pane.set_class(pane.has_focus, "-front")
