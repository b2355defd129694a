"""The settings, each with its meaning, changed with keys; the file keeps its comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from copytaster.desk.settings.settings import Setting, Settings
from copytaster.presentation.settings_page import PATHS, from_words, in_words
from copytaster.screens.overlay import Overlay
from copytaster.widgets.settings_list import SettingsList


class SettingsScreen(Overlay[None]):
    """The settings over the reader; each change is asked of the application with `Changed`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "change", "Change this setting", show=False),
        Binding("l,right,+", "step(1)", "Next value", show=False),
        Binding("h,left,-", "step(-1)", "Previous value", show=False),
        Binding("d,delete", "default", "Take the default", show=False),
        Binding("escape,backspace", "back", "Back", show=False, id="back"),
        Binding("q", "dismiss", "Close", show=False, id="leave"),
        Binding("comma", "dismiss", "Close", show=False, id="settings"),
    ]
    AUTO_FOCUS = "SettingsList"

    rows = getters.query_one(SettingsList)
    line = getters.query_one(Input)

    @dataclass
    class Changed(Message):
        """A setting is to have this value."""

        screen: SettingsScreen
        setting: Setting
        value: object

    def __init__(self, settings: Settings, choices: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._settings = settings
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Put up the list, and the line in which one types a value."""
        yield SettingsList(self._choices)
        line = Input(compact=True, select_on_focus=False)
        line.cursor_blink = False
        line.display = False
        yield line

    def on_mount(self) -> None:
        """Show what is set."""
        self.rows.settings = self._settings

    def show(self, settings: Settings, message: str) -> None:
        """Show what is set now, and say what came of a change."""
        self.rows.settings = settings
        self.rows.message = message

    def action_change(self) -> None:
        """The next value where there are a few, else a line to type one in."""
        if isinstance(self.rows.value, bool) or self.rows.choices:
            self.action_step(1)
        else:
            self._ask()

    def action_step(self, step: int) -> None:
        """The next or previous value."""
        value, choices = self.rows.value, list(self.rows.choices)
        if isinstance(value, bool):
            self._change(not value)
        elif isinstance(value, int):
            self._change(value + step)
        elif choices:
            place = choices.index(str(value)) if value in choices else -step
            self._change(choices[(place + step) % len(choices)])

    def action_default(self) -> None:
        """As it was at first."""
        self._change(self.rows.setting.default)

    def action_back(self) -> None:
        """Away with the line first, then with the settings."""
        if self.line.display:
            self._close_line()
        else:
            self.dismiss()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: this is to be the value."""
        event.stop()
        self._close_line()
        self._change(from_words(event.value, self.rows.setting))

    def _ask(self) -> None:
        several = isinstance(self.rows.setting.default, tuple)
        self.line.placeholder = f"folders and files, parted by {PATHS}" if several else "a value"
        self.line.value = in_words(self.rows.value)
        self.line.cursor_position = len(self.line.value)
        self.line.display = True
        self.set_focus(self.line)

    def _close_line(self) -> None:
        self.line.display = False
        self.set_focus(self.rows)

    def _change(self, value: object) -> None:
        self.post_message(self.Changed(self, self.rows.setting, value))
