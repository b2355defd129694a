"""What a command said, in a pane of its own; Esc goes back to the reading."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from copytaster.desk.outside import Ran
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import cut
from copytaster.screens.overlay import Overlay, leaving
from copytaster.terminal.safe import safe
from copytaster.widgets.text_pane import TextPane

_SGR = re.compile("\x1b\\[[\\d;:]*m")


class OutputText(TextPane):
    """The lines of what was said, without the colours that it was said in."""

    def __init__(self, name: str, ran: Ran) -> None:
        super().__init__()
        self._said = name
        self._ran = ran
        self._lines = safe(_SGR.sub("", ran.output.rstrip("\n"))).split("\n")

    @property
    def length(self) -> int:
        """How many lines were said."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One of them."""
        return ((f" {self._lines[place]}", Look.PLAIN),)

    def head(self) -> Line:
        """Which command, and how it ended."""
        end = f"failed ({self._ran.status})" if self._ran.status else f"{self.length:,} lines"
        end = f"the first {self.length:,} lines" if self._ran.cut else end
        room = self.outer_size.width - len(end) - 4
        return ((f" {cut(self._said, room)}  {end}", Look.PLAIN),)


class OutputScreen(Overlay[None]):
    """The output over whatever was on show."""

    BINDINGS: ClassVar[list[BindingType]] = [*leaving("enter", "output")]

    def __init__(self, name: str, ran: Ran) -> None:
        super().__init__()
        self._text = OutputText(name, ran)

    def compose(self) -> ComposeResult:
        """Put up the one pane."""
        yield self._text
