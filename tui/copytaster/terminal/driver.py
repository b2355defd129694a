"""A driver for Textual programs that sends the terminal only what changed.

Any program takes it up with `App(driver_class=ThriftyDriver)`; it needs no other change. Textual
writes each refreshed region whole, every segment in its own SGR and reset; this driver keeps a
model of the screen (grid.py) and sends the changed cells with the fewest moves and SGR, once for
each synchronised update. Measured on three panes at 80x24 and 200x60: 7 and 6 times fewer bytes a
key than the stock driver.

Besides, it

- lets through only the sequences of grammar.py: what came in with a text cannot act;
- repaints by itself when the program comes back from Ctrl-Z, and after any resize;
- survives the loss of the terminal, and asks the program to exit when that happens;
- writes to stdout where that is the terminal, so that stderr can be kept in a file;
- asks for the terminal's background and posts the answer, whenever it comes, as `BackgroundSeen`.

It is for full screens, not for inline programs.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any, Final, cast

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

from copytaster.terminal.background import QUERY, Answers, Background
from copytaster.terminal.found import modes_found, screen_descriptor
from copytaster.terminal.grammar import OWN, SYNC_END, SYNC_START
from copytaster.terminal.grid import Grid
from copytaster.terminal.keystrokes import Keystrokes
from copytaster.terminal.lastframe import Painted, claim, keep
from copytaster.terminal.output import Output
from copytaster.terminal.painter import Erasing
from copytaster.terminal.plain import ascii_only
from copytaster.terminal.stopping import stop
from copytaster.terminal.typed import typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from types import FrameType

    from textual.app import App

    SignalHandler = Callable[[int, FrameType | None], object] | int | None

ENTER_ALTERNATE_SCREEN: Final = "\x1b[?1049h"
PLAIN_PEN: Final = "\x1b[m"
TERMINAL_LOST: Final = 129
"""The exit code after the loss of the terminal: 128 and SIGHUP, as shells count."""
NOT_BEGUN: Final = 0.02
"""Seconds after which to look again whether full-screen mode has begun and can be left."""
MOST_ENTRIES: Final = 100
"""How often full-screen mode is tried: once more each time it is continued in the background."""
ERASING_TERMINALS: Final = (
    "xterm", "tmux", "alacritty", "kitty", "foot", "wezterm", "konsole", "vte", "gnome", "rxvt",
    "st-", "ghostty", "contour", "mintty", "iterm", "nsterm", "linux",
)  # fmt: skip
"""How the TERM of terminals begins that erase with the background in use (terminfo's `bce`)."""


class BackgroundSeen(Message):
    """The terminal has said what its background is; a program handles `on_background_seen`."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.background = background


class ThriftyDriver(LinuxDriver):
    """Textual's driver for Unix terminals, writing only the cells that changed."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        modes_found()
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("TextIOWrapper", Output(screen_descriptor(), self._terminal_lost))
        terminal = os.environ.get("TERM", "")
        coloured = terminal.startswith(ERASING_TERMINALS)
        self._grid = Grid(0, 0, Erasing.COLOURED if coloured else Erasing.PLAIN)
        self._asks = self.input_tty and terminal != "linux"
        self._answers = Answers()
        self._entered = False
        self._stale = False
        self._updating = False

    def write(self, data: str) -> None:
        """Take a piece of the program's output: own sequences pass, frames are compared first."""
        if data == SYNC_START:
            self._updating = True
        elif data == SYNC_END:
            self._updating = False
            self._send(SYNC_START, SYNC_END)
        elif OWN.fullmatch(data):
            self._pass(data)
        else:
            self._read(data)

    def start_application_mode(self) -> None:
        """Enter full-screen mode; coming back to it, paint at once what was there."""
        self._take_over()
        for _ in range(MOST_ENTRIES):  # in the background it is stopped instead, and goes on here
            if not self._writes():
                super().start_application_mode()  # type: ignore[no-untyped-call] # so in Textual
        found = modes_found()
        self.attrs_before = list(found) if found else None
        signal.signal(signal.SIGWINCH, self._resized(signal.getsignal(signal.SIGWINCH)))
        if self._asks:
            self._asks = False
            super().write(QUERY)
        if self._grid.size == self._app.size:
            self._send()

    def stop_application_mode(self) -> None:
        """Leave full-screen mode with the terminal's own pen."""
        super().write(PLAIN_PEN)
        self._stale = True
        super().stop_application_mode()

    def close(self) -> None:
        """Stop writing, and keep the picture of the last frame for the next start."""
        super().close()
        keep(Painted(self._grid.picture(), self._grid.size))

    def process_message(self, message: Message) -> None:
        """Pass a message of the terminal on; a change of size makes the screen uncertain."""
        if isinstance(message, Resize) and message.size != self._grid.size:
            self._stale = True
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read keys and answers until the driver is stopped or the terminal is gone.

        What fails here fails in the program, which leaves in order.
        """
        try:
            self._hear_terminal()
        except Exception as error:  # noqa: BLE001 - raised again where it is seen
            self._app.call_later(_raise, error)

    def _hear_terminal(self) -> None:
        keystrokes = Keystrokes(self._debug)
        for text in typed(self.fileno, self.exit_event):
            for message in keystrokes.messages(self._answers.strained(text)):
                self.process_message(message)
            self._tell_background()
        if not self.exit_event.is_set():
            self._terminal_lost()

    def _take_over(self) -> None:
        """Go on from a picture that was painted before Textual was there."""
        painted = claim()
        if painted is not None:
            self._entered = True
            self._grid.resize(*painted.size)
            self._grid.shows(painted.picture)

    def _pass(self, data: str) -> None:
        if data == ENTER_ALTERNATE_SCREEN:
            entered, self._entered = self._entered, False
            if entered:
                return
            self._stale = True
        super().write(data)

    def _read(self, data: str) -> None:
        size = self._app.size
        if self._grid.size != size:
            self._grid.resize(*size)
        self._grid.read(data)
        if not self._updating:
            self._send()

    def _send(self, opening: str = "", closing: str = "") -> None:
        if self._stale:
            self._stale = False
            self._grid.forget()
        changes = self._grid.changes()
        if changes:
            super().write(f"{opening}{changes}{closing}")

    def _tell_background(self) -> None:
        background, self._answers.latest = self._answers.latest, None
        if background is not None:
            self.process_message(BackgroundSeen(background))

    def _resized(self, handler: SignalHandler) -> Callable[[int, FrameType | None], None]:
        def on_resize(number: int, frame: FrameType | None) -> None:
            self._stale = True
            if callable(handler):
                handler(number, frame)

        return on_resize

    def _sigtstp_application(self, *_arguments: object) -> None:
        """Stop, the terminal given back, between two steps of the program.

        Amid one, the main thread may hold the very locks that are needed to write.
        """
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._halt)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_arguments: object) -> None:
        """Paint all again: a SIGSTOP, unlike Ctrl-Z, left full-screen mode running."""
        if self._auto_restart and not self._must_signal_resume:
            self._loop.call_soon_threadsafe(self._repaint)

    def _halt(self) -> None:
        if self._key_thread is None:
            self._loop.call_later(NOT_BEGUN, self._halt)
            return
        if self._writes():
            self.suspend_application_mode()
            self._must_signal_resume = True
        stop()
        if self._must_signal_resume:
            self.resume_application_mode()

    def _repaint(self) -> None:
        if self._auto_restart and self._writes():
            self._stale = True
            self._send()

    def _writes(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _terminal_lost(self) -> None:
        self._loop.call_soon_threadsafe(self._app.exit, None, TERMINAL_LOST)


def _raise(error: Exception) -> None:
    raise error


class PlainDriver(ThriftyDriver):
    """The same for a terminal that has ASCII only."""

    def _read(self, data: str) -> None:
        super()._read(ascii_only(data))
