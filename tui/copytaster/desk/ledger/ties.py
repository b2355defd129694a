"""The user's word on stories: pairs of articles that are one story, or are not.

It wins over the index. Pairs are kept in the ledger by the keys of the articles, so they outlive
every catalogue, and hold for whatever copy of an article comes back.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from copytaster.desk.keeping.there import is_there

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

TABLE = """
CREATE TABLE ties (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    tie TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID
"""


class Tie(StrEnum):
    """What was said of two articles."""

    TOGETHER = "together"
    APART = "apart"


Pair: TypeAlias = tuple[int, int]
Ties: TypeAlias = "Mapping[Pair, Tie]"
Words: TypeAlias = "dict[Pair, Tie | None]"
"""What is said anew of pairs; None takes back what was said."""


def pair(one: int, other: int) -> Pair:
    """Two keys in the one order in which pairs are kept."""
    return (one, other) if one < other else (other, one)


def pair_name(keys: Pair) -> str:
    """The pair as the history names it."""
    return f"{keys[0]} {keys[1]}"


def read_ties(connection: sqlite3.Connection) -> dict[Pair, Tie]:
    """All that was said."""
    rows = connection.execute("SELECT one, other, tie FROM ties")
    return {(one, other): Tie(tie) for one, other, tie in rows}


def write_tie(connection: sqlite3.Connection, name: str, tie: object) -> None:
    """Write what is said of the pair of this name from now on; None for nothing."""
    one, _, other = name.partition(" ")
    keys = int(one), int(other)
    if tie is None:
        connection.execute("DELETE FROM ties WHERE one = ? AND other = ?", keys)
    else:
        connection.execute("INSERT OR REPLACE INTO ties VALUES (?, ?, ?)", (*keys, tie))


def ties_of(ledger: Path) -> dict[Pair, Tie]:
    """All that was said, as the file of a ledger has it; nothing where there is none to read."""
    if not is_there(ledger):
        return {}
    try:
        with closing(sqlite3.connect(ledger, timeout=1.0)) as connection:
            return read_ties(connection)
    except (sqlite3.Error, ValueError):
        return {}


def said(ties: Ties, tie: Tie) -> Iterable[Pair]:
    """The pairs of which this was said."""
    return (keys for keys, each in ties.items() if each is tie)
