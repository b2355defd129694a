"""Choosing the inbox: a path, completed with Tab, looked at before it is taken."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from copytaster.desk.inbox.choosing import as_set, completed, completions, why_no_inbox
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.wrap import cut, wrap
from copytaster.screens.overlay import Cover
from copytaster.terminal.safe import safe_row
from copytaster.widgets.pane import LinePane

HINT = "The folder that your wire copy comes into, with all folders in it. Tab completes."


class InboxText(LinePane):
    """What is asked, and below it what the path may become or what is wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self.say("")

    @property
    def length(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One of them."""
        return self._lines[place]

    def head(self) -> Line:
        """What this is, and how to leave it."""
        return ((" Choose an inbox  (Enter opens it, Esc leaves all as it is)", Look.PLAIN),)

    def say(self, words: str, look: Look = Look.MUTED) -> None:
        """Show what is asked, and these words below it."""
        width = max(8, self.outer_size.width - 4)
        asked = [((f"  {row}", Look.PLAIN),) for row in wrap(HINT, width)]
        said = [((f"  {row}", look),) for row in wrap(cut(safe_row(words), 3 * width), width)]
        self._lines = [BLANK, *asked, BLANK, *said]
        self.refresh()

    def on_resize(self) -> None:
        """Another width."""
        super().on_resize()
        self.say("")


class InboxScreen(Cover[str | None]):
    """A line to type a path in; its result is the path as it is set, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Leave", show=False),
        Binding("tab", "complete", "Complete", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    text = getters.query_one(InboxText)
    line = getters.query_one(Input)

    def compose(self) -> ComposeResult:
        """Put up the question and the line."""
        yield InboxText()
        line = Input(placeholder="~/wires", compact=True, select_on_focus=False)
        line.cursor_blink = False
        yield line

    def action_complete(self) -> None:
        """Go on with the path as far as there is only one way."""
        self.line.value = completed(self.line.value)
        self.line.cursor_position = len(self.line.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show which ways there are."""
        event.stop()
        names = [path.rstrip("/").rpartition("/")[2] for path in completions(event.value)]
        self.text.say("  ".join(names))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the path, if it leads to something."""
        event.stop()
        if complaint := why_no_inbox(event.value):
            self.text.say(complaint, Look.URGENT)
        else:
            self.dismiss(as_set(event.value))
