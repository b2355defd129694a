"""The goals of the design at 100,000 articles, each measured on the reader in a pseudo-terminal.

Times of a key are those until its last byte. Those while the index builds are until its first,
since the line at the foot goes on telling how far things are, and so are those of long articles and
of a filter's letters, beside whose rows the related stories of the first one may come later. Times
of a start are until the bytes with which a title stands on the screen.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pty_session import Session
from readers import Reader

from corpus import TITLE, write_long_articles

SIZES = ((80, 24), (200, 60))
GAP = 0.06
FILTER = "title:harbour is:unread"
SORTS = 5
RATE = 30.0
PATIENCE = 900.0
Measured = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Goal:
    """One row of the table: what is measured, which of the values counts, and the limits.

    `limits` are for 80x24 and 200x60; `unit` is ms, bytes, frames or MB.
    """

    what: str
    measure: str
    of: Callable[[Sequence[float]], float]
    limits: tuple[float, float]
    unit: str = "ms"


def highest(values: Sequence[float]) -> float:
    """The 99th percentile, as the value that one in a hundred reaches."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


median = statistics.median
GOALS = (
    Goal("first paint from the last picture", "picture", median, (30, 30)),
    Goal("first paint, live", "live", median, (250, 250)),
    Goal("first article of a folder never seen", "cold", max, (1000, 1000)),
    Goal("key while the index builds, 99th", "building", highest, (50, 50)),
    Goal("key to all panes, median", "step", median, (10, 12)),
    Goal("key to all panes, 99th", "step", highest, (35, 50)),
    Goal("frames a key", "frames", median, (1, 1), "frames"),
    Goal("bytes a key, still", "still", median, (1400, 4000), "bytes"),
    Goal("bytes a key, scrolling", "scrolling", median, (2000, 7000), "bytes"),
    Goal("bytes in 3 s without a key", "idle", max, (0, 0), "bytes"),
    Goal("End", "end", median, (15, 15)),
    Goal("Home", "home", median, (15, 15)),
    Goal("a letter of a filter, slowest", "filter", max, (50, 50)),
    Goal("a letter of a filter, with all that follows", "filter and related", max, (100, 100)),
    Goal("a verdict, or undo, to its paint", "verdict", median, (15, 15)),
    Goal("another sort, slowest", "sort", max, (50, 50)),
    Goal("a row comes in at the top, CPU until it is told", "insert", median, (15, 15)),
    Goal("a row comes in, CPU with all that follows", "insert and related", median, (50, 50)),
    Goal("next article of 1,000 words", "thousand", median, (12, 12)),
    Goal("next article of 20,000 words", "twenty thousand", median, (25, 25)),
    Goal("resize", "resize", max, (150, 150)),
    Goal("held j: last paint after the last key", "held", median, (30, 30)),
    Goal("memory, all processes", "memory", max, (250, 250), "MB"),
    Goal("of it no mapped file (the index is one)", "own memory", max, (250, 250), "MB"),
)


@dataclass(slots=True)
class Bench:
    """One reader on one folder, its caches below `home`.

    It is given `patience` seconds to come to rest first, which a fresh index of very many needs.
    """

    reader: Reader
    command: list[str]
    home: Path
    size: tuple[int, int]
    patience: float = PATIENCE
    found: Measured = field(default_factory=dict)

    def note(self, measure: str, *values: float) -> None:
        """Keep values of a measure."""
        self.found.setdefault(measure, []).extend(values)

    @contextmanager
    def opened(
        self, command: list[str] | None = None, home: Path | None = None
    ) -> Iterator[Session]:
        """The reader, an article on its screen."""
        session = self.reader.open(command or self.command, self.size, home or self.home)
        try:
            yield session
        finally:
            session.end()


def table(
    reader: Reader, command: list[str], home: Path, patience: float = PATIENCE
) -> Iterator[str]:
    """The rows of the table, measured at both sizes; caches that are there below `home` serve."""
    with tempfile.TemporaryDirectory() as place:
        cold = [
            measured_cold(Bench(reader, command, Path(place) / str(n), size))
            for n, size in enumerate(SIZES)
        ]
    warm = [measured(Bench(reader, command, home, size, patience)) for size in SIZES]
    found = [{**each.found, **other.found} for each, other in zip(cold, warm, strict=True)]
    yield "| what | goal | 80x24 | 200x60 |"
    yield "|---|---|---|---|"
    for goal in GOALS:
        cells = [
            shown(goal, values.get(goal.measure), limit)
            for values, limit in zip(found, goal.limits, strict=True)
        ]
        limits = " / ".join(f"{limit:,.0f}" for limit in dict.fromkeys(goal.limits))
        yield f"| {goal.what} | ≤ {limits} {goal.unit} | {' | '.join(cells)} |"


def shown(goal: Goal, values: Sequence[float] | None, limit: float) -> str:
    """A figure, bold where it misses its goal."""
    if not values:
        return "–"
    value = goal.of(values)
    text = f"{value:,.1f}" if goal.unit == "ms" and value < 100 else f"{value:,.0f}"
    return text if value <= limit else f"**{text}**"


def measured_cold(bench: Bench) -> Bench:
    """The first start on a folder, and keys while it is read and indexed, a minute at most."""
    bench.home.mkdir()
    with bench.opened() as session:
        bench.note("cold", session.last_byte())
        end = time.perf_counter() + 60
        while time.perf_counter() < end and is_busy(session):
            bench.note("building", session.press("j", 0.02, first=2.0).first)
            session.settle(0.05, patience=0.05)
    return bench


