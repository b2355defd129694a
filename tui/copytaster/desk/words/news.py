"""What the back room tells the screen, as one line of JSON each.

`encode` and `decode` are the only ways over the pipe. A line that is none of ours (the rest of one
that a killed process began) decodes to None and is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from copytaster.desk.words.rows import Related
from copytaster.desk.words.whats_new import WhatIsNew, from_record

if TYPE_CHECKING:
    from copytaster.desk.words.story_page import StoryPage


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the back room is: files read of all, articles indexed, and a note worth showing.

    It is `busy` while it reads or indexes; `storied` says that all stories are told, too.
    """

    read: int
    total: int
    indexed: int
    busy: bool
    note: str | None
    storied: bool = True


@dataclass(frozen=True, slots=True)
class Arrived:
    """Rows were added, changed or removed: the order wants fetching or merging again."""

    count: int


@dataclass(frozen=True, slots=True)
class RelatedReady:
    """The related stories of these rows are known now."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """Another process decided about these rows."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewKnown:
    """What of the articles of these rows is new is another answer than before."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that an editor must notice at once: `text` says what, `numbers` are the rows.

    `bell` wants the terminal's bell. `command` is a command that a rule wants run for each of the
    rows, as rules.toml has it; "" for none, and where the settings do not allow it.
    """

    text: str
    numbers: tuple[int, ...]
    bell: bool = True
    command: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles a basket holds, and how many of them came since it was looked into."""

    name: str
    count: int
    unseen: int


@dataclass(frozen=True, slots=True)
class Tallied:
    """The baskets were counted anew."""

    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class StoryReady:
    """The page of this story is known now, or known better."""

    story: int


News: TypeAlias = (
    Progress | Arrived | RelatedReady | Decided | NewKnown | StoryReady | Alarm | Tallied
)


@dataclass(frozen=True, slots=True)
class Relations:
    """The related stories of one row, on their way through the pipe."""

    number: int
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is new in the article of one row, on its way through the pipe."""

    number: int
    whats_new: WhatIsNew


@dataclass(frozen=True, slots=True)
class StoryTold:
    """The page of a story, on its way through the pipe."""

    page: StoryPage


@dataclass(frozen=True, slots=True)
class LedgerChanged:
    """The ledger was written to, by whomever."""


@dataclass(frozen=True, slots=True)
class Rescanning:
    """A rescan that was asked for has begun; only what is told after this is about it."""


Message: TypeAlias = (
    Progress
    | Arrived
    | Relations
    | Novelty
    | StoryTold
    | LedgerChanged
    | Rescanning
    | Alarm
    | Tallied
)

_KINDS: dict[str, type[Any]] = {
    "progress": Progress,
    "arrived": Arrived,
    "relations": Relations,
    "novelty": Novelty,
    "story": StoryTold,
    "ledger": LedgerChanged,
    "rescanning": Rescanning,
    "alarm": Alarm,
    "tallied": Tallied,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def encode(message: Message) -> bytes:
    """The message as one line of ASCII JSON with its newline."""
    return json.dumps([_NAMES[type(message)], asdict(message)]).encode("ascii") + b"\n"


def decode(line: bytes) -> Message | None:
    """The message of one line, or None where the line is not a whole message."""
    try:
        name, fields = json.loads(line)
        message: Message = (_NESTED.get(name) or _plain(_KINDS[name]))(fields)
    except (ValueError, KeyError, TypeError):
        return None
    return message


def _alarm(fields: dict[str, Any]) -> Alarm:
    return Alarm(**{**fields, "numbers": tuple(fields["numbers"])})


def _tallied(fields: dict[str, Any]) -> Tallied:
    return Tallied(tuple(Tally(**each) for each in fields["tallies"]))


def _relations(fields: dict[str, Any]) -> Relations:
    related = tuple(
        Related(each["number"], each["score"], each["kind"], tuple(each["reasons"]))
        for each in fields["related"]
    )
    return Relations(fields["number"], related)


def _novelty(fields: dict[str, Any]) -> Novelty:
    return Novelty(fields["number"], from_record(fields["whats_new"]))


def _story(fields: dict[str, Any]) -> StoryTold:
    from copytaster.desk.words.story_page import from_record as page_of

    return StoryTold(page_of(fields["page"]))


def _plain(kind: type[Any]) -> Callable[[dict[str, Any]], Any]:
    return lambda fields: kind(**fields)


_NESTED: dict[str, Callable[[dict[str, Any]], Any]] = {
    "relations": _relations,
    "novelty": _novelty,
    "story": _story,
    "alarm": _alarm,
    "tallied": _tallied,
}
