"""The last screen of the reader, painted again before anything heavy is imported.

It is on the terminal some 30 ms after the start, a tenth of what the live screen takes, marked as
opening. It stands only for the same call: the same folder, words, settings, terminal and version.
Keys typed meanwhile wait, and act on the live screen. To be this quick the module imports next to
nothing; that includes platformdirs, whose rule for Linux it states itself.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from copytaster import VERSION
from copytaster.terminal.found import why_no_screen
from copytaster.terminal.lastframe import paint

MARK = " opening "


def paint_last_picture(words: Sequence[str]) -> None:
    """Paint it, if there is a picture of this very call; where to keep the next one is noted."""
    plain = not any(word.startswith("-") for word in words)
    folder = _cache_folder()
    if plain and folder and why_no_screen(os.environ) is None:
        key = _key(words)
        name = f"picture-{zlib.crc32(key.encode('utf-8', 'surrogateescape')):08x}"
        paint(folder / name, key, MARK)


def _key(words: Sequence[str]) -> str:
    """All that the picture depends on, but for the size of the screen, as one line."""
    terminal = [os.environ.get(name, "") for name in ("TERM", "COLORTERM", "NO_COLOR")]
    return "|".join([VERSION, _working_folder(), *words, *terminal, _settings_stamp()])


def _working_folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109  (a string is all that is wanted)
    except OSError:
        return ""


def _settings_stamp() -> str:
    """When the settings were written last, which is enough to know that they are the same."""
    try:
        return str((_base("XDG_CONFIG_HOME", ".config") / "settings.toml").stat().st_mtime_ns)
    except OSError:
        return ""


def _cache_folder() -> Path | None:
    """The folder of the cache on Linux, if it is there already; elsewhere there are no pictures."""
    folder = _base("XDG_CACHE_HOME", ".cache")
    try:
        return folder if sys.platform == "linux" and folder.is_dir() else None
    except OSError:
        return None


def _base(variable: str, default: str) -> Path:
    """The program's folder of one kind (XDG Base Directory Specification 0.8)."""
    named = os.environ.get(variable, "").strip()
    return Path(named or Path.home() / default) / "copytaster"
