"""The words in which the back room tells a story as a whole: its takes, outlets, quotes, doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Take:
    """One article of the story by its row: when it came, and what it added.

    `at` is in seconds since 1970; where `exact` is false only the day is known. `new` of its
    `sentences` nobody had before.
    """

    number: int
    at: float
    exact: bool
    sentences: int
    new: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who tells the story: its first row, how many takes, and how much of it was its own.

    `name` is None for an article that names no outlet. `first` of its `sentences` nobody had
    before; `resting` is the share of them that is the text of `rests_on`.
    """

    name: str | None
    number: int
    takes: int
    sentences: int
    first: int
    rests_on: str | None
    resting: float


@dataclass(frozen=True, slots=True)
class OneText:
    """How many outlets of how many rest on the text of one; None where that is not named."""

    origin: str | None
    outlets: int
    of: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation that several outlets have, and the rows that have it, the first one first."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers to a doubt, the rows that give it, and the sentence of the first."""

    text: str
    sentence: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What does not agree: a number, a date, a name or a quote, the answer of most first."""

    kind: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story as a whole, its takes in order of time.

    `doubts` is None while articles are compared; `compared` is how many outlets were, the newest.
    """

    story: int
    takes: tuple[Take, ...]
    outlets: tuple[Outlet, ...]
    one_text: OneText | None
    quotes: tuple[Quote, ...]
    doubts: tuple[Doubt, ...] | None
    compared: int = 0


def from_record(record: Mapping[str, Any]) -> StoryPage:
    """What `asdict` made a record of, after it was JSON; KeyError or TypeError where it is none."""
    one, doubts = record["one_text"], record["doubts"]
    return StoryPage(
        story=record["story"],
        takes=tuple(Take(**each) for each in record["takes"]),
        outlets=tuple(Outlet(**each) for each in record["outlets"]),
        one_text=OneText(**one) if one else None,
        quotes=tuple(Quote(each["text"], tuple(each["numbers"])) for each in record["quotes"]),
        doubts=None if doubts is None else tuple(map(_doubt, doubts)),
        compared=record["compared"],
    )


def _doubt(record: Mapping[str, Any]) -> Doubt:
    answers = (
        Answer(each["text"], each["sentence"], tuple(each["numbers"])) for each in record["answers"]
    )
    return Doubt(record["kind"], tuple(answers))
