"""Alarms: what was kept, and was killed, withdrawn or corrected since.

An alarm stands until the item that recalls is read, so it rings again at the next start, and each
is told once by one process.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from copytaster.desk.words.news import Alarm

TITLE_SHOWN = 60
_KEPT = """
SELECT r.recall, r.target, r.kind, t.title FROM recalls r
JOIN articles k ON k.number = r.recall JOIN articles t ON t.number = r.target
JOIN ledger.marks m ON m.key = t.key AND m.verdict = 'kept'
LEFT JOIN ledger.marks q ON q.key = k.key
WHERE NOT coalesce(q.read, 0) ORDER BY r.recall, r.target
"""


class Alarms:
    """The alarms over one catalogue, to whose connection a ledger is attached."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._told: set[tuple[int, int]] = set()

    def new(self) -> Iterator[Alarm]:
        """Those that were not told yet; one that has ended may be told again."""
        found = {(row[0], row[1]): row[2:] for row in self._connection.execute(_KEPT)}
        self._told &= found.keys()
        for (recall, target), (kind, title) in found.items():
            if (recall, target) not in self._told:
                self._told.add((recall, target))
                yield Alarm(f"{kind.upper()}, and you kept it: “{_short(title)}”", (recall, target))


def _short(title: str) -> str:
    return title if len(title) <= TITLE_SHOWN else f"{title[: TITLE_SHOWN - 2].rstrip()} …"
