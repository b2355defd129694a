"""A flood: thousands of files fall into a live inbox within seconds, while keys are pressed.

The files are written beforehand and moved in, as transfers do, so that only the reader works. What
is told: when all were listed and when all was done with, counted from the first file, and what keys
took until their first byte meanwhile.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from goals import calm, highest, is_busy
from pty_session import Session
from readers import copytaster, copytaster_command

from corpus import write_files

FOLDER = 1_000
MOVER = """
import os, sys, time
staged, inbox, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
files = sorted((f.path for d in os.scandir(staged) for f in os.scandir(d)))
begun = time.monotonic()
for number, path in enumerate(files):
    os.rename(path, os.path.join(inbox, os.path.basename(path)))
    ahead = begun + seconds * number / len(files) - time.monotonic()
    if ahead > 0.01:
        time.sleep(ahead)
"""


@dataclass(slots=True)
class Flood:
    """Seconds until all was listed and all was done, and what keys took (ms)."""

    listed: float = 0.0
    done: float = 0.0
    shown: int = 0
    keys: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    options = arguments()
    with tempfile.TemporaryDirectory(dir=options.place) as place:
        flood = flooded(Path(place), options)
    print(
        f"{options.files:,} files in {options.seconds:.0f} s upon {options.before:,}:"
        f" all listed after {flood.listed:.1f} s, related and at rest after {flood.done:.1f} s;"
        f" {len(flood.keys)} keys: median {statistics.median(flood.keys):.1f},"
        f" 99th {highest(flood.keys):.1f}, slowest {max(flood.keys):.1f} ms"
    )


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--before", type=int, default=1_000, help="files that are there already")
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--place", type=Path, help="where the folders are made")
    return parser.parse_args()


def flooded(place: Path, options: argparse.Namespace) -> Flood:
    """One flood upon a reader that had come to rest."""
    inbox = write_files(place, options.before)
    staged = place / "staged"
    write_files(staged, options.before + options.files)
    for number in range(options.before):
        next(staged.rglob(f"*_{number}.txt")).unlink()
    live = inbox / "live"
    live.mkdir()
    command = [*copytaster_command(), str(inbox)]
    session = copytaster().open(command, (80, 24), place / "home")
    try:
        session.until(lambda: not is_busy(session), 900.0)
        calm(session)
        mover = [sys.executable, "-c", MOVER, staged / "inbox", live, str(options.seconds)]
        with subprocess.Popen(mover) as moving:
            flood = watched(session, options.before + options.files)
            moving.wait()
        session.type("Q")
        session.exit_code()
    finally:
        session.end()
    return flood


def watched(session: Session, files: int) -> Flood:
    """Press keys until all is listed and done, at most ten minutes."""
    flood, begun = Flood(), time.perf_counter()
    while (now := time.perf_counter() - begun) < 600.0 and not flood.done:
        flood.keys.append(
            session.press("\x1b[H" if len(flood.keys) % 8 == 7 else "j", 0.03, 5.0).first
        )
        session.settle(0.05, patience=0.1)
        if not flood.listed and f"of {files:,}" in session.text():
            flood.listed = now
        elif flood.listed and not is_busy(session):
            flood.done = now
    return flood


if __name__ == "__main__":
    main()
