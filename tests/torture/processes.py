"""Which processes still work for a house, by what stands in their command lines."""

from __future__ import annotations

import os
import time
from pathlib import Path

PATIENCE = 60.0


def left_behind(place: Path) -> list[str]:
    """The processes that still work for this house after a while."""
    end = time.monotonic() + PATIENCE
    while (found := _at_work(place)) and time.monotonic() < end:
        os.sched_yield()
    return found


def _at_work(place: Path) -> list[str]:
    found = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = os.fsdecode(each.read_bytes())
        except OSError:
            continue
        if str(place) in words and "copytaster" in words and "pytest" not in words:
            found.append(words.replace("\0", " ")[:120])
    return found
