"""The part of the application that holds to the settings: keys, their file, and the inbox.

Keys of several steps are heard here first. The file is looked at now and then, and when one comes
back to the terminal; what changed in it holds at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key

from copytaster.app_themes import ThemedApp
from copytaster.desk.settings.file import SettingsFile, key_place
from copytaster.desk.settings.settings import Settings, table
from copytaster.keymap import effective_keys, key_complaints
from copytaster.screens.reading.patience import Patience
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.sequences import Sequences
from copytaster.themes import load_themes
from copytaster.widgets.pane import LinePane

if TYPE_CHECKING:
    from textual.driver import Driver

    from copytaster.commands import Room
    from copytaster.screens.settings import SettingsScreen
    from copytaster.terminal.depth import Depth

SETTINGS_SECONDS = 2.0
"""How often the file of settings is looked at."""


class SettledApp(ThemedApp):
    """An application that does as its settings say; its result is an inbox that was chosen."""

    def __init__(
        self,
        settings: Settings,
        file: SettingsFile | None,
        depth: Depth,
        driver: type[Driver] | None,
    ) -> None:
        super().__init__(settings, depth, driver)
        self._file = file
        self.bound = effective_keys(settings)
        self._sequences = Sequences(self.bound)

    def on_app_focus(self) -> None:
        """Who comes back from an editor may have changed the settings there."""
        self._look_at_settings()

    async def hear_key(self, key: Key) -> None:
        """A key that goes on with a sequence, or begins one, is heard here first."""
        heard = self._in_sequence(key)
        if heard is not None:
            await super().hear_key(heard)

    def on_patience_held(self, event: Patience.Held) -> None:
        """A deed waits for the ledger: so do the keys behind it."""
        self.hold_keys(event.give_up)

    async def on_patience_done(self, event: Patience.Done) -> None:
        """It is done, or given up, and what was typed behind it with it."""
        await self.let_keys_go(forgotten=event.given_up)

    def action_inbox(self) -> None:
        """Ask for the folder to read."""
        from copytaster.screens.inbox import InboxScreen

        if not isinstance(self.screen, InboxScreen):
            self.push_screen(InboxScreen(), self._take_inbox)

    def action_settings(self) -> None:
        """Show the settings."""
        from copytaster.screens.settings import SettingsScreen

        if self._file is None:
            self.say("no settings are kept here")
        elif not isinstance(self.screen, SettingsScreen):
            self._look_at_settings()
            names = [theme.name for theme in load_themes()[0]]
            choices = {"theme": ["auto", *names], "theme_dark": names, "theme_light": names}
            self.push_screen(SettingsScreen(self.settings, choices))

    def action_next_theme(self) -> None:
        """The next of the themes."""
        self.say(f"theme {self.next_theme()}")

    def on_settings_screen_changed(self, event: SettingsScreen.Changed) -> None:
        """Write down what was chosen; it holds once it stands in the file."""
        if self._file is None:
            return
        complaint = self._file.set(event.setting, event.value)
        if complaint is None:
            self._look_at_settings(said="")
        event.screen.show(self.settings, complaint or f"saved in {self._file.path}")

    @property
    def room(self) -> Room | None:
        """The room of the pane that has the keys."""
        return self.focused.ROOM if isinstance(self.focused, LinePane) else None

    def _in_sequence(self, event: Key) -> Key | None:
        room = self.room
        if room is None:
            return event
        key = self._sequences.step(event.key, room)
        if key == event.key:
            return event
        self.say(self._sequences.hint())
        return Key(key, None) if key else None

    def say(self, words: str) -> None:
        """A line at the foot of the reader."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.message = words

    def _look_at_settings(self, said: str = "settings read again") -> None:
        """Take the settings anew where the file is another than before, and say so."""
        if self._file is None or (found := self._file.changed()) is None:
            return
        from copytaster.screens.reading.settings_taken import take_settings

        old, (self.settings, complaints) = self.settings, found
        complaints += key_complaints(self.settings.keys, key_place)
        self.bound = effective_keys(self.settings)
        self._sequences = Sequences(self.bound)
        self.set_keymap(self.bound)
        if (old.theme, old.theme_dark, old.theme_light) != (
            self.settings.theme,
            self.settings.theme_dark,
            self.settings.theme_light,
        ):
            self.take_theme()
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.keymap = self.bound
                take_settings(screen, self.settings)
                screen.message = "; ".join(complaints) or said

    def _take_inbox(self, path: str | None) -> None:
        """Write the inbox that was chosen into the settings, and have it opened."""
        if path is None:
            return
        (setting,) = (each for each in table() if each.name == "inbox")
        complaint = self._file.set(setting, (path,)) if self._file else None
        if complaint:
            self.say(complaint)
        else:
            self.exit(path)

    def greet(self) -> None:
        """Welcome a newcomer, who may choose an inbox at once."""
        from copytaster.screens.welcome import WelcomeScreen

        self.push_screen(
            WelcomeScreen(self.bound), lambda chosen: self.action_inbox() if chosen else None
        )

    def watch_settings_file(self) -> None:
        """Make the file where there is none yet, and look at it from now on."""
        if self._file is not None:
            self._file.make()
            self.set_interval(SETTINGS_SECONDS, self._look_at_settings)
