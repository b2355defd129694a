"""The vocabulary of the house: what an article is, what a block is, and which part it plays.

Everything is frozen. The names are those of the trade (slug, take, dateline, embargo) and of the
JSON that `copytaster show --json` prints; `as_json` and `from_json` are the only ways in and out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeAlias

Lines: TypeAlias = tuple[int, int]


class Role(StrEnum):
    """The part that a block plays in its file."""

    TITLE = "title"
    KICKER = "kicker"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    SOURCE = "source"
    CAPTION = "caption"
    SUBHEAD = "subhead"
    BODY = "body"
    BIO = "bio"
    SIGNOFF = "signoff"
    NOTE = "note"
    LINK = "link"
    FURNITURE = "furniture"

    @property
    def folded(self) -> bool:
        """Whether the reader folds such a block away; it never counts for similarity either."""
        return self in (Role.LINK, Role.FURNITURE)


STORY_ROLES = (Role.BODY, Role.SUBHEAD, Role.DECK)


class Status(StrEnum):
    """Whether an item may be used (IPTC pubStatus)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that play one part.

    `lines` are the first and last line in the decoded file, counted from 1, or None where the
    format has no lines of text. `suspect` blocks keep their role and are only dimmed; they, and the
    folded ones, carry a `reason` that a person understands.
    """

    role: Role
    text: str
    lines: Lines | None = None
    suspect: bool = False
    reason: str | None = None


def word_count(blocks: Iterable[Block]) -> int:
    """How many words of these blocks are the story's own: deck, subheads and body."""
    return sum(len(block.text.split()) for block in blocks if block.role in STORY_ROLES)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as parsed: its fields, and every block of its file in order.

    `date` is ISO 8601, a day or a moment with its zone, or None where the file names none. `part`
    counts the articles of a file that holds many. `item` is the number of the transmission, in
    capitals; several, parted by a blank, where the agency counts in several series. `urgency` is 1
    (most) to 8; `urgency_raw` is what the agency wrote.
    """

    id: str
    path: str
    part: int = 0
    format: str = "text"
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    title: str = ""
    title_derived: bool = False
    kicker: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: str | None = None
    source: str | None = None
    language: str | None = None
    slug: str | None = None
    keywords: tuple[str, ...] = ()
    urgency: int | None = None
    urgency_raw: str | None = None
    category: str | None = None
    word_count: int = 0
    version: str | None = None
    guid: str | None = None
    item: str | None = None
    status: Status = Status.USABLE
    embargo: str | None = None
    take: str | None = None
    advisory: str | None = None
    links: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that gave no article, and why, in one plain line."""

    path: str
    reason: str


_TUPLES = ("keywords", "links", "warnings")


def as_json(article: Article) -> dict[str, Any]:
    """The article as design/cli.md's JSON object: plain dicts, lists and strings."""
    record: dict[str, Any] = {field.name: getattr(article, field.name) for field in fields(article)}
    record["blocks"] = [block_as_json(block) for block in article.blocks]
    record["status"] = article.status.value
    for name in _TUPLES:
        record[name] = list(record[name])
    return record


def block_as_json(block: Block) -> dict[str, Any]:
    """One block as the JSON object of design/cli.md."""
    return {
        "role": block.role.value,
        "text": block.text,
        "lines": list(block.lines) if block.lines else None,
        "suspect": block.suspect,
        "reason": block.reason,
    }


def from_json(record: dict[str, Any]) -> Article:
    """The article that `as_json` made this record of; KeyError or ValueError where it is none."""
    known = {**record, "status": Status(record["status"])}
    known["blocks"] = tuple(_block_from_json(block) for block in record["blocks"])
    for name in _TUPLES:
        known[name] = tuple(record[name])
    return Article(**known)


def _block_from_json(record: dict[str, Any]) -> Block:
    lines = record["lines"]
    return Block(
        role=Role(record["role"]),
        text=record["text"],
        lines=(lines[0], lines[1]) if lines else None,
        suspect=record["suspect"],
        reason=record["reason"],
    )
