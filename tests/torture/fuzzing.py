"""Fuzzing: every door through which bytes of others come in is hammered with spoilt ones.

A target takes bytes and raises where something is lost, let in, or fails in a way that nobody
expects. `hammer` counts the inputs and keeps the first few that broke it, and the slowest.
"""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import NoReturn, TypeAlias

from torture.mutations import mutations

HANG_SECONDS = 5.0
KEPT = 5

Check: TypeAlias = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Target:
    """One door: the seeds that its inputs are made of, and what has to hold for each of them.

    `door` makes the check in a folder of its own. `share` is its part of the time.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    door: Callable[[Path], Check]
    share: int = 1


@dataclass(slots=True)
class Hammered:
    """What came of hammering one door: inputs, the slowest in seconds, and what broke it."""

    name: str
    inputs: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    broken: list[tuple[bytes, str]] = field(default_factory=list)


def hammer(
    target: Target, folder: Path, *, seed: int = 0, inputs: int | None = None, seconds: float = 1e9
) -> Hammered:
    """Try a door with so many inputs, or for so long."""
    check = target.door(folder)
    result = Hammered(target.name)
    begun = time.perf_counter()
    for data in mutations(target.seeds(), seed):
        now = time.perf_counter()
        if (inputs is not None and result.inputs >= inputs) or now - begun > seconds:
            break
        if problem := _problem(check, data):
            result.broken.append((data, problem))
        result.inputs += 1
        result.slowest = max(result.slowest, time.perf_counter() - now)
        if len(result.broken) >= KEPT:
            break
    result.seconds = time.perf_counter() - begun
    return result


def _problem(check: Check, data: bytes) -> str | None:
    """How an input breaks a door: the end of its traceback; None where it does not."""
    try:
        with _patience():
            check(data)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return "".join(traceback.format_exc().splitlines(keepends=True)[-9:])
    return None


@contextmanager
def _patience() -> Iterator[None]:
    """A TimeoutError where one input takes too long."""
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, HANG_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TimeoutError(f"more than {HANG_SECONDS} s on one input")
