"""What the ledger survives: a kill at any moment, three writers at once, a full or read-only disk.

    python tests/benchmarks/ledger_torture.py [--kills 1000] [--decisions 10000] [--disk]

`--disk` also fills a small tmpfs, which wants the right to mount one. Ends with 1 where anything
that was confirmed is lost.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.ledger.fields import Field, Item
from copytaster.desk.ledger.file import condition, decisions
from copytaster.desk.ledger.ledger import open_ledger

WRITERS = 3
KILLED_WITHIN = 0.25  # seconds after the first confirmed decision


def item(key: int) -> Item:
    """The article of this key."""
    return Item(key, f"id-{key}", None, None, f"Article {key}")


def write(folder: Path, first: int, count: int) -> None:
    """Spike articles one by one, and confirm each on stdout once the ledger has it."""
    with closing(open_ledger(folder)) as ledger:
        for key in range(first, first + count):
            ledger.decide([item(key)], Field.VERDICT, "spiked", f"spiked {key}")
            os.write(1, f"{key}\n".encode())


def started(folder: Path, first: int, count: int) -> subprocess.Popen[bytes]:
    """A process that decides, with what it confirms on its stdout."""
    command = [sys.executable, __file__, "--write", str(folder), str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def kept(folder: Path) -> set[int]:
    """The keys that the ledger has as spiked."""
    return {int(each["id"][3:]) for each in decisions(folder) if each["verdict"] == "spiked"}


def kills(times: int, seed: int = 7) -> tuple[int, int]:
    """Kill a writer at random moments; how many decisions were confirmed, and how many are lost."""
    random_ = random.Random(seed)
    confirmed: set[int] = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for run in range(times):
            process = started(folder, run * 100_000, 100_000)
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(random_.random() * KILLED_WITHIN)
            process.send_signal(signal.SIGKILL)
            rest, _ = process.communicate()
            lines = (first + rest).split(b"\n")
            confirmed.update(int(line) for line in lines[:-1])
            if (found := condition(folder)) is None or found.problem:
                raise SystemExit(f"the ledger is damaged after kill {run + 1}: {found}")
        return len(confirmed), len(confirmed - kept(folder))


def at_once(count: int) -> tuple[int, int, float]:
    """Several writers on one ledger; decisions made, decisions missing, seconds."""
    share = count // WRITERS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_ledger(folder).close()
        begun = time.perf_counter()
        writers = [started(folder, n * share, share) for n in range(WRITERS)]
        confirmed = [line for each in writers for line in each.communicate()[0].split()]
        seconds = time.perf_counter() - begun
        return len(confirmed), len({int(line) for line in confirmed} - kept(folder)), seconds


@contextmanager
def small_disk(size: str = "400k") -> Iterator[Path]:
    """A file system that is soon full."""
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name], check=True)
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


def full_disk() -> tuple[str, int, int]:
    """What a ledger says on a full disk; how many decisions were confirmed, and how many lost."""
    with small_disk() as folder:
        done = 0
        with closing(open_ledger(folder)) as ledger:
            said = ""
            while not said:
                try:
                    ledger.decide([item(done)], Field.VERDICT, "spiked", "x" * 2_000)
                    done += 1
                except LedgerError as error:
                    said = str(error)
            values = ledger.values([item(key) for key in range(done)], Field.VERDICT)
        return said, done, sum(value != "spiked" for value in values.values())


def read_only() -> str:
    """What a ledger says whose disk became read-only; "" where it says nothing."""
    with small_disk("4m") as folder:
        write_some(folder, 3)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        try:
            with closing(open_ledger(folder)) as ledger:
                ledger.decide([item(9)], Field.VERDICT, "kept", "kept")
        except LedgerError as error:
            return str(error)
        return ""


def write_some(folder: Path, count: int) -> None:
    """A ledger with a few decisions."""
    with closing(open_ledger(folder)) as ledger:
        for key in range(count):
            ledger.decide([item(key)], Field.VERDICT, "kept", f"kept {key}")


def main() -> int:
    """Run all of it and say what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--decisions", type=int, default=10_000)
    parser.add_argument("--disk", action="store_true")
    parser.add_argument("--write", nargs=3)
    options = parser.parse_args()
    if options.write:
        write(Path(options.write[0]), int(options.write[1]), int(options.write[2]))
        return 0
    confirmed, lost = kills(options.kills)
    print(f"{options.kills:,} kills: {confirmed:,} decisions confirmed, {lost} lost")
    made, missing, seconds = at_once(options.decisions)
    print(f"{WRITERS} writers: {made:,} decisions in {seconds:.1f} s, {missing} missing")
    spoilt = 0
    if options.disk:
        said, done, spoilt = full_disk()
        print(f"full disk: “{said}” after {done:,} decisions, {spoilt} lost")
        print(f"read-only disk: “{read_only()}”")
    return 1 if lost or missing or spoilt else 0


if __name__ == "__main__":
    sys.exit(main())
