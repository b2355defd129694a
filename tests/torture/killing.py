"""Kill -9 at random instants: what was being written is whole, and nothing confirmed is lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NoReturn

from torture.writers import WRITERS, Writer, forget_connections

_NUMBER = struct.Struct(">Q")
LONGEST = 0.03
"""Seconds that a writer lives at most; a write takes a tenth of a millisecond to ten."""


@dataclass(slots=True)
class Killed:
    """How often a writer was killed, what it had confirmed by then, and what was broken."""

    name: str
    kills: int = 0
    confirmed: int = 0
    broken: list[str] = field(default_factory=list)


def kill_writer(name: str, folder: Path, *, kills: int, seconds: float = 1e9) -> Killed:
    """Kill a writer so often, each time in a folder of its own."""
    writer, result = WRITERS[name], Killed(name)
    chance, end = random.Random(name), time.monotonic() + seconds
    _warm(writer, folder)
    while result.kills < kills and time.monotonic() < end:
        place = folder / "place"
        place.mkdir(mode=0o700)
        confirmed = _killed_after(writer, place, chance, first=chance.randrange(4))
        try:
            writer.check(place, confirmed)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            result.broken.append(f"{name} after {confirmed}: {error!r}"[:400])
        result.kills += 1
        result.confirmed += confirmed
        shutil.rmtree(place)
    return result


def _warm(writer: Writer, folder: Path) -> None:
    """Import what a first write imports, so that the processes to be killed begin at once."""
    place = folder / "warm"
    place.mkdir(mode=0o700)
    writer.write(place, 1)
    forget_connections()


def _killed_after(writer: Writer, place: Path, chance: random.Random, first: int) -> int:
    """Have a process write until it is killed; the last number that it confirmed.

    It is left alone until it has confirmed number `first`, 0 at once.
    """
    confirmations, end = os.pipe()
    pid = os.fork()
    if pid == 0:
        _write_for_ever(writer, place, end)
    os.close(end)
    said = bytearray()
    while len(said) < (first + 1) * _NUMBER.size:
        said += os.read(confirmations, _NUMBER.size)
    time.sleep(chance.uniform(0.0, LONGEST))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while chunk := os.read(confirmations, 1 << 16):
        said += chunk
    os.close(confirmations)
    whole = len(said) - len(said) % _NUMBER.size
    return int(_NUMBER.unpack_from(said, whole - _NUMBER.size)[0])


def _write_for_ever(writer: Writer, place: Path, end: int) -> NoReturn:
    try:
        os.write(end, _NUMBER.pack(0))
        for number in count(1):
            writer.write(place, number)
            os.write(end, _NUMBER.pack(number))
    finally:
        os._exit(1)
