"""The words in which the desk answers the screen: rows, views, verdicts, deeds, relations.

All of them are frozen and small, and none of them knows a database or a terminal.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided about an article."""

    KEPT = "kept"
    SPIKED = "spiked"


class Sort(StrEnum):
    """The orders in which a list can stand."""

    NEWEST = "newest"
    OLDEST = "oldest"
    URGENT = "urgent"
    SOURCE = "source"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows: a query (the filter), a search as typed, and a sort.

    `by_story` shows each story as one row.
    """

    query: str = ""
    search: str = ""
    sort: Sort = Sort.NEWEST
    by_story: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the article list.

    `moment` is in seconds since 1970, UTC: the article's own date, or, where `dated` is false, the
    time of its file. `words` and `folded` count words and folded lines. `problem` says in plain
    words why a file gave no article; such a row has no text. `returned` says of which verdict an
    earlier version was, where this one has none yet: “new take of a spiked story”. `note` is the
    user's own, and never leaves the desk. `recalled` says what a later item did to it: `killed`,
    `withdrawn` or `corrected`. `rules` are the names of the rules that hit it, `score` what they
    gave in sum, `ruled` the name of the one that gave the verdict.
    """

    number: int
    id: str
    title: str
    title_derived: bool
    source: str | None
    date: str | None
    moment: float
    dated: bool
    urgency: int | None
    status: str
    slug: str | None
    take: str | None
    embargo: str | None
    words: int
    folded: int
    problem: str | None
    path: str
    part: int
    story: int | None
    verdict: Verdict | None
    flagged: bool
    read: bool
    tags: tuple[str, ...]
    returned: str | None = None
    note: str | None = None
    recalled: str | None = None
    score: int = 0
    rules: tuple[str, ...] = ()
    ruled: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another article that tells the same story: its row number, score 0 to 1, kind and reasons."""

    number: int
    score: float
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """An item that recalls another: their row numbers, what it does, and how that was found.

    `kind` is `killed`, `withdrawn` or `corrected`; `way` is what named the target: `guid`,
    `number`, `headline` or `slug`.
    """

    recall: int
    target: int
    kind: str
    way: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What an action did, in words that say how to take it back, and to which rows.

    `numbers` is empty where nothing was done; `text` then says why. It `failed` where the ledger
    did not take it, as opposed to where all was so already; it was only too `early` where another
    program was writing to the ledger.
    """

    text: str
    numbers: tuple[int, ...]
    failed: bool = False
    early: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, and how many of them are in each state."""

    total: int
    unread: int
    kept: int
    spiked: int
    flagged: int
