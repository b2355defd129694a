"""The words in which the back room tells what of an article is new to who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Known(StrEnum):
    """How well a sentence is known: word for word, but for a fact, or only told much alike."""

    KNOWN = "known"
    CHANGED = "changed"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where something was read: source, take and title of the article, and when."""

    source: str | None
    take: str | None
    title: str
    at: float


@dataclass(frozen=True, slots=True)
class Met:
    """A sentence of the article that was met before.

    It stands from `start` to `end` in the text of a block. `spans`, in the same characters, are the
    words that are known, or, of a changed one, those that are others. `occasion` counts the
    occasions from 0; `before` is the sentence as it was read then.
    """

    block: int
    start: int
    end: int
    known: Known
    spans: tuple[tuple[int, int], ...]
    occasion: int
    before: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a new version did to the one that was read: figures before and after, and how much.

    `added`, `cut` and `changed` count sentences.
    """

    figures: tuple[tuple[str, str], ...]
    added: int
    cut: int
    changed: int


@dataclass(frozen=True, slots=True)
class WhatIsNew:
    """What of an article is new after all that was read of its story.

    `sentences` is how many it has, 0 where nothing of its story was read; `new` how many of them
    are not known, `share` the share of its words that are in those. `change` is what it did to the
    version that was read last, where it is a version.
    """

    sentences: int = 0
    new: int = 0
    share: float = 1.0
    met: tuple[Met, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    change: Change | None = None


def from_record(record: Mapping[str, Any]) -> WhatIsNew:
    """What `asdict` made a record of, after it was JSON; KeyError or TypeError where it is none."""
    change = record["change"]
    return WhatIsNew(
        sentences=record["sentences"],
        new=record["new"],
        share=record["share"],
        met=tuple(_met(each) for each in record["met"]),
        occasions=tuple(Occasion(**each) for each in record["occasions"]),
        change=_change(change) if change else None,
    )


def _met(record: Mapping[str, Any]) -> Met:
    spans = tuple((start, end) for start, end in record["spans"])
    return Met(**{**record, "known": Known(record["known"]), "spans": spans})


def _change(record: Mapping[str, Any]) -> Change:
    figures = tuple((before, after) for before, after in record["figures"])
    return Change(**{**record, "figures": figures})
