"""The fields that a decision can be about, and how each is read from and written to the tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from copytaster.desk.ledger.hits import write_hit
from copytaster.desk.ledger.ties import write_tie

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

Value: TypeAlias = str | int | None


class Field(StrEnum):
    """What can be decided about an article."""

    VERDICT = "verdict"
    FLAGGED = "flagged"
    READ = "read"
    NOTE = "note"
    TAG = "tag"
    TAUGHT = "taught"
    TIE = "tie"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Item:
    """An article as the ledger knows it: by the key of its id; the rest helps to find it again."""

    key: int
    id: str
    guid: str | None
    slug: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Change:
    """A value that a field of some articles is to have; `detail` is the tag, or the rule."""

    items: Sequence[Item]
    field: Field
    value: Value
    detail: str = ""

    @property
    def name(self) -> str:
        """The field as a step notes it: `verdict`, `tag:flood`."""
        return f"{self.field}:{self.detail}" if self.detail else str(self.field)


_ABSENT: dict[Field, Value] = {Field.FLAGGED: 0, Field.READ: 0}


def is_free(field: Field, value: Value) -> bool:
    """Whether a rule may decide about a field of this value: nothing was, or it is the rule's."""
    return field is Field.RULE or value == _ABSENT.get(field)


def read_before(
    connection: sqlite3.Connection, items: Sequence[Item], field: Field, detail: str
) -> dict[int, Value]:
    """The present value of the field for the key of every item."""
    values: dict[int, Value] = {item.key: _ABSENT.get(field) for item in items}
    if field is Field.TAG:
        statement = "SELECT 1 FROM tags WHERE key = ? AND tag = ?"
    elif field is Field.RULE:
        statement = "SELECT score FROM hits WHERE key = ? AND rule = ?"
    else:
        statement = f"SELECT {field} FROM marks WHERE key = ?"  # noqa: S608
    more = (detail,) if field in (Field.TAG, Field.RULE) else ()
    for key in values:
        found = connection.execute(statement, (key, *more)).fetchone()
        if found:
            values[key] = found[0]
    return values


def write_value(connection: sqlite3.Connection, changes: Iterable[tuple[int, str, Value]]) -> None:
    """Write (key, field, value) changes; of a tag the field is `tag:` and its name.

    Of a tie between two articles it is `tie:` and the pair, of a rule `rule:` and its name.

    What was taught stands in a file of its own, and here only in the history.
    """
    for key, name, value in changes:
        field, _, detail = name.partition(":")
        if field == Field.TAUGHT:
            continue
        if field == Field.TIE:
            write_tie(connection, detail, value)
        elif field == Field.RULE:
            write_hit(connection, key, detail, value)
        elif field == Field.TAG and value:
            connection.execute("INSERT OR IGNORE INTO tags VALUES (?, ?)", (key, detail))
        elif field == Field.TAG:
            connection.execute("DELETE FROM tags WHERE key = ? AND tag = ?", (key, detail))
        else:
            column = Field(field)
            connection.execute(
                f"UPDATE marks SET {column} = ? WHERE key = ?",  # noqa: S608
                (value, key),
            )
