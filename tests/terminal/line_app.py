"""A small program of the Line API, to be run in a terminal of its own by the tests.

Its rows are numbered and painted in the theme's colours; `j` and `k` move, `t` changes the theme,
`w` shows wide characters, `x` draws text that tries to act, `z` is Ctrl-Z amid a write, `f` fails,
`q` quits.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input

from copytaster.terminal.driver import BackgroundSeen, ThriftyDriver
from copytaster.terminal.exit import leave_on_signals
from copytaster.terminal.filter import SafeFilter

HOSTILE = "\x1b]0;owned\x07 \x1b[2J \x9b31m \x1bP$qm\x1b\\ \u202edrow\u202c \x07"


class Rows(ScrollView, can_focus=True):
    """A thousand rows and a cursor."""

    row = 0
    words = "story"

    def on_mount(self) -> None:
        self.virtual_size = Size(200, 1000)

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        style = self.rich_style + Style(reverse=y == self.row, bold=y % 7 == 0)
        line = f"{'>' if y == self.row else ' '} {y:05d} {self.words}"
        return Strip([Segment(line, style)]).adjust_cell_length(self.size.width, self.rich_style)

    def move(self, step: int) -> None:
        self.row = min(max(self.row + step, 0), 999)
        self.scroll_to(y=max(0, self.row - self.size.height // 2), animate=False)
        self.refresh()


class LineApp(App[None]):
    """Rows above, a line to type in below."""

    CSS = "Rows { height: 1fr; scrollbar-size: 0 0; } Input { height: 1; border: none; }"
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Rows()
        yield Input(placeholder="find")

    def on_load(self) -> None:
        leave_on_signals(self)
        if "ignore-hangup" in sys.argv:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        self.filter = SafeFilter()

    def get_line_filters(self) -> list[object]:
        return [*super().get_line_filters(), self.filter]

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.query_one(Rows).focus()

    def on_background_seen(self, message: BackgroundSeen) -> None:
        self.query_one(Input).value = "dark" if message.background.dark else "light"

    def on_key(self, event: object) -> None:
        rows = self.query_one(Rows)
        steps = {"j": 1, "k": -1, "J": 100, "K": -100}
        if event.key in steps:
            rows.move(steps[event.key])
        elif event.key == "t":
            self.theme = "textual-light" if self.theme != "textual-light" else "ansi-dark"
        elif event.key in ("w", "x"):
            rows.words = "市議会は月曜日 e\u0301 🎉" if event.key == "w" else HOSTILE
            rows.refresh()
        elif event.key == "f":
            raise RuntimeError("as asked")
        elif event.key == "b":
            asyncio.get_running_loop().call_soon(busy)
        elif event.key == "z":
            self.stop_amid_a_write()
        elif event.key == "q":
            self.exit()

    def stop_amid_a_write(self) -> None:
        """Hear SIGTSTP where a signal may come: while what is written holds the lock it needs."""
        assert isinstance(self._driver, ThriftyDriver)
        assert self._driver._writer_thread is not None
        with self._driver._writer_thread._queue.mutex:
            os.kill(os.getpid(), signal.SIGTSTP)
            for _ in range(1000):
                os.getpid()


def busy() -> None:
    """Say so, and hold the event loop for good."""
    os.write(1, b"busy")
    while True:
        os.getpid()


def run() -> None:
    """Run the program, and end with its exit code."""
    app = LineApp(driver_class=None if "stock" in sys.argv else ThriftyDriver)
    app.run()
    with suppress(OSError):
        os.write(1, b"left in order\n")
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    run()
