"""The keys and what they do, from the one table of commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from copytaster.commands import groups, key_signs
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.widgets.pane import LinePane

KEY_CELLS = 24


class HelpText(LinePane, can_focus=True):
    """All commands by heading; scrolls like the panes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False),
        Binding("k,up", "move(-1)", "Up", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("b,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "page(-99)", "First", show=False),
        Binding("G,end", "page(99)", "Last", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._lines = list(help_lines(keymap))

    @property
    def length(self) -> int:
        """How many lines the help has."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One command, or a heading."""
        return self._lines[place]

    def head(self) -> Line:
        """What this is, and how to leave it."""
        return ((" Keys  (any of the user's own in settings.toml wins; Esc closes)", Look.PLAIN),)

    def action_move(self, step: int) -> None:
        """Scroll by lines."""
        self.show_from(self.top + step)

    def action_page(self, step: int) -> None:
        """Scroll by pages."""
        self.show_from(self.top + step * self.page)


class HelpScreen(ModalScreen[None]):
    """The help over whatever was on show."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close", show=False)
    ]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Put up the one pane of the help."""
        yield HelpText(self._keymap)


def help_lines(keymap: Mapping[str, str]) -> Iterator[Line]:
    """The help page: headings, and a line for each command with the keys that are bound now."""
    for heading, commands in groups():
        yield BLANK
        yield ((f"  {heading}", Look.KICKER),)
        for command in commands:
            signs = "  ".join(key_signs(keymap.get(command.id, command.keys)))
            yield ((f"  {signs:<{KEY_CELLS}}", Look.KEY), (command.help, Look.PLAIN))
    yield BLANK
