"""Many at once: readers and scripts on one ledger and one cache, and what each of them decided."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from copytaster.desk.ledger.ledger import FILE_NAME
from torture.houses import COMMAND, House

READERS = 4
SCRIPTS = 2


@dataclass(slots=True)
class Crowd:
    """What came of it: decisions confirmed by scripts and readers, and what was wrong."""

    decided: int = 0
    pressed: int = 0
    wrong: list[str] = field(default_factory=list)


def crowd(place: Path, seconds: float) -> Crowd:
    """Let four readers and two scripts decide for so long, then ask the ledger."""
    house, result = House(place), Crowd()
    files = sorted(house.inbox.glob("*.txt"))
    with ExitStack() as stack:
        sessions = [stack.enter_context(house.reader()) for _ in range(READERS)]
        end, turn = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            for session in sessions:
                session.type("sjxkuf"[turn % 6])
                session.settle(0.02, 0.2)
                result.pressed += 1
            _decide(house, files, turn, result)
            turn += 1
        for session in sessions:
            session.settle(0.3)
            session.type("Q")
            if session.exit_code() != 0:
                result.wrong.append(f"a reader did not end: {session.text()}")
    result.wrong += _faults(house)
    return result


def _decide(house: House, files: list[Path], turn: int, result: Crowd) -> None:
    """Two scripts at one time, each tagging another article; each tag has to stand at the end."""
    tags = [f"script{number}-{turn}" for number in range(SCRIPTS)]
    running = [
        subprocess.Popen(
            [COMMAND, "tag", tag, files[(turn + number) % len(files)]],
            env=house.environ(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number, tag in enumerate(tags)
    ]
    for tag, process in zip(tags, running, strict=True):
        _, complaint = process.communicate(timeout=120)
        if process.returncode != 0:
            result.wrong.append(f"{tag}: {process.returncode} {complaint.decode()[-200:]}")
            continue
        result.decided += 1
        with closing(sqlite3.connect(house.state / FILE_NAME)) as ledger:
            if not ledger.execute("SELECT 1 FROM tags WHERE tag = ?", (tag,)).fetchone():
                result.wrong.append(f"{tag} was confirmed and is lost")


def _faults(house: House) -> list[str]:
    check = _answer(house, "ledger", "check")
    faults = [] if check.returncode == 0 else [check.stderr.decode()]
    return faults + [path.read_text() for path in house.state.glob("crash-*")]


def _answer(house: House, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([COMMAND, *words], env=house.environ(), capture_output=True, check=False)
