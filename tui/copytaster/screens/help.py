"""The keys and what they do, from the one table of commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from copytaster.commands import groups
from copytaster.keyboard import key_signs
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.widgets.text_pane import TextPane

KEY_CELLS = 24


class HelpText(TextPane):
    """All commands by heading; scrolls like the panes."""

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
