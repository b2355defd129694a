"""The line in which one types a search or a filter; it takes the place of the status bar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class Purpose(StrEnum):
    """What the typed line is for."""

    SEARCH = "search"
    FILTER = "filter"


PLACEHOLDERS = {
    Purpose.SEARCH: "search titles, sources, slugs",
    Purpose.FILTER: "filter: is:unread  source:norwire  date:2026-09-14..",
}


class Prompt(Input):
    """One line of input without a blinking cursor (a blink is 2 kB a second over SSH)."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Cancel", show=False)]

    @dataclass
    class Typed(Message):
        """The line changed."""

        purpose: Purpose
        text: str

    @dataclass
    class Entered(Message):
        """The line is what is wanted."""

        purpose: Purpose
        text: str

    @dataclass
    class GivenUp(Message):
        """What was typed is not wanted."""

        purpose: Purpose

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.purpose = Purpose.SEARCH

    def ask(self, purpose: Purpose, text: str) -> None:
        """Open the line for a purpose, with what was there before."""
        self.purpose = purpose
        self.placeholder = PLACEHOLDERS[purpose]
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)
        self.display = True
        self.screen.set_focus(self)

    def close(self) -> None:
        """Give the line back to the status bar."""
        self.display = False

    def action_give_up(self) -> None:
        """Escape: as if nothing had been typed."""
        self.close()
        self.post_message(self.GivenUp(self.purpose))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter counts."""
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: this is it."""
        event.stop()
        self.close()
        self.post_message(self.Entered(self.purpose, event.value))
