"""What the processes of a reader hold in memory, told apart by what each is for.

Pages that several of them share are counted once, each process its part of them (PSS).
"""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path

_PROPORTIONAL = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class Part(StrEnum):
    """What a process is for."""

    SCREEN = "screen"
    BACK_ROOM = "back room"
    FILE_READERS = "file readers"
    TRACER = "tracer"


_MODULES = {
    "copytaster.desk.backroom.backroom": Part.BACK_ROOM,
    "copytaster.desk.inbox.parsing": Part.FILE_READERS,
}


def held(pids: list[int]) -> dict[Part, float]:
    """Memory in MB of these processes by what they are for; 0 where there is no /proc."""
    sums = dict.fromkeys(Part, 0.0)
    for pid in pids:
        sums[part_of(pid)] += proportional(pid)
    return sums


def proportional(pid: int) -> float:
    """The memory of a process in MB, of shared pages only its part."""
    try:
        found = _PROPORTIONAL.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def part_of(pid: int) -> Part:
    """What a process is for."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return Part.SCREEN
    if words[0].endswith(b"strace"):
        return Part.TRACER
    modules = (_MODULES.get(os.fsdecode(word)) for word in words)
    return next((part for part in modules if part), Part.SCREEN)
