"""The application: themes, key map and first screen. All else lives on screens and panes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ScreenError
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.command import Provider
from textual.css.query import NoMatches
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from copytaster.app_settings import SettledApp
from copytaster.commands import COMMANDS, Room, bindings, own_rows
from copytaster.desk.desk import Desk
from copytaster.desk.settings.file import SettingsFile, key_place
from copytaster.desk.settings.settings import Settings
from copytaster.keymap import key_complaints
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.terminal import pauses
from copytaster.terminal.depth import Depth
from copytaster.terminal.driver import PlainDriver, ThriftyDriver
from copytaster.terminal.exit import leave_on_signals
from copytaster.terminal.filter import MonochromeFilter, SafeFilter
from copytaster.terminal.stopping import can_be_brought_back

if TYPE_CHECKING:
    from copytaster.presentation.help_page import HelpPage

UNBUILT = (NoMatches, MountError, ScreenError)
"""What Textual says of a screen that is not, or no more, as it should be."""
KEEP_UP_SECONDS = 5.0
LEDGER_SECONDS = 0.05
"""How long a try to write to the ledger may take: the screen stands still meanwhile.

Scripts hold it for milliseconds; where others hold it for longer, it is tried again later.
"""


def _desk_commands() -> type[Provider]:
    """The commands for the palette, which nobody needs before it is opened."""
    from copytaster.screens.palette import DeskCommands

    return DeskCommands


def _driver(settings: Settings) -> type[ThriftyDriver] | None:
    """How the screen is written: ours, or, with None, as Textual does it."""
    if settings.driver != "changes":
        return None
    return PlainDriver if settings.ascii else ThriftyDriver


class CopytasterApp(SettledApp):
    """The reader on one desk; its result is another inbox to open, if one was chosen."""

    TITLE = "copytaster"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.APP)]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "colon"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_desk_commands}

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        *,
        depth: Depth = Depth.TRUE,
        notice: str = "",
        file: SettingsFile | None = None,
        welcome: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(settings, file, depth, _driver(settings))
        self.desk = desk
        self.animation_level = "none"
        self._welcome = welcome
        self._clock = clock
        self.failure: Exception | None = None
        complaints = [*self.register_themes(), *key_complaints(self.settings.keys, key_place)]
        self._notice = "; ".join([*complaints, notice]) if complaints else notice

    def get_default_screen(self) -> ReadingScreen:
        """The three panes, the only screen there is from the start on."""
        screen = ReadingScreen(self.desk, self.settings, self._clock)
        screen.keymap = self.bound
        screen.stand_for(self.size)
        return screen

    def get_line_filters(self) -> list[LineFilter]:
        """Nothing unsafe reaches the terminal through stock widgets either."""
        filters: list[LineFilter] = [*super().get_line_filters(), SafeFilter()]
        return [*filters, MonochromeFilter()] if self.depth is Depth.NONE else filters

    def on_load(self) -> None:
        """Give the terminal back, whatever ends the program."""
        leave_on_signals(self)

    def on_mount(self) -> None:
        """Bind the user's keys, open the desk, and start what works behind it."""
        self.set_keymap(self.bound)
        self.desk.limit_patience(LEDGER_SECONDS)
        self.say(self._notice)
        self.screen.call_after_refresh(self._start_desk, self.screen)

    def pop_screen(self) -> AwaitComplete:
        """Close what lies over the desk, never the desk itself.

        Keys that were typed ahead reach a screen that has closed already and close it once more.
        """
        return AwaitComplete() if isinstance(self.screen, DeskScreen) else super().pop_screen()

    def on_unmount(self) -> None:
        """Hear no more from the desk; it is closed by whoever opened it."""
        asyncio.get_running_loop().remove_reader(self.desk.fileno())

    def action_help(self) -> None:
        """Show the keys."""
        from copytaster.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self._help_page()))

    def _help_page(self) -> HelpPage:
        """The help of the screen on show: of the desk all commands, else what can be done there."""
        from copytaster.presentation.help_page import HelpPage
        from copytaster.screens.overlay import Overlay
        from copytaster.screens.reading.needs import missing

        if isinstance(self.screen, Overlay):
            return HelpPage({}, commands=self.screen.commands())
        commands = (*COMMANDS, *own_rows(self.settings.commands))
        lacking = missing(self.screen) if isinstance(self.screen, DeskScreen) else frozenset()
        return HelpPage(self.bound, self.room, lacking, commands)

    def action_command_palette(self) -> None:
        """Show all commands, to be found by name."""
        from copytaster.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_suspend_process(self) -> None:
        """Stop, where a shell can bring it back."""
        if can_be_brought_back():
            super().action_suspend_process()
        else:
            self.say("no shell is there that could bring it back: Q leaves")

    def _handle_exception(self, error: Exception) -> None:
        """Leave in order and keep what failed; Textual would print it with all that was at hand."""
        failed = error.error if isinstance(error, WorkerFailed) else error
        if failed is not error and isinstance(failed, NoMatches):
            return  # the palette, which alone has workers, was closed while it looked for commands
        if self._exit and isinstance(failed, UNBUILT):
            return  # a screen that was being opened when the program was told to end
        self.failure = self.failure or (failed if isinstance(failed, Exception) else error)
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def _start_desk(self, screen: Screen[Any]) -> None:
        self.desk.start()
        loop = asyncio.get_running_loop()
        loop.add_reader(self.desk.fileno(), self._listen, screen)
        self._listen(screen)
        self.set_interval(KEEP_UP_SECONDS, lambda: self._keep_up(screen))
        pauses.settle()
        if self._welcome:
            self.greet()
        self.watch_settings_file()

    def _keep_up(self, screen: Screen[Any]) -> None:
        """See to it that the back room lives, also where nobody presses a key for days."""
        if self.desk.keep_up():
            self._listen(screen)

    def _listen(self, screen: Screen[Any]) -> None:
        """Hear the desk at once, and wake the screen only where it has something to tell.

        A message for each time that the pipe can be read came twice for every piece of news.
        """
        try:
            news = self.desk.news()
        except Exception as error:  # noqa: BLE001 - a damaged database: left in order, as always
            self._handle_exception(error)
        else:
            if news:
                screen.post_message(ReadingScreen.NewsCame(news))
