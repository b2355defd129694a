"""Saving a file whole or not at all: whoever reads it sees the old one or the new one."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from copytaster.desk.keeping.folders import make_private, touch_private
from copytaster.desk.keeping.strays import half_beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def save_text(path: Path, pieces: Iterable[str], *, private: bool = False) -> None:
    """Write these pieces of text as UTF-8 in place of whatever is there; OSError where not.

    A link is followed, and what UTF-8 lacks (half a surrogate pair) is written as a question mark.
    A `private` file is its user's alone, and so is its folder, which is made if need be. What is
    no file (a pipe, /dev/null) is written into, and what may not be written stays as it is.
    """
    if _takes_a_stream(path):
        _write(path, pieces)
        return
    place = path.resolve()
    half = half_beside(place)
    try:
        if private:
            make_private(place.parent)
            touch_private(half)
        _write(half, pieces)
        commit(half, place)
    except BaseException:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def _takes_a_stream(path: Path) -> bool:
    """Whether a pipe or a device is there; OSError for a file that may not be written."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(pieces)


def commit(half: Path, place: Path) -> None:
    """Put a file that was written beside its place there, once it is on the disk."""
    with half.open("rb") as file:
        os.fsync(file.fileno())
    half.replace(place)
