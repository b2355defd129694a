"""Which articles a rule has hit, with what score: a table of the ledger.

A hit is a change like any other, of the field `rule:` and the rule's name, so that the history
knows it and it can be taken back. What was taken back by hand is never hit by that rule again.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from copytaster.desk.ledger.fields import Value

TABLE = """
CREATE TABLE hits (
    key INTEGER NOT NULL,
    rule TEXT NOT NULL,
    score INTEGER NOT NULL,
    PRIMARY KEY (key, rule)
) WITHOUT ROWID;
CREATE INDEX hits_by_rule ON hits (rule);
CREATE INDEX changes_by_key ON changes (key, field);
ALTER TABLE steps ADD COLUMN rule TEXT;
CREATE INDEX steps_by_rule ON steps (rule) WHERE rule IS NOT NULL
"""

_BY_HAND = """
SELECT c.key FROM json_each(?) n JOIN ledger.changes c ON c.key = n.value AND c.field = ?
JOIN ledger.steps s USING (step) WHERE s.by_hand AND s.state = 'done'
"""

_DONE_BY = """
SELECT c.field, c.key, c.before, c.after FROM steps s JOIN changes c USING (step)
WHERE s.rule = ? AND s.state = 'done' AND NOT EXISTS (
    SELECT 1 FROM changes h JOIN steps t USING (step)
    WHERE h.key = c.key AND h.field = c.field AND h.step > c.step AND t.by_hand AND t.state = 'done'
) ORDER BY s.step
"""

_READ = {
    "tag": ("SELECT 1 FROM tags WHERE key = ? AND tag = ?", True),
    "rule": ("SELECT score FROM hits WHERE key = ? AND rule = ?", True),
}


def write_hit(connection: sqlite3.Connection, key: int, rule: str, score: object) -> None:
    """Write that a rule hits an article with this score; None where it does no more."""
    if score is None:
        connection.execute("DELETE FROM hits WHERE key = ? AND rule = ?", (key, rule))
    else:
        connection.execute("INSERT OR REPLACE INTO hits VALUES (?, ?, ?)", (key, rule, score))


def hits_of(connection: sqlite3.Connection, rule: str) -> dict[int, int]:
    """The articles that a rule hits, with its score, by key; of the attached ledger."""
    return dict(
        connection.execute("SELECT key, score FROM ledger.hits WHERE rule = ?", (rule,)).fetchall()
    )


def rules_with_hits(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles each rule hits, of the attached ledger."""
    return dict(
        connection.execute("SELECT rule, count(*) FROM ledger.hits GROUP BY rule").fetchall()
    )


def decided_by_hand(connection: sqlite3.Connection, keys: Iterable[int], field: str) -> set[int]:
    """Those of the articles whose field was decided about by hand, of the attached ledger."""
    found = connection.execute(_BY_HAND, (json.dumps([*keys]), field))
    return {key for (key,) in found}


def standing(
    connection: sqlite3.Connection, rule: str
) -> dict[tuple[str, int], tuple[Value, Value]]:
    """What a rule did and what is still so: before and now, by field and key; of a ledger.

    What was decided by hand since stands by hand, also where it is the same again.
    """
    rows = connection.execute(_DONE_BY, (rule,))
    did: dict[tuple[str, int], tuple[Value, Value]] = {}
    for field, key, before, after in rows:
        first = did.get((field, key), (before, None))[0]
        did[field, key] = (first, after)
    return {
        place: values
        for place, values in did.items()
        if values[1] == _now(connection, *place) and values[0] != values[1]
    }


def _now(connection: sqlite3.Connection, name: str, key: int) -> Value:
    field, _, detail = name.partition(":")
    sql, more = _READ.get(field, (f"SELECT {field} FROM marks WHERE key = ?", False))  # noqa: S608
    found = connection.execute(sql, (key, detail) if more else (key,)).fetchone()
    return found[0] if found else None
