"""Load: very many files, a flood of arrivals under the keys, and days of them in one process."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pty_session import Session
from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from torture.houses import House, lists
from torture.memory import Part, held, part_of

PER_HOUR = 60
"""Items that a busy desk gets in an hour, in the simulated days."""
LARGE = 400_000
"""Characters of a file that is written anew every hour, and opened."""


@dataclass(slots=True)
class Flood:
    """Files that arrived, how many a second, and what keys took meanwhile (ms)."""

    files: int = 0
    rate: float = 0.0
    keys: int = 0
    median: float = 0.0
    slowest: float = 0.0
    listed: bool = False


@dataclass(slots=True)
class Many:
    """When the first screen stood and all were listed (s), memory (MB), and keys meanwhile (ms)."""

    first: float = 0.0
    all: float = 0.0
    again: float = 0.0
    memory: dict[Part, float] = field(default_factory=dict)
    keys: int = 0
    median: float = 0.0
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Days:
    """Simulated hours; after each, memory (MB), and descriptors of the desk and its back room."""

    hours: int = 0
    arrivals: int = 0
    memory: list[float] = field(default_factory=list)
    descriptors: list[int] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """By how much memory has grown since the first quarter, as a part of it."""
        settled = self.memory[len(self.memory) // 4]
        return self.memory[-1] / settled - 1

    @property
    def leaked(self) -> int:
        """How many descriptors all of the last quarter had more than any of the first half."""
        half, quarter = len(self.descriptors) // 2, len(self.descriptors) // 4
        return max(0, min(self.descriptors[-quarter - 1 :]) - max(self.descriptors[: half + 1]))


def item(number: int) -> str:
    """One item of the wire; every tenth goes on with a story."""
    place = number // 10
    return (
        f"Story {number}: council {place} votes on harbour plan {number}\n\n"
        f"VESTVIK, 14 Sep - Council {place} voted on plan {number} for the harbour of Vestvik.\n\n"
        f"It was the vote number {number * 7919 % 10_007} of this session, the clerk said.\n"
    )


def fill(folder: Path, files: int) -> None:
    """Write so many files, a thousand to a folder."""
    for number in range(files):
        place = folder / f"{number // 1000:04d}"
        if number % 1000 == 0:
            place.mkdir(parents=True)
        (place / f"{number:07d}.txt").write_text(item(number))


def flood(place: Path, *, before: int, seconds: float, rate: int = 500) -> Flood:
    """A reader on a folder of `before` files into which `rate` files a second fall."""
    house, result, ended = House(place, samples=0), Flood(), threading.Event()
    fill(house.inbox, before)
    with house.reader(size=(120, 40)) as session:
        session.until(f"of {before:,}", 900.0)
        drop = threading.Thread(target=_drop, args=(house.inbox, rate, ended, result, before))
        drop.start()
        _press(session, seconds, result)
        ended.set()
        drop.join()
        result.listed = session.until(f"of {before + result.files:,}", 300.0) is not None
        session.type("Q")
        session.exit_code()
    return result


def many_files(place: Path, files: int) -> Many:
    """A reader on so many files: keys and verdicts while they are read, and at the next start."""
    house, result, took = House(place, samples=0), Many(), []
    fill(house.inbox, files)
    with house.reader(size=(120, 40)) as session:
        result.first = session.last_byte() / 1e3
        while not lists(session, f"of {files:,}") and session.begun + 1_800 > time.perf_counter():
            took += [session.press(key, gap=0.05, first=5.0).first for key in "jjjsjjxjf"]
        result.all = time.perf_counter() - session.begun
        result.memory = held(session.processes())
        result.wrong += _judged(session)
    took.sort()
    result.keys, result.median, result.slowest = len(took), took[len(took) // 2], took[-1]
    with house.reader(size=(120, 40)) as session:
        if not session.until(lambda: lists(session, f"of {files:,}"), 30.0):
            result.wrong.append(f"the next start lists not all: {session.text()[:120]}")
        result.again = session.last_byte() / 1e3
        result.wrong += _judged(session)
    return result


def _judged(session: Session) -> list[str]:
    """Keep the article under the cursor, and leave; what was wrong."""
    session.settle(0.5, 10.0)
    session.type("s")
    kept = session.until(lambda: "kept" in session.text().splitlines()[-1], 30.0)
    session.type("Q")
    ended = session.exit_code(60.0)
    wrong = [] if kept else ["a decision was not taken"]
    return wrong if ended == 0 else [*wrong, f"it did not end: {ended}"]


def _drop(folder: Path, rate: int, ended: threading.Event, result: Flood, first: int) -> None:
    begun, target = time.monotonic(), folder / "live"
    target.mkdir()
    while not ended.is_set():
        wanted = int((time.monotonic() - begun) * rate)
        for _ in range(max(0, wanted - result.files)):
            number = first + result.files
            (target / f"{number:07d}.txt").write_text(item(number))
            result.files += 1
        ended.wait(0.02)
    result.rate = result.files / (time.monotonic() - begun)


def _press(session: Session, seconds: float, result: Flood) -> None:
    took: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        key = "jjjsjjxjf"[len(took) % 9]
        took.append(session.press(key, gap=0.05, first=5.0).first)
    took.sort()
    result.keys = len(took)
    result.median, result.slowest = took[len(took) // 2], took[-1]


def days(place: Path, *, hours: int, seconds: float = 1e9) -> Days:
    """One desk through so many hours of arrivals and departures, as fast as it takes them.

    Each hour brings `PER_HOUR` files and takes those of a day ago away, as a desk's folder does;
    one in ten is judged.
    """
    inbox, result = place / "inbox", Days()
    inbox.mkdir(parents=True)
    end = time.monotonic() + seconds
    desk = Desk.open(
        [inbox], Settings(), state=place / "state", cache=place / "cache", config=place / "config"
    )
    try:
        desk.start()
        while result.hours < hours and time.monotonic() < end:
            _hour(desk, inbox, result)
    finally:
        desk.close()
    return result


def _hour(desk: Desk, inbox: Path, result: Days) -> None:
    for number in range(result.arrivals, result.arrivals + PER_HOUR):
        (inbox / f"{number:07d}.txt").write_text(item(number))
        (inbox / f"{number - 24 * PER_HOUR:07d}.txt").unlink(missing_ok=True)
    result.arrivals += PER_HOUR
    (inbox / "large.txt").write_text(f"Large {result.hours}\n\n" + "word " * (LARGE // 5))
    desk.rescan()
    desk.wait(120.0)
    rows = [row.number for row in desk.rows(list(range(1, result.arrivals + 1))[-PER_HOUR:])]
    desk.flag(rows[::10], True)
    for number in rows[:5]:
        desk.article(number)
        desk.related(number)
        desk.raw(number)
        desk.reread(number, "latin-1")
    desk.raw(1)
    result.hours += 1
    result.memory.append(_memory())
    result.descriptors.append(sum(map(_descriptors, _lasting())))


def _memory() -> float:
    """Resident memory of this process and its children, in MB."""
    pids = [os.getpid(), *_children(os.getpid())]
    return sum(_resident(pid) for pid in pids)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [each for child in map(int, listed) for each in (child, *_children(child))]


def _lasting() -> list[int]:
    """This process and its back rooms; the readers of files come and go."""
    children = [pid for pid in _children(os.getpid()) if part_of(pid) is Part.BACK_ROOM]
    return [os.getpid(), *children]


def _descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
