"""The terminal as the program found it, and giving it back as it was, whatever happened."""

from __future__ import annotations

import os
import sys
import termios
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

STDIN: Final = 0

GIVE_BACK: Final = (
    "\x1b[?2026l\x1b[m\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"
    "\x1b[?2004l\x1b[?2048l\x1b[?1004l\x1b[?7h\x1b[?1049l\x1b[?25h"
)
"""Every mode that a Textual program sets, ended; the alternate screen last but for the cursor."""


@cache
def modes_found() -> tuple[Any, ...] | None:
    """The modes of the terminal at the first call, which comes before anything changes them.

    None where the input is no terminal. They are as `termios.tcgetattr` gives them.
    """
    try:
        return tuple(termios.tcgetattr(STDIN))
    except (termios.error, OSError, ValueError):
        return None


def screen_descriptor() -> int:
    """The file descriptor of the terminal: stdout, or stderr where stdout goes elsewhere."""
    return 1 if _is_terminal(sys.__stdout__) else 2


def why_no_screen(environment: Mapping[str, str]) -> str | None:
    """Why no full screen can be shown here, in one plain line; None where it can."""
    if not _is_terminal(sys.__stdin__):
        return "keys cannot be read here: the input is not a terminal"
    if not (_is_terminal(sys.__stdout__) or _is_terminal(sys.__stderr__)):
        return "there is no screen to draw on: the output is not a terminal"
    if environment.get("TERM", "") in ("", "dumb"):
        return "this terminal cannot move its cursor (TERM is dumb or not set)"
    return None


def give_back() -> None:
    """Leave full-screen mode at once, without Textual; safe to call in any state."""
    with suppress(OSError):
        os.write(screen_descriptor(), GIVE_BACK.encode())
    modes = modes_found()
    if modes is not None:
        with suppress(termios.error, OSError):
            termios.tcsetattr(STDIN, termios.TCSANOW, list(modes))


def give_back_if_taken() -> None:
    """As `give_back`, where the terminal is not as it was found."""
    found = modes_found()
    with suppress(termios.error, OSError):
        if found is not None and tuple(termios.tcgetattr(STDIN)) != found:
            give_back()


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and os.isatty(stream.fileno())