def measured(bench: Bench) -> Bench:
    """All that is measured on caches that are there."""
    with bench.opened() as session:
        session.until(lambda: not is_busy(session), bench.patience)
        calm(session)
        steps(bench, session)
        ends(bench, session)
        held(bench, session)
        verdicts(bench, session)
        idle(bench, session)
        sorts(bench, session)
        letters(bench, session)
        arrivals(bench, session)
        bench.note("memory", session.memory())
        bench.note("own memory", session.own_memory())
        resizes(bench, session)
    starts(bench)
    long_articles(bench)
    return bench


def starts(bench: Bench, times: int = 7) -> None:
    """Starts with the picture of the last screen, and without one."""
    with bench.opened() as session:
        leave(session)
    for _ in range(times):
        with bench.opened() as session:
            bench.note("picture", session.first_byte())
            session.settle(1.0)
            leave(session)
    for _ in range(times):
        for picture in bench.home.glob("cache/copytaster/picture-*"):
            picture.unlink()
        with bench.opened() as session:
            bench.note("live", session.last_byte())


def leave(session: Session) -> None:
    """End the reader as its user does, so that it keeps its last picture."""
    session.settle(0.3)
    session.type("Q")
    session.exit_code()


def steps(bench: Bench, session: Session, times: int = 200) -> None:
    """Steps down the list, those apart at which it scrolls."""
    session.press("\x1b[H", GAP)
    for _ in range(times):
        top = top_title(session)
        burst = session.press("j", GAP, first=1.0)
        bench.note("step", burst.last)
        bench.note("frames", burst.frames)
        bench.note("still" if top_title(session) == top else "scrolling", burst.size)


def top_title(session: Session) -> str:
    """The first title on the screen."""
    found = TITLE.search(session.text())
    return found[0] if found else ""


def ends(bench: Bench, session: Session, times: int = 10) -> None:
    """To the last row and back to the first."""
    for _ in range(times):
        bench.note("end", session.press("\x1b[F", GAP, first=1.0).last)
        bench.note("home", session.press("\x1b[H", GAP, first=1.0).last)


def held(bench: Bench, session: Session, seconds: float = 3.0) -> None:
    """A key held down: how long after the last repeat the screen still changes."""
    for _ in range(int(seconds * RATE)):
        session.type("j")
        session.settle(1 / RATE, patience=1 / RATE)
    bench.note("held", session.press("j", GAP, first=1.0).last)


def verdicts(bench: Bench, session: Session, times: int = 20) -> None:
    """Keep, spike, and take both back: written to the ledger, synced, and shown."""
    for _ in range(times):
        for key in "sxuu":
            bench.note("verdict", session.press(key, GAP, first=1.0).first)


def idle(bench: Bench, session: Session, seconds: float = 3.0) -> None:
    """What is sent while nobody does anything."""
    calm(session)
    size = len(session.output)
    session.settle(seconds, patience=seconds)
    bench.note("idle", len(session.output) - size)


def sorts(bench: Bench, session: Session) -> None:
    """Once through all orders."""
    for _ in range(SORTS):
        bench.note("sort", session.press("O", GAP, first=1.0).last)


def letters(bench: Bench, session: Session) -> None:
    """A filter typed letter by letter, and given up."""
    session.press("\\", GAP)
    for letter in FILTER:
        burst = session.press(letter, GAP, first=1.0)
        bench.note("filter", burst.first)
        bench.note("filter and related", burst.last)
    session.press("\x1b", 0.3)


def arrivals(bench: Bench, session: Session, times: int = 5) -> None:
    """A file comes in: the CPU of the reader's own process until it is counted among the rows.

    What follows are the related stories anew, of the article on show and of those around it.
    """
    folder = Path(bench.command[-1])
    for number in range(times):
        file = folder / f"zz-arrived-{number}.txt"
        before, size = session.cpu(), len(session.output)
        file.write_text(f"{999000 + number} A late bulletin of the harbour\n\nIt is short.\n")
        session.until(lambda size=size: len(session.output) > size, 10)
        bench.note("insert", session.cpu() - before)
        session.settle(0.5, patience=2.0)
        bench.note("insert and related", session.cpu() - before)
    for number in range(times):
        (folder / f"zz-arrived-{number}.txt").unlink()
    session.settle(2.0, patience=5.0)


def resizes(bench: Bench, session: Session) -> None:
    """To other sizes and back; what came before is emulated first: a resize would wait for it."""
    width, height = bench.size
    for size in ((width + 7, height + 3), (width - 9, height - 4), (width, height)):
        session.emulate()
        begun = time.perf_counter()
        session.resize(*size)
        session.read(1.0)
        session.settle(0.15)
        bench.note("resize", session.last_byte() - (begun - session.begun) * 1e3)


def long_articles(bench: Bench, times: int = 20) -> None:
    """Steps through articles of 1,000 words, and of 20,000, in a folder of their own."""
    for name, words in (("thousand", 1_000), ("twenty thousand", 20_000)):
        with tempfile.TemporaryDirectory() as place:
            folder = write_long_articles(Path(place), times + 5, words)
            command = [*bench.command[:-1], str(folder)]
            with bench.opened(command, Path(place)) as session:
                calm(session)
                session.press("\x1b[H", GAP)
                for _ in range(times):
                    bench.note(name, session.press("j", GAP, first=1.0).first)


def is_busy(session: Session) -> bool:
    """Whether the line at the foot tells that files are read or articles related."""
    foot = session.text().rpartition("\n")[2]
    return "reading" in foot or "relating" in foot


def calm(session: Session) -> None:
    """Wait until the program does nothing: no bytes and hardly any CPU for half a second."""
    for _ in range(240):
        before, cpu = len(session.output), session.cpu()
        session.settle(0.5, patience=0.5)
        if len(session.output) == before and session.cpu() - cpu < 10:
            return
