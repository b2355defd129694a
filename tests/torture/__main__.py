"""`make torture`: everything at length, in about ten minutes on two cores, with a table of figures.

`python -m torture [PART …]` runs single parts: fuzzing, siege, killing, calls, signals, crowd,
together, flood, days; many-files only when it is named. The parts that are quick at any length are
tests, test_*.py beside this; with TORTURE in the environment none of them is skipped.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from torture.crowd import crowd
from torture.doors import DOORS
from torture.fuzzing import Hammered, hammer
from torture.interrupting import interrupt
from torture.killing import Killed, kill_writer
from torture.load import days, flood, many_files
from torture.siege import BOUNDS, besiege
from torture.subcommands import CALLS, kill_call
from torture.together import together
from torture.writers import WRITERS

FUZZING_SECONDS = 100.0
SIEGE_SECONDS = 60.0
KILLING_SECONDS = 4.0
CALL_SECONDS = 4.0
SIGNAL_SECONDS = 20.0
SIGNALLED_AT_ONCE = 4
CROWD_SECONDS = 15.0
FLOOD_SECONDS = 60.0
DAYS_SECONDS = 95.0
MANY_FILES = 200_000

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Result:
    """One row of the table, and what was wrong."""

    what: str
    figure: str
    wrong: list[str]


def fuzzing(place: Path) -> Iterator[Result]:
    """Every door, two at a time, each for its share of the time."""
    shares = sum(door.share for door in DOORS)
    each = 2 * FUZZING_SECONDS / shares
    jobs = [
        partial(_hammer, number, place / str(number), each * door.share)
        for number, door in enumerate(DOORS)
    ]
    results = _side_by_side(jobs, 2)
    for result in results:
        figure = f"{result.inputs:,} inputs, slowest {result.slowest * 1e3:.0f} ms"
        yield Result(f"fuzzing {result.name}", figure, [str(each) for each in result.broken])
    yield Result("fuzzing, all", f"{sum(result.inputs for result in results):,} inputs", [])


def _hammer(number: int, folder: Path, seconds: float) -> Hammered:
    folder.mkdir(parents=True)
    return hammer(DOORS[number], folder, seed=int(time.time()), seconds=seconds)


def _side_by_side(jobs: Iterable[Callable[[], Found]], at_once: int) -> list[Found]:
    with ProcessPoolExecutor(at_once) as pool:
        return [job.result() for job in [pool.submit(each) for each in jobs]]


def siege(place: Path) -> Iterator[Result]:
    """Evil files, large ones among them, thrown about under a reader."""
    found = besiege(place / "house", SIEGE_SECONDS, scale=100)
    most = ", ".join(f"{part} {found.most(part):.0f}" for part in BOUNDS)
    figure = (
        f"{found.files} files and {found.troubles:,} troubles under {found.keys:,} keys in"
        f" {SIEGE_SECONDS:.0f} s, {found.bytes:,} bytes out; MB at most: {most}"
    )
    yield Result("siege", figure, found.wrong)


def killing(place: Path) -> Iterator[Result]:
    """Kill -9 of each writer, two at a time."""
    jobs = [partial(_kill, name, place / name) for name in WRITERS]
    for name, killed in zip(WRITERS, _side_by_side(jobs, 2), strict=True):
        figure = f"{killed.kills} kills, {killed.confirmed:,} writes confirmed before them"
        yield Result(f"kill -9, {name}", figure, killed.broken)


def _kill(name: str, folder: Path) -> Killed:
    folder.mkdir()
    return kill_writer(name, folder, kills=10**6, seconds=KILLING_SECONDS)


def calls(place: Path) -> Iterator[Result]:
    """Kill -9 of whole subcommands, two at a time."""
    jobs = [
        partial(kill_call, name, place / name, kills=10**6, seconds=CALL_SECONDS) for name in CALLS
    ]
    results = _side_by_side(jobs, 2)
    kills, late = (sum(getattr(each, what) for each in results) for what in ("kills", "late"))
    figure = f"{kills} kills of {len(CALLS)} subcommands, {late} of them when all was done"
    yield Result("kill -9, subcommands", figure, [line for each in results for line in each.wrong])


def signals(place: Path) -> Iterator[Result]:
    """Signals at any instant of a start, and amid keys; several readers, for load finds races."""
    seed = int(time.time())
    jobs = [
        partial(interrupt, place / str(n), times=10**6, seconds=SIGNAL_SECONDS, seed=seed + n)
        for n in range(SIGNALLED_AT_ONCE)
    ]
    results = _side_by_side(jobs, SIGNALLED_AT_ONCE)
    codes = sum((Counter(each.codes) for each in results), Counter())
    times, seen = (sum(getattr(each, what) for each in results) for what in ("times", "seen"))
    named = ", ".join(f"{name} ×{count}" for name, count in sorted(codes.items()))
    figure = f"{times} readers ended, {seen} with a decision on show: {named}"
    yield Result("signals", figure, [line for each in results for line in each.wrong])


def many(place: Path) -> Iterator[Result]:
    """Four readers and two scripts."""
    found = crowd(place / "house", CROWD_SECONDS)
    figure = f"{found.decided} decisions of scripts, {found.pressed:,} keys in four readers"
    yield Result("many at once", figure, found.wrong)


def ten_thousand(place: Path) -> Iterator[Result]:
    """Two readers and a script on one ledger."""
    found = together(place / "house")
    took = sorted(found.took)
    figure = (
        f"{found.scripted:,} decisions of a script in {found.seconds:.1f} s, {found.by_hand} of two"
        f" readers meanwhile, median {took[len(took) // 2]:.0f} ms, slowest {took[-1]:.0f} ms"
    )
    yield Result("two readers and a script", figure, found.wrong)


def arrivals(place: Path) -> Iterator[Result]:
    """500 files a second under keys, for a minute."""
    found = flood(place / "house", before=20_000, seconds=FLOOD_SECONDS)
    figure = (
        f"{found.files:,} files at {found.rate:.0f} a second upon 20,000; {found.keys} keys,"
        f" median {found.median:.0f} ms, slowest {found.slowest:.0f} ms"
    )
    yield Result("flood", figure, [] if found.listed else ["not all arrivals were listed"])


def long_run(place: Path) -> Iterator[Result]:
    """Up to 72 hours of arrivals in one process."""
    found = days(place / "desk", hours=72, seconds=DAYS_SECONDS)
    figure = (
        f"{found.hours} simulated hours, {found.arrivals:,} arrivals; memory"
        f" {found.memory[-1]:.0f} MB, {found.growth:+.1%} since the first quarter; descriptors"
        f" of desk and back room {found.descriptors[0]} at first, {found.descriptors[-1]} now"
    )
    wrong = [f"{found.leaked} descriptors leaked"] if found.leaked else []
    yield Result("days", figure, wrong)


def files(place: Path) -> Iterator[Result]:
    """200,000 files: not within the ten minutes, for it takes minutes by itself."""
    found = many_files(place / "house", MANY_FILES)
    memory = ", ".join(f"{part} {megabytes:.0f}" for part, megabytes in found.memory.items())
    figure = (
        f"{MANY_FILES:,} files: first screen {found.first:.1f} s, all listed {found.all:.0f} s,"
        f" next start {found.again:.1f} s; {found.keys} keys meanwhile, median"
        f" {found.median:.0f} ms, slowest {found.slowest:.0f} ms; MB: {memory}"
    )
    yield Result("many files", figure, found.wrong)


PARTS: dict[str, Callable[[Path], Iterator[Result]]] = {
    "fuzzing": fuzzing,
    "siege": siege,
    "killing": killing,
    "calls": calls,
    "signals": signals,
    "crowd": many,
    "together": ten_thousand,
    "flood": arrivals,
    "days": long_run,
}

APART: dict[str, Callable[[Path], Iterator[Result]]] = {"many-files": files}


def _memory(name: str) -> str | None:
    """Where kills are many because writing is quick: a kill -9 spares what the system was given."""
    return "/dev/shm" if name in ("killing", "fuzzing") and Path("/dev/shm").is_dir() else None


def main(names: list[str]) -> int:
    """Run these parts, or all, and print a table; 1 where anything was wrong."""
    failed = 0
    print("| what | figure | wrong |\n|---|---|---|")
    for name in names or PARTS:
        with tempfile.TemporaryDirectory(prefix="torture-", dir=_memory(name)) as folder:
            for result in {**PARTS, **APART}[name](Path(folder)):
                failed += len(result.wrong)
                print(
                    f"| {result.what} | {result.figure} | {len(result.wrong) or ''} |", flush=True
                )
                print(*result.wrong, sep="\n", end="", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
