"""The ledger: every decision, who took it and when, and the way back from each.

SQLite in WAL mode in the state folder. A decision is committed, and if taken by hand synced to the
disk, before the call returns; so what the screen shows as decided survives a kill -9. Several
processes write to one ledger; each waits for the others for a few milliseconds.

A *step* is one deed, of one article or of thousands, and is undone as one. Steps stand in one line:
undo takes back the last that is done, redo the first that is undone, and a new deed drops what was
undone. An *event* is the doing, undoing or redoing of a step, with time, user and host.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from copytaster.desk.keeping.errors import LedgerError, plain_reason, plainly
from copytaster.desk.keeping.folders import make_private, touch_private
from copytaster.desk.keeping.transaction import transaction
from copytaster.desk.ledger.fields import (
    Change,
    Field,
    Item,
    Value,
    is_free,
    read_before,
    write_value,
)
from copytaster.desk.ledger.hits import standing
from copytaster.desk.ledger.readings import Reading, write_reading
from copytaster.desk.ledger.schema import bring_up_to_date
from copytaster.desk.ledger.session import Session, this_session
from copytaster.desk.ledger.steps import Event, Step
from copytaster.desk.ledger.ties import Pair, Tie, Words, pair_name, read_ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

FILE_NAME = "ledger.db"
WAIT_SECONDS = 10.0
SPELL_SECONDS = 0.04
"""How long SQLite itself waits: the longer it has, the seldomer it looks, up to ten times a second.

