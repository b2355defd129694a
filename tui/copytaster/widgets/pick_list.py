"""A few lines with a cursor, one of which is picked with Enter: the base of small list screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from copytaster.commands import Room, bindings
from copytaster.widgets.pane import LinePane


def picking(does: str) -> Binding:
    """The key that picks a line, and what comes of that, in the words of the help."""
    return Binding("enter", "pick", does, show=False)


class PickList(LinePane, can_focus=True):
    """Moves like the panes; subclasses say what the lines are, and what `picking` one does."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.READER)]
    ROOM = Room.READER

    @dataclass
    class Picked(Message):
        """The line at this place was picked."""

        place: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0

    def under_cursor(self, place: int) -> bool:
        """Whether this is the line that Enter picks."""
        return place == self.cursor

    def go(self, place: int) -> None:
        """Put the cursor on a line, or as near as there is one."""
        self.cursor = max(0, min(place, self.length - 1))
        self.scroll_to_place(self.cursor)
        self.refresh()

    def action_move(self, step: int) -> None:
        """A line down or up."""
        self.go(self.cursor + step)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.go(self.cursor + step * max(1, self.page - 1))

    def action_first(self) -> None:
        """To the first line."""
        self.go(0)

    def action_last(self) -> None:
        """To the last line."""
        self.go(self.length - 1)

    def action_pick(self) -> None:
        """Pick the line under the cursor."""
        if self.length:
            self.post_message(self.Picked(self.cursor))
