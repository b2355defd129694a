"""What is there, as far as one may look: a place that must not be looked at is as if it were not.

`Path.exists` and its like raise for such a place; nobody who asks wants to end over it.
"""

from __future__ import annotations

import stat
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is anything."""
    return _mode(path) is not None


def folder_is_there(path: Path) -> bool:
    """Whether a folder is there."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def file_is_there(path: Path) -> bool:
    """Whether a regular file is there."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None
