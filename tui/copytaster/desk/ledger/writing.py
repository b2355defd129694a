"""Steps as they are written: what a deed changes, what was there before, and the event of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.desk.ledger.fields import Field, Item, Value, write_value
from copytaster.desk.ledger.steps import Step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from copytaster.desk.ledger.session import Session


class StepWriter:
    """Writes steps and their events, within the transaction that its caller has begun."""

    def __init__(self, connection: sqlite3.Connection, session: Session) -> None:
        self._connection = connection
        self._session = session

    def begin(self, text: str, *, by_hand: bool, rule: str | None = None) -> int:
        """The number of a new step; one by hand drops what was undone."""
        if by_hand:
            self._connection.execute(
                "UPDATE steps SET state = 'dropped' WHERE by_hand AND state = 'undone'"
            )
        (step,) = self._connection.execute(
            "INSERT INTO steps (text, by_hand, rule) VALUES (?, ?, ?) RETURNING step",
            (text, by_hand, rule),
        ).fetchone()
        return int(step)

    def change(
        self, step: int, field: str, before: Sequence[tuple[int, Value]], value: Value
    ) -> None:
        """Write the new value, and beside it, for undo, what was there before."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?)",
            ((step, key, field, old, value) for key, old in before),
        )
        write_value(self._connection, ((key, field, value) for key, _ in before))

    def introduce(self, items: Iterable[Item]) -> None:
        """Let the ledger know these articles, if it does not."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO marks (key, id, guid, slug, title) VALUES (?, ?, ?, ?, ?)",
            ((item.key, item.id, item.guid, item.slug, item.title) for item in items),
        )

    def note(self, item: Item, changes: Mapping[str, tuple[Value, Value]], text: str) -> Step:
        """A step of several changes, each from one value to another, on one article."""
        step = self.begin(text, by_hand=True)
        self.introduce([item])
        for field, (before, after) in changes.items():
            self.change(step, field, [(item.key, before)], after)
        self.log(step, "done")
        return Step(step, text, (item.key,))

    def log(self, step: int, kind: str) -> None:
        """Note that a step was done, undone or done again, by whom and when."""
        session = self._session
        self._connection.execute(
            "INSERT INTO events (step, kind, at, user, host, session) VALUES (?, ?, ?, ?, ?, ?)",
            (step, kind, session.now(), session.user, session.host, session.name),
        )

    def undo(self) -> Step | None:
        """Take back the last step that stands; None where none does."""
        return self._turn("done", "undone", "DESC", "before")

    def redo(self) -> Step | None:
        """Do again the step that was undone last; None where none was since the last deed."""
        return self._turn("undone", "done", "ASC", "after")

    def _turn(self, state: str, turned: str, direction: str, column: str) -> Step | None:
        found = self._connection.execute(
            "SELECT step, text FROM steps WHERE by_hand AND state = ?"  # noqa: S608
            f" ORDER BY step {direction} LIMIT 1",
            (state,),
        ).fetchone()
        if found is None:
            return None
        step, text = found
        changes = self._connection.execute(
            f"SELECT key, field, {column} FROM changes WHERE step = ?",  # noqa: S608
            (step,),
        ).fetchall()
        write_value(self._connection, changes)
        self._connection.execute("UPDATE steps SET state = ? WHERE step = ?", (turned, step))
        self.log(step, turned)
        return Step(step, text, tuple(dict.fromkeys(key for key, *_ in changes)), _taught(changes))


def _taught(changes: Iterable[tuple[int, str, Value]]) -> tuple[tuple[str, Value], ...]:
    parted = ((field.partition(":"), value) for _, field, value in changes)
    return tuple((rule, value) for (field, _, rule), value in parted if field == Field.TAUGHT)