Three writers without a pause starved one of them for five seconds; asked anew after each short
spell, it looks every few milliseconds and gets its turn.
"""


class Ledger:
    """An open ledger. LedgerError where it cannot be written, with a reason in plain words."""

    def __init__(self, connection: sqlite3.Connection, session: Session) -> None:
        self._connection = connection
        self._session = session

    def decide(
        self,
        items: Sequence[Item],
        field: Field,
        value: Value,
        text: str,
        *,
        detail: str = "",
        by_hand: bool = True,
    ) -> Step | None:
        """Give all items this value in this field, as one step; None where all had it already.

        `detail` is the tag where the field is TAG. Steps not `by_hand` are logged, never undone,
        and not synced one by one: a crash of the machine may forget that something was read.
        """
        return self.decide_all([Change(items, field, value, detail)], text, by_hand=by_hand)

    def decide_all(
        self,
        changes: Sequence[Change],
        text: str,
        *,
        by_hand: bool = True,
        by_rule: str | None = None,
    ) -> Step | None:
        """Make several changes as one step; None where all was so already.

        A step `by_rule` is none by hand, and decides nothing that is decided already.
        """
        by_hand = by_hand and by_rule is None
        with self._writing(durable=by_hand or by_rule is not None):
            before = [read_before(self._connection, c.items, c.field, c.detail) for c in changes]
            open_to = partial(_is_open, by_rule=by_rule is not None)
            lacking = [
                replace(change, items=[i for i in change.items if open_to(change, had[i.key])])
                for change, had in zip(changes, before, strict=True)
            ]
            changed = list(dict.fromkeys(item for change in lacking for item in change.items))
            if not changed:
                return None
            step = self._new_step(text, by_hand=by_hand, rule=by_rule)
            self._introduce(changed)
            for change, had in zip(lacking, before, strict=True):
                pairs = [(item.key, had[item.key]) for item in change.items]
                self._change(step, change.name, pairs, change.value)
            self._log(step, "done")
        return Step(step, text, tuple(item.key for item in changed))

    def values(self, items: Sequence[Item], field: Field, detail: str = "") -> dict[int, Value]:
        """What stands in this field of all items now, by their keys."""
        with plainly():
            return read_before(self._connection, items, field, detail)

    def note_lesson(self, item: Item, lesson: Mapping[str, bool], text: str) -> Step:
        """Note, as one step, which rules were taught (true) and which forgotten on an article."""
        with self._writing(durable=True):
            return self._note(
                item,
                {
                    f"{Field.TAUGHT}:{rule}": (None, 1) if learned else (1, None)
                    for rule, learned in lesson.items()
                },
                text,
            )

    def ties(self) -> dict[Pair, Tie]:
        """All that was said of pairs of articles."""
        with plainly():
            return read_ties(self._connection)

    def tie(self, item: Item, words: Words, text: str) -> Step | None:
        """Say of pairs of articles, as one step, whether they are one story; `item` is where.

        None where that was said of all of them already.
        """
        with plainly(), self._writing(durable=True):
            before = read_ties(self._connection)
            changes: dict[str, tuple[Value, Value]] = {
                f"{Field.TIE}:{pair_name(keys)}": (before.get(keys), word)
                for keys, word in words.items()
                if before.get(keys) != word
            }
            return self._note(item, changes, text) if changes else None

    def note_reading(self, item: Item, reading: Reading) -> bool:
        """Note how far an article was read, if further than before; whether it was.

        It is no step, and not worth a sync of its own.
        """
        with self._writing(durable=False):
            self._introduce([item])
            return write_reading(self._connection, reading)

    def undo(self) -> Step | None:
        """Take back the last step that stands; None where none does."""
        return self._turn("done", "undone", "DESC", "before")

    def rules_with_hits(self) -> dict[str, int]:
        """How many articles each rule hits now."""
        with plainly():
            rows = self._connection.execute("SELECT rule, count(*) FROM hits GROUP BY rule")
            return dict(rows.fetchall())

    def take_back(self, rule: str) -> Step | None:
        """Take back all that a rule did and that nobody has changed since; a step by hand.

        None where there is nothing of that kind.
        """
        with plainly(), self._writing(durable=True):
            before = standing(self._connection, rule)
            if not before:
                return None
            keys = tuple(dict.fromkeys(key for _, key in before))
            text = f"took back rule ‘{rule}’: {len(keys):,} article{'' if len(keys) == 1 else 's'}"
            step = self._new_step(text, by_hand=True)
            for (field, key), (was, now) in before.items():
                self._change(step, field, [(key, now)], was)
            self._log(step, "done")
        return Step(step, text, keys)

    def redo(self) -> Step | None:
        """Do again the step that was undone last; None where none was since the last deed."""
        return self._turn("undone", "done", "ASC", "after")

    def history(self, limit: int = 1000) -> list[Event]:
        """The last events, newest first, those of rules among them; not that something was read."""
        with plainly():
            rows = self._connection.execute(
                "SELECT event, kind, text, at, user, host,"
                " (SELECT count(DISTINCT key) FROM changes WHERE changes.step = events.step),"
                " step, state, rule"
                " FROM events JOIN steps USING (step)"
                " WHERE by_hand OR rule IS NOT NULL ORDER BY event DESC LIMIT ?",
                (limit,),
            )
            return [Event(*row) for row in rows]

    def last_event(self) -> int:
        """The number of the last event, 0 in an empty ledger."""
        with plainly():
            (event,) = self._connection.execute(
                "SELECT coalesce(max(event), 0) FROM events"
            ).fetchone()
            return int(event)

    def decided_by_others(self, since: int) -> tuple[int, set[int]]:
        """The last event, and the keys that other sessions changed after event `since`."""
        upto = self.last_event()
        with plainly():
            rows = self._connection.execute(
                "SELECT DISTINCT key FROM events JOIN changes USING (step)"
                " WHERE event > ? AND event <= ? AND session != ?",
                (since, upto, self._session.name),
            )
            return upto, {key for (key,) in rows}

    def check(self) -> str | None:
        """What is wrong with the ledger's file, or None."""
        try:
            (answer,) = self._connection.execute("PRAGMA integrity_check").fetchone()
        except sqlite3.DatabaseError as error:
            answer = error
        return None if answer == "ok" else str(answer)

    def backup(self, path: Path) -> None:
        """Copy the ledger to a new file, whatever is being written meanwhile."""
        touch_private(path)
        copy = sqlite3.connect(path)
        try:
            self._connection.backup(copy)
        finally:
            copy.close()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _turn(self, state: str, turned: str, direction: str, column: str) -> Step | None:
        with plainly(), self._writing(durable=True):
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
            self._log(step, turned)
        return Step(
            step, text, tuple(dict.fromkeys(key for key, _, _ in changes)), _taught(changes)
        )

    def _note(self, item: Item, changes: Mapping[str, tuple[Value, Value]], text: str) -> Step:
        """A step of several changes, each from one value to another, on one article."""
        step = self._new_step(text, by_hand=True)
        self._introduce([item])
        for field, (before, after) in changes.items():
            self._change(step, field, [(item.key, before)], after)
        self._log(step, "done")
        return Step(step, text, (item.key,))

    def _new_step(self, text: str, *, by_hand: bool, rule: str | None = None) -> int:
        if by_hand:
            self._connection.execute(
                "UPDATE steps SET state = 'dropped' WHERE by_hand AND state = 'undone'"
            )
        (step,) = self._connection.execute(
            "INSERT INTO steps (text, by_hand, rule) VALUES (?, ?, ?) RETURNING step",
            (text, by_hand, rule),
        ).fetchone()
        return int(step)

    def _change(
        self, step: int, field: str, before: Sequence[tuple[int, Value]], value: Value
    ) -> None:
        """Write the new value, and beside it, for undo, what was there before."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?)",
            ((step, key, field, old, value) for key, old in before),
        )
        write_value(self._connection, ((key, field, value) for key, _ in before))

    def _introduce(self, items: Iterable[Item]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO marks (key, id, guid, slug, title) VALUES (?, ?, ?, ?, ?)",
            ((item.key, item.id, item.guid, item.slug, item.title) for item in items),
        )

    def _log(self, step: int, kind: str) -> None:
        session = self._session
        self._connection.execute(
            "INSERT INTO events (step, kind, at, user, host, session) VALUES (?, ?, ?, ?, ?, ?)",
            (step, kind, session.now(), session.user, session.host, session.name),
        )

    @contextmanager
    def _writing(self, *, durable: bool) -> Iterator[None]:
        """One transaction; `durable` ones are on the disk when it ends (WAL, synchronous FULL).

        The others, which nobody asked for, do not wait for another program that is writing.
        """
        try:
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            patience = WAIT_SECONDS if durable else 0.0
            spell = min(patience, SPELL_SECONDS)
            self._connection.execute(f"PRAGMA busy_timeout = {spell * 1000:.0f}")
            with transaction(self._connection, patience=patience):
                yield
        except sqlite3.Error as error:
            raise LedgerError(plain_reason(error)) from error


def _is_open(change: Change, value: Value, *, by_rule: bool) -> bool:
    """Whether a change changes anything, and, where a rule makes it, decides nothing anew."""
    return value != change.value and not (by_rule and not is_free(change.field, value))


def _taught(changes: Iterable[tuple[int, str, Value]]) -> tuple[tuple[str, Value], ...]:
    parted = ((field.partition(":"), value) for _, field, value in changes)
    return tuple((rule, value) for (field, _, rule), value in parted if field == Field.TAUGHT)


def open_ledger(folder: Path, session: Session | None = None) -> Ledger:
    """The ledger in this folder, made where there is none; LedgerError where that cannot be."""
    try:
        make_private(folder)
        path = folder / FILE_NAME
        touch_private(path)
        with plainly():
            connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            bring_up_to_date(connection)
    except OSError as error:
        raise LedgerError(f"the ledger cannot be opened: {error.strerror}") from error
    return Ledger(connection, session or this_session())
