"""The keys and what they do, from the one table of commands; `/` finds one by its words."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from copytaster.presentation.help_page import HelpPage
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import longest
from copytaster.screens.overlay import Cover
from copytaster.widgets.text_pane import TextPane


class HelpText(TextPane):
    """The commands by heading; scrolls like the panes."""

    def __init__(self, page: HelpPage) -> None:
        super().__init__()
        self._page = page
        self._lines = list(page.lines())

    @property
    def length(self) -> int:
        """How many lines the help has."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One command, or a heading."""
        return self._lines[place]

    def head(self) -> Line:
        """What this is, how to find something in it, and how to leave it."""
        wordings = (" Keys  (/ finds by words, Esc closes)", " Keys  (/ finds, Esc closes)")
        return ((longest(self.outer_size.width, *wordings), Look.PLAIN),)

    def show_those_with(self, words: str) -> None:
        """Show only the commands that have these words."""
        self._lines = list(self._page.lines(words))
        self.top = 0
        self.forget()


class HelpScreen(Cover[None]):
    """The help over whatever was on show."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("/", "find", "Find", show=False, id="search"),
        Binding("escape,backspace", "back", "Back", show=False, id="back"),
        Binding("q", "dismiss", "Close", show=False, id="leave"),
        Binding("?,f1", "dismiss", "Close", show=False, id="help"),
    ]
    AUTO_FOCUS = "HelpText"

    text = getters.query_one(HelpText)
    words = getters.query_one(Input)

    def __init__(self, page: HelpPage) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """Put up the help, and the line in which one types."""
        yield HelpText(self._page)
        line = Input(placeholder="words of a command, or its key", compact=True)
        line.cursor_blink = False
        line.display = False
        yield line

    def action_find(self) -> None:
        """Ask for words."""
        self.words.display = True
        self.set_focus(self.words)

    def action_back(self) -> None:
        """Away with the words first, then with the help."""
        if not self.words.display:
            self.dismiss()
            return
        self.set_focus(self.text)
        self.words.display = False
        self.words.value = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter counts."""
        event.stop()
        self.text.show_those_with(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: scroll what was found."""
        event.stop()
        self.set_focus(self.text)
