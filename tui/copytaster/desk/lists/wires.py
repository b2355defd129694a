"""The wires: what each source sent in a span of time, when it was last heard, what was used of it.

A desk asks this when a wire is too quiet, or when one floods it. Times are those of the articles,
in seconds since 1970; an article without a date counts by its file's time. The span ends now, or,
where nothing is dated in it, with the last article that is: last month's folder shows last month.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

AN_HOUR = 3600.0
A_DAY = 24 * AN_HOUR
PARTS = 24
LATE = 5.0
"""A wire is quiet when it is silent for so many times its usual gap within a month …"""
ENOUGH = 4
"""… and sent so many articles that there is a usual gap."""


class Span(Enum):
    """How far back one looks: its name, and its seconds."""

    SIX_HOURS = ("6 hours", 6 * AN_HOUR)
    DAY = ("24 hours", A_DAY)
    WEEK = ("7 days", 7 * A_DAY)
    MONTH = ("30 days", 30 * A_DAY)

    def __init__(self, words: str, seconds: float) -> None:
        self.words = words
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Wire:
    """One source in a span: its articles in each part, oldest first, and what became of them.

    `last` is the time of its newest article, `quiet` whether that is unusually long ago.
    """

    source: str
    parts: tuple[int, ...]
    last: float
    unread: int
    kept: int
    spiked: int
    quiet: bool

    @property
    def total(self) -> int:
        """How many articles it sent in the span."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Wires:
    """All sources of a span, the busiest first; `until` is where the span ends."""

    span: Span
    until: float
    wires: tuple[Wire, ...]

    @property
    def parts(self) -> tuple[int, ...]:
        """The articles of all sources in each part of the span."""
        return tuple(map(sum, zip(*(wire.parts for wire in self.wires), strict=True)))

    @property
    def total(self) -> int:
        """How many articles came in the span."""
        return sum(wire.total for wire in self.wires)

    @property
    def most(self) -> int:
        """The most that one source sent in one part of the span."""
        return max((max(wire.parts) for wire in self.wires), default=0)


_NEWEST = """
SELECT coalesce(max(CASE WHEN dated THEN moment END), max(moment)) FROM articles
WHERE problem IS NULL AND moment <= ?
"""
_COUNTS = """
SELECT coalesce(a.source, ''),
    CASE WHEN a.moment > :start THEN CAST((a.moment - :start) / :part AS INTEGER) ELSE -1 END,
    count(*), max(a.moment), sum(coalesce(m.read, 0) = 0 AND m.verdict IS NULL),
    sum(coalesce(m.verdict = 'kept', 0)), sum(coalesce(m.verdict = 'spiked', 0))
FROM articles a LEFT JOIN ledger.marks m ON m.key = a.key
WHERE a.problem IS NULL AND a.moment > :first AND a.moment <= :until
GROUP BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class _Count:
    """The articles of one source in one part of the span, or, at place -1, before the span."""

    place: int
    articles: int
    last: float
    unread: int
    kept: int
    spiked: int


def read_wires(connection: sqlite3.Connection, span: Span, now: float) -> Wires:
    """The wires as the catalogue and the ledger beside it know them.

    A source is one of them if it sent anything within a month, in the span or before it.
    """
    (newest,) = connection.execute(_NEWEST, (now,)).fetchone()
    until = now if newest is None or now - newest < span.seconds else float(newest)
    start = until - span.seconds
    times = {"start": start, "until": until, "part": span.seconds / PARTS}
    times["first"] = until - Span.MONTH.seconds
    counted: dict[str, list[_Count]] = {}
    for source, *counts in connection.execute(_COUNTS, times):
        counted.setdefault(source, []).append(_Count(*counts))
    wires = [_wire(source, counts, until) for source, counts in counted.items()]
    return Wires(span, until, tuple(sorted(wires, key=lambda wire: (-wire.total, wire.source))))


def _wire(source: str, counts: list[_Count], until: float) -> Wire:
    within = [count for count in counts if count.place >= 0]
    parts = [0] * PARTS
    for count in within:
        parts[min(count.place, PARTS - 1)] += count.articles
    last = max(count.last for count in counts)
    return Wire(
        source,
        tuple(parts),
        last,
        sum(count.unread for count in within),
        sum(count.kept for count in within),
        sum(count.spiked for count in within),
        _is_quiet(sum(count.articles for count in counts), until - last),
    )


def _is_quiet(articles: int, silent: float) -> bool:
    """Whether a source that sent so many articles in a month is silent for unusually long."""
    return articles >= ENOUGH and silent > LATE * Span.MONTH.seconds / articles
