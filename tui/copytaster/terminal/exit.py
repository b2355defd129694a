"""Leaving when the system says so: SIGTERM, SIGHUP, SIGINT, and the loss of the terminal.

Textual leaves raw mode and the alternate screen behind at SIGTERM, dies at once of SIGHUP, and
spins when its terminal is gone. An application calls `leave_on_signals(self)` in `on_load`.
"""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from copytaster.terminal.found import give_back, give_back_if_taken, modes_found

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from types import FrameType

    from textual.app import App

PATIENCE: Final = 5.0
"""Seconds that the program has to save and leave before it is ended from outside."""

_SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def leave_on_signals(app: App[Any]) -> None:
    """Make the signals that end a program quit this one in order, with exit code 128 + number.

    A second SIGTERM or SIGINT, or `PATIENCE` seconds, end it in any case, the terminal given back.
    Call it in the main thread, from `on_load`.
    """
    import asyncio  # 30 ms, which lastframe.py, importing this module, cannot spare

    modes_found()
    leaving = Leaving(app, asyncio.get_running_loop())
    for number in _SIGNALS:
        signal.signal(number, leaving.on_signal)
    threading.Thread(target=leaving.see_to_it, args=(0,), name="leaving", daemon=True).start()


def end_at_interrupt() -> None:
    """Until `leave_on_signals` is called, have SIGINT end the process, the terminal given back.

    Python would raise it as an exception, which is lost where one is ignored (in the callbacks of
    imports); asyncio would only cancel the application that is about to start, which then stays.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end_interrupted)


def raise_at_interrupt() -> None:
    """Take `end_at_interrupt` back: SIGINT raises KeyboardInterrupt again."""
    if signal.getsignal(signal.SIGINT) is _end_interrupted:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end_interrupted(number: int, _frame: FrameType | None) -> None:
    give_back_if_taken()
    os._exit(128 + number)


class Leaving:
    """The way out of one application, in order the first time and at once the second.

    A signal may come while the main thread begins a thread, and would wait for itself if it began
    one too; so the thread that sees to it stands before, and is told through a pipe.
    """

    def __init__(self, app: App[Any], loop: AbstractEventLoop) -> None:
        self._app = app
        self._loop = loop
        self._begun = False
        self._told, self._tell = os.pipe()

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Begin to leave, or end now if that was begun before.

        SIGHUP never hurries: shells send it again after the kernel did.
        """
        if self._begun and number != signal.SIGHUP:
            end_now(128 + number)
        self.begin(number)

    def begin(self, number: int) -> None:
        """Ask the application to quit, from any thread, and see to it that it does."""
        if self._begun:
            return
        self._begun = True
        code = 128 + number
        os.write(self._tell, bytes((code,)))
        with suppress(RuntimeError):  # the loop is closed: it is leaving already
            self._loop.call_soon_threadsafe(self._app.exit, None, code)

    def see_to_it(self, terminal: int) -> None:
        """Begin to leave when the other side of the terminal is gone; end what does not leave.

        Where the system cannot poll terminals (old versions of macOS) only the signals tell.
        """
        poll = select.poll()
        poll.register(self._told, select.POLLIN)
        poll.register(terminal, 0)
        while self._told not in (happened := dict(poll.poll())):
            poll.unregister(terminal)
            if happened[terminal] & (select.POLLHUP | select.POLLERR):
                self.begin(signal.SIGHUP)
        (code,) = os.read(self._told, 1)
        time.sleep(PATIENCE)
        end_now(code)


def end_now(code: int) -> None:
    """Give the terminal back and end the process without another word."""
    give_back()
    os._exit(code)
