"""The history of a ledger: what was done, undone or redone, and what others did meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.desk.ledger.steps import Event

if TYPE_CHECKING:
    import sqlite3


def read_events(connection: sqlite3.Connection, limit: int) -> list[Event]:
    """The last events, newest first, those of rules among them; not that something was read."""
    rows = connection.execute(
        "SELECT event, kind, text, at, user, host,"
        " (SELECT count(DISTINCT key) FROM changes WHERE changes.step = events.step),"
        " step, state, rule"
        " FROM events JOIN steps USING (step)"
        " WHERE by_hand OR rule IS NOT NULL ORDER BY event DESC LIMIT ?",
        (limit,),
    )
    return [Event(*row) for row in rows]


def read_last_event(connection: sqlite3.Connection) -> int:
    """The number of the last event, 0 in an empty ledger."""
    (event,) = connection.execute("SELECT coalesce(max(event), 0) FROM events").fetchone()
    return int(event)


def changed_by_others(
    connection: sqlite3.Connection, session: str, since: int
) -> tuple[int, set[int]]:
    """The last event, and the keys that other sessions changed after event `since`."""
    upto = read_last_event(connection)
    rows = connection.execute(
        "SELECT DISTINCT key FROM events JOIN changes USING (step)"
        " WHERE event > ? AND event <= ? AND session != ?",
        (since, upto, session),
    )
    return upto, {key for (key,) in rows}
