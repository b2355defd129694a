"""The welcome of the first start, over the reader; any key closes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from copytaster.presentation.looks import Line, Look
from copytaster.presentation.welcome import welcome_lines
from copytaster.widgets.pane import LinePane


class WelcomeText(LinePane, can_focus=True):
    """A few lines."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._lines = list(welcome_lines(keymap))

    @property
    def length(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One of them."""
        return self._lines[place]

    def head(self) -> Line:
        """Whose desk this is."""
        return ((" copytaster", Look.PLAIN),)


class WelcomeScreen(ModalScreen[bool]):
    """The welcome; its result is whether an inbox is to be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "dismiss(True)", "Choose", show=False, id="inbox", priority=True)
    ]
    AUTO_FOCUS = "WelcomeText"

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Put up the text."""
        yield WelcomeText(self._keymap)

    def on_key(self, event: events.Key) -> None:
        """Any key but the one that chooses."""
        event.stop()
        self.dismiss(False)
