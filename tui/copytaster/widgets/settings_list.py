"""The list of settings, each with its value, and below it what the one under the cursor means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import var

from copytaster.desk.settings.settings import Setting, Settings, table
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.settings_page import meaning_lines, setting_line
from copytaster.presentation.wrap import longest
from copytaster.widgets.pane import LinePane

MEANING_LINES = 6
HEADS = (
    " Settings  (Enter changes, d takes the default, Esc closes)",
    " Settings  (? keys, Esc closes)",
    " Settings  (Esc closes)",
)


class SettingsList(LinePane, can_focus=True):
    """Every setting once; the cursor stands on the one that keys change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "Up", show=False, id="list.up"),
        Binding("g,home", "move(-999)", "First", show=False, id="list.first"),
        Binding("G,end", "move(999)", "Last", show=False, id="list.last"),
    ]

    settings: var[Settings] = var(Settings())
    message: var[str] = var("")

    def __init__(self, choices: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.cursor = 0
        self._table = table()
        self._choices = choices

    @property
    def page(self) -> int:
        """The meaning has the foot of the pane."""
        return max(1, super().page - MEANING_LINES)

    @property
    def length(self) -> int:
        """What is in sight: settings, as many as there is room for, and the meaning."""
        return self.top + self.page + MEANING_LINES

    @property
    def setting(self) -> Setting:
        """The one under the cursor."""
        return self._table[self.cursor]

    @property
    def value(self) -> object:
        """What it is set to."""
        return getattr(self.settings, self.setting.name)

    @property
    def choices(self) -> Sequence[str]:
        """What it may be, where that is a word of a few."""
        return self.setting.meaning.choices or self._choices.get(self.setting.name, ())

    def line(self, place: int) -> Line:
        """A setting, or a line of what the one under the cursor means."""
        row = place - self.top
        if row >= self.page:
            return self._foot()[row - self.page]
        if place >= len(self._table):
            return ()
        setting = self._table[place]
        return setting_line(setting, getattr(self.settings, setting.name), self.outer_size.width)

    def head(self) -> Line:
        """What the keys do."""
        return ((longest(self.outer_size.width, *HEADS), Look.PLAIN),)

    def under_cursor(self, place: int) -> bool:
        """Whether the keys act on this setting."""
        return place == self.cursor and place - self.top < self.page

    def action_move(self, step: int) -> None:
        """To another setting."""
        self.message = ""
        self.cursor = max(0, min(self.cursor + step, len(self._table) - 1))
        if not self.top <= self.cursor < self.top + self.page:
            self.top = max(0, min(self.cursor - self.page // 2, len(self._table) - self.page))
        self.refresh()

    def watch_settings(self) -> None:
        """Something was set."""
        self.refresh()

    def watch_message(self) -> None:
        """Something is to be said."""
        self.refresh()

    def on_resize(self) -> None:
        """Another height: the cursor stays in sight."""
        super().on_resize()
        self.top = max(0, min(self.top, self.cursor))
        self.action_move(0)

    def _foot(self) -> list[Line]:
        width = self.outer_size.width
        lines = list(meaning_lines(self.setting, self.choices, width))[: MEANING_LINES - 1]
        said: Line = ((f"  {self.message}", Look.KEY),) if self.message else ()
        return [*lines, *[()] * (MEANING_LINES - 1 - len(lines)), said]
