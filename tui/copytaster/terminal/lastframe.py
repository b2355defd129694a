"""The last screen, painted again before Textual is imported, which takes 130 ms.

A program calls `paint` before its heavy imports; that is all. The driver takes over what is painted
(`claim`), so that its first frame sends only what has changed since, and keeps the picture of the
last frame when the program leaves (`keep`). Keys that are typed meanwhile wait in the terminal.

A file of this kind is one line that names the version, the size and the key of the caller, then the
picture. One that is for another screen, or holds anything but painting, is not painted.
"""

from __future__ import annotations

import atexit
import os
import signal
import termios
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from copytaster.terminal.exit import end_now
from copytaster.terminal.found import STDIN, give_back, modes_found, screen_descriptor
from copytaster.terminal.grammar import PAINT

_FORMAT: Final = "frame 1"
_ENTER: Final = "\x1b[?1049h\x1b[?25l"


class Painted(NamedTuple):
    """A picture that stands on the terminal, and the size of its screen (width, height).

    No dataclass, since importing those takes as long as painting.
    """

    picture: str
    size: tuple[int, int]


_painted: list[Painted] = []
_places: list[tuple[Path, str]] = []


def save(path: Path, key: str, painted: Painted) -> None:
    """Write the picture to a file, all or nothing; OSError if it cannot be.

    `key` says what else has to be the same to show it again: folder, theme, version.
    """
    from copytaster.desk.keeping.saving import save_text

    save_text(path, [f"{_heading(key, painted.size)}\n{painted.picture}"], private=True)


def load(path: Path, key: str, size: tuple[int, int]) -> Painted | None:
    """The picture of the file, if it is for this key and size and holds nothing but painting."""
    try:
        heading, _, picture = path.read_bytes().decode().partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if heading != _heading(key, size) or not picture or not PAINT.fullmatch(picture):
        return None
    return Painted(picture, size)


def paint(path: Path, key: str, mark: str = "") -> bool:
    """Enter full-screen mode and paint the picture of the file; False where there is none for us.

    `mark` is written into the last corner, reversed, until the program itself draws there. In any
    case the driver keeps its last picture in the same file, for the same key. Call it only where
    `why_no_screen` found nothing. Whatever happens before the driver takes over, the terminal is
    given back at the end.
    """
    _places.append((path, key))
    screen = screen_descriptor()
    try:
        width, height = os.get_terminal_size(screen)
    except OSError:
        return False
    painted = load(path, key, (width, height))
    if painted is None or not _quiet_keys():
        return False
    corner = f"\x1b[{height};{max(1, width - len(mark) + 1)}H\x1b[7m{mark}\x1b[m" if mark else ""
    painted = Painted(painted.picture + corner, painted.size)
    os.write(screen, f"{_ENTER}{painted.picture}".encode())
    _painted.append(painted)
    _give_back_in_any_case()
    return True


def keep(painted: Painted) -> None:
    """Save the picture where `paint` looked for one; a disk that takes none is no matter."""
    for path, key in _places[-1:]:
        with suppress(OSError):
            save(path, key, painted)


def claim() -> Painted | None:
    """What `paint` has put on the terminal, once: from now on it is the caller's to give back."""
    return _painted.pop() if _painted else None


def _heading(key: str, size: tuple[int, int]) -> str:
    return f"{_FORMAT} {size[0]}x{size[1]} {key!r}"


def _quiet_keys() -> bool:
    """Whether the terminal could be told to keep keys as they come, and to show none of them."""
    if modes_found() is None:
        return False
    with suppress(termios.error):
        modes = termios.tcgetattr(STDIN)
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(STDIN, termios.TCSANOW, modes)
        return True
    return False


def _give_back_in_any_case() -> None:
    atexit.register(_give_back_unclaimed)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: end_now(128 + number))


def _give_back_unclaimed() -> None:
    if claim():
        give_back()
