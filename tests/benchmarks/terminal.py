"""What the reader costs on a terminal, beside newsboat, neomutt and less, in one run.

It makes a corpus out of sample_corpus/, opens each program on it in a pseudo-terminal of 80x24 and
of 200x60, presses keys, and prints a table; then the reader alone, against the goals of its design
(goals.py). Times depend on the machine and what else it does; bytes and frames do not. Times of a
key are those until its last byte (a tenth of a second of quiet ends it); frames are the writes that
came in one piece.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goals import PATIENCE, calm, highest, table
from pty_session import Burst
from readers import Reader, copytaster, copytaster_command, peers

SIZES = ((80, 24), (200, 60))
HEADINGS = (
    "program", "first byte", "first paint", "step", "99th", "bytes", "99th", "frames", "CPU",
    "End", "Home", "bytes idle", "MB",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """What one program did at one size: ms, bytes and MB."""

    first_byte: float
    first_paint: float
    steps: list[Burst]
    end: Burst
    home: Burst
    idle: int
    memory: float

    def row(self, name: str) -> str:
        """The figures as a row of the table."""
        times = [step.last for step in self.steps]
        sizes = [step.size for step in self.steps]
        cells = (
            name,
            f"{self.first_byte:.0f}",
            f"{self.first_paint:.0f}",
            f"{statistics.median(times):.1f}",
            f"{highest(times):.1f}",
            f"{statistics.median(sizes):,.0f}",
            f"{highest(sizes):,.0f}",
            f"{statistics.median(step.frames for step in self.steps):.0f}",
            f"{statistics.median(step.cpu for step in self.steps):.1f}",
            f"{self.end.last:.1f}",
            f"{self.home.last:.1f}",
            f"{self.idle:,}",
            f"{self.memory:.0f}",
        )
        return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure and print."""
    options = arguments()
    if not options.goals:
        beside_others(options)
    against_the_goals(options)


def beside_others(options: argparse.Namespace) -> None:
    """The table of all programs."""
    chosen = [reader for reader in readers(options) if options.only in reader.name]
    print(f"{options.articles:,} articles, {options.steps} steps; times in ms\n")
    for size in SIZES:
        print(f"**{size[0]}x{size[1]}**\n\n| {' | '.join(HEADINGS)} |")
        print("|---" * len(HEADINGS) + "|")
        for reader in chosen:
            for row in rows(reader, size, options):
                print(row, flush=True)
        print()


def against_the_goals(options: argparse.Namespace) -> None:
    """The table of what the reader is to reach."""
    reader = copytaster(json_lines=options.json_lines)
    with tempfile.TemporaryDirectory() as place:
        home = options.home or Path(place)
        if options.folder:
            command = [*copytaster_command(), str(options.folder)]
        else:
            command = reader.prepare(home, options.articles)
        for row in table(reader, command, home, options.patience):
            print(row, flush=True)


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--only", default="", help="only programs whose name holds this")
    parser.add_argument("--json-lines", action="store_true", help="one file instead of a folder")
    parser.add_argument("--goals", action="store_true", help="only the goals, not the others")
    parser.add_argument("--folder", type=Path, help="measure the goals on this folder")
    parser.add_argument("--home", type=Path, help="keep caches here, for the next measurement")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds to come to rest")
    parser.add_argument("--stock", action="store_true", help="also with Textual's own driver")
    return parser.parse_args()


def readers(options: argparse.Namespace) -> Iterator[Reader]:
    """The programs to measure."""
    yield copytaster(json_lines=options.json_lines)
    if options.stock:
        yield copytaster(stock=True, json_lines=options.json_lines)
    yield from peers()


def rows(reader: Reader, size: tuple[int, int], options: argparse.Namespace) -> Iterator[str]:
    """One row for the first start and one for the second, when caches are there."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        command = reader.prepare(folder, options.articles)
        for start in ("first start", "again"):
            yield measured(reader, command, size, folder, options.steps).row(
                f"{reader.name}, {start}"
            )


def measured(
    reader: Reader, command: list[str], size: tuple[int, int], folder: Path, steps: int
) -> Figures:
    """Open the program, walk through it, and end it."""
    session = reader.open(command, size, folder)
    first_paint = session.last_byte()
    calm(session)
    session.press(reader.home)
    bursts = [session.press(reader.step) for _ in range(steps)]
    end, home = session.press(reader.end), session.press(reader.home)
    idle = len(session.output)
    session.settle(2.0, patience=2.0)
    figures = Figures(
        session.first_byte(), first_paint, bursts, end, home, len(session.output) - idle,
        session.memory(),
    )  # fmt: skip
    session.end()
    return figures


if __name__ == "__main__":
    main()
