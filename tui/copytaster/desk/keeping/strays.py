"""What processes that were killed left half done, known by the number of the process in its name.

It is ours, its process is no more, and it has rested for a while: where two machines share a
folder, a process of the other one is not known here.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

RESTED_SECONDS = 60.0


def half_beside(place: Path) -> Path:
    """Where this process writes what is to become this file; what others left there is removed."""
    before, after = f".{place.name}.", ".part"
    clear_strays(place.parent, re.compile(f"{re.escape(before)}([0-9]+){re.escape(after)}"))
    return place.with_name(f"{before}{os.getpid()}{after}")


def clear_strays(folder: Path, name: re.Pattern[str]) -> None:
    """Remove what processes of the past left in a folder; group 1 of a name is the process."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = name.fullmatch(entry.name)
            if match and _is_stray(entry, int(match[1])):
                _remove(entry)


def _is_stray(entry: os.DirEntry[str], process: int) -> bool:
    try:
        found = entry.stat(follow_symlinks=False)
        rested = time.time() - found.st_mtime > RESTED_SECONDS
        if rested and found.st_uid == os.geteuid():
            os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        pass
    return False


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path, ignore_errors=True)
    else:
        with suppress(OSError):
            Path(entry.path).unlink()
