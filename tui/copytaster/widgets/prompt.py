"""The line in which one types a search, a filter, a tag …; it takes the status bar's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

Completer: TypeAlias = Callable[[str], Sequence[str]]
"""From a line as it is typed to whole lines that it may become, the likeliest first."""


class Purpose(StrEnum):
    """What the typed line is for."""

    SEARCH = "search"
    FILTER = "filter"
    TAG = "tag"
    NOTE = "note"
    PIPE = "pipe"
    EXPORT = "export"
    BASKET = "basket"


PLACEHOLDERS = {
    Purpose.SEARCH: "search titles, sources, slugs",
    Purpose.FILTER: "filter: is:unread  source:norwire  date:2026-09-14..",
    Purpose.TAG: "tags: flood  sea  -old takes one away",
    Purpose.NOTE: "a note for the desk, never exported; empty takes it away",
    Purpose.PIPE: "a command that gets the text; !less and the like get the terminal too",
    Purpose.BASKET: "a name for the basket of this filter",
    Purpose.EXPORT: "a file: .md .txt .json .ninjs .eml says in which form",
}


class Prompt(Input):
    """One line of input without a blinking cursor (a blink is 2 kB a second over SSH).

    What it may become stands behind the cursor; Tab takes it, and the next Tab the one after. Up
    and Down go through the lines that were entered before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel", show=False),
        Binding("tab", "complete(1)", "Complete", show=False),
        Binding("shift+tab", "complete(-1)", "Complete", show=False),
        Binding("up", "remember(1)", "Earlier line", show=False),
        Binding("down", "remember(-1)", "Later line", show=False),
    ]

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
        self._back_to: Widget | None = None
        self._completer: Completer | None = None
        self._offered: list[str] = []
        self._earlier: list[str] = []
        self._back = 0

    def ask(
        self,
        purpose: Purpose,
        text: str,
        completer: Completer | None = None,
        earlier: Sequence[str] = (),
    ) -> None:
        """Open the line for a purpose, with what was there before.

        `earlier` are lines that were entered for it, the last one first.
        """
        self.purpose = purpose
        self.placeholder = PLACEHOLDERS[purpose]
        self._completer, self._offered = completer, []
        self._earlier, self._back = [text, *earlier], 0
        self.suggester = Offering(completer) if completer else None
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)
        if self.screen.focused is not self:
            self._back_to = self.screen.focused
        self.display = True
        self.screen.set_focus(self)

    def close(self) -> None:
        """Give the line back to the status bar, and the keys to whoever had them."""
        self.display = False
        if self.screen.focused is self:
            self.screen.set_focus(self._back_to)

    def action_give_up(self) -> None:
        """Escape: as if nothing had been typed."""
        self.close()
        self.post_message(self.GivenUp(self.purpose))

    def action_complete(self, step: int) -> None:
        """The next or previous of the lines that this one may become."""
        if self.value not in self._offered:
            typed = self.value
            offered = list(self._completer(typed)) if self._completer else []
            self._offered = [typed, *(line for line in offered if line != typed)]
        place = self._offered.index(self.value) + step
        self._show(self._offered[place % len(self._offered)])

    def action_remember(self, step: int) -> None:
        """A line that was entered before, or the one after it."""
        if self._back == 0:
            self._earlier[0] = self.value
        self._back = max(0, min(self._back + step, len(self._earlier) - 1))
        self._show(self._earlier[self._back])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter counts."""
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: this is it."""
        event.stop()
        self.close()
        self.post_message(self.Entered(self.purpose, event.value))

    def _show(self, line: str) -> None:
        self.value = line
        self.cursor_position = len(line)


class Offering(Suggester):
    """What stands behind the cursor: the likeliest line that begins with what is typed."""

    def __init__(self, completer: Completer) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._completer = completer

    async def get_suggestion(self, value: str) -> str | None:
        """The line, or None."""
        lines = self._completer(value)
        return next((line for line in lines if line.startswith(value) and line != value), None)
