"""Rows: the catalogue's columns joined with what the ledger says, kept at hand while they show."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from copytaster.desk.ledger.fields import Item
from copytaster.desk.ledger.returning import EARLIER_VERDICT
from copytaster.desk.words.rows import Row, Verdict

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

AT_HAND = 4_000
AT_ONCE = 500
_MARK = "\x1f"
_PATH = 16
_TAGS = 22
_RULES = 27
_SELECT = """
SELECT a.number, a.id, a.title, a.title_derived, a.source, a.date, a.moment, a.dated, a.urgency,
    a.status, a.slug, a.take, a.embargo, a.words, a.folded, a.problem, f.path, a.part, a.story,
    m.verdict, m.flagged, m.read,
    (SELECT group_concat(t.tag, char(31)) FROM ledger.tags t WHERE t.key = a.key),
    CASE WHEN m.verdict IS NULL THEN {earlier} END, m.note,
    (SELECT kind FROM recalls WHERE target = a.number ORDER BY kind = 'corrected' LIMIT 1),
    coalesce((SELECT sum(h.score) FROM ledger.hits h WHERE h.key = a.key), 0),
    (SELECT group_concat(h.rule, char(31)) FROM ledger.hits h WHERE h.key = a.key),
    CASE WHEN m.verdict IS NOT NULL THEN (
        SELECT s.rule FROM ledger.changes c JOIN ledger.steps s USING (step)
        WHERE c.key = a.key AND c.field = 'verdict' AND s.state = 'done'
        ORDER BY c.step DESC LIMIT 1
    ) END
FROM articles a JOIN files f USING (file) LEFT JOIN ledger.marks m ON m.key = a.key
WHERE a.number IN ({numbers})
"""


class RowReader:
    """Rows by their numbers, the last few thousand of them remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._at_hand: OrderedDict[int, Row] = OrderedDict()

    def row(self, number: int) -> Row | None:
        """One row, or None where it has gone."""
        known = self._at_hand.get(number)
        if known is None:
            self._fetch([number])
            known = self._at_hand.get(number)
        return known

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """The rows in the order asked for, without those that have gone."""
        missing = [number for number in numbers if number not in self._at_hand]
        for start in range(0, len(missing), AT_ONCE):
            self._fetch(missing[start : start + AT_ONCE])
        found = [self._at_hand[number] for number in numbers if number in self._at_hand]
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return found

    def forget(self, numbers: Iterable[int] | None = None) -> None:
        """Read these rows anew when they are asked for next; all of them without numbers."""
        if numbers is None:
            self._at_hand.clear()
            return
        for number in numbers:
            self._at_hand.pop(number, None)

    def items(self, numbers: Sequence[int]) -> list[Item]:
        """The rows as the ledger knows articles."""
        items: dict[int, Item] = {}
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            for record in self._connection.execute(
                "SELECT key, id, guid, slug, title FROM articles"  # noqa: S608
                f" WHERE number IN ({','.join('?' * len(some))})",
                some,
            ):
                items[record[0]] = Item(*record)
        return list(items.values())

    def _fetch(self, numbers: Sequence[int]) -> None:
        marks = ",".join("?" * len(numbers))
        for record in self._connection.execute(
            _SELECT.format(earlier=EARLIER_VERDICT, numbers=marks), numbers
        ):
            self._at_hand[record[0]] = _row(record)


def numbers_of(connection: sqlite3.Connection, keys: Sequence[int]) -> tuple[int, ...]:
    """The rows of these articles: one key may stand for several copies of one text."""
    numbers: list[int] = []
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = connection.execute(
            f"SELECT number FROM articles WHERE key IN ({','.join('?' * len(some))})",  # noqa: S608
            some,
        )
        numbers.extend(number for (number,) in found)
    return tuple(numbers)


def _row(record: tuple[Any, ...]) -> Row:
    row = Row(*record)
    return replace(
        row,
        title_derived=bool(row.title_derived),
        dated=bool(row.dated),
        path=os.fsdecode(record[_PATH]),
        verdict=Verdict(row.verdict) if row.verdict else None,
        flagged=bool(row.flagged),
        read=bool(row.read),
        tags=_listed(record[_TAGS]),
        rules=_listed(record[_RULES]),
        returned=f"new take of a {row.returned} story" if row.returned else None,
    )


def _listed(joined: str | None) -> tuple[str, ...]:
    return tuple(sorted(joined.split(_MARK))) if joined else ()
