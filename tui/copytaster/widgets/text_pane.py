"""A text to be scrolled and left: the base of the help and of the comparison."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from copytaster.commands import Room, bindings
from copytaster.widgets.pane import LinePane


class TextPane(LinePane, can_focus=True):
    """Lines without a cursor, scrolled with the keys of the reading pane."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Room.READER),
        Binding("space", "page(1)", "Page down", show=False),
        Binding("b", "page(-1)", "Page up", show=False),
    ]
    ROOM = Room.READER

    def action_move(self, step: int) -> None:
        """A line down or up."""
        self.show_from(self.top + step)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.show_from(self.top + step * self.page)

    def action_first(self) -> None:
        """To the beginning."""
        self.show_from(0)

    def action_last(self) -> None:
        """To the end."""
        self.show_from(self.length)
