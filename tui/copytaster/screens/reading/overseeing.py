"""Looking at the wires as a whole: which of them sends, and which has gone quiet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copytaster.screens.reading.desk_screen import DeskScreen

if TYPE_CHECKING:
    from copytaster.desk.lists.wires import Span, Wires


class Overseeing(DeskScreen):
    """The action that opens the page of the wires."""

    def action_wires(self) -> None:
        """Show what each source sent, and list the one that is picked."""
        from copytaster.screens.wires import WiresScreen

        self.app.push_screen(WiresScreen(self._wires, self.articles.glyphs), self._list_source)

    def _wires(self, span: Span) -> Wires:
        return self.desk.wires(span, self.clock())

    def _list_source(self, source: str | None) -> None:
        if source:
            words = source.replace('"', " ")
            self.view = replace(self.view, query=f'source:"{words}"', search="")
            self.articles.go(0)
            self.message = "Esc leads back to all wires"
