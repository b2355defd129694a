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

from copytaster.desk.keeping.errors import LedgerError, ledger_error, plainly
from copytaster.desk.keeping.folders import make_private, touch_private
from copytaster.desk.keeping.transaction import transaction
from copytaster.desk.ledger.fields import (
    Change,
    Field,
    Item,
    Value,
    is_free,
    read_before,
)
from copytaster.desk.ledger.history import changed_by_others, read_events, read_last_event
from copytaster.desk.ledger.hits import standing
from copytaster.desk.ledger.readings import Reading, write_reading
from copytaster.desk.ledger.schema import bring_up_to_date
from copytaster.desk.ledger.session import Session, this_session
from copytaster.desk.ledger.steps import Event, Step
from copytaster.desk.ledger.ties import Pair, Tie, Words, pair_name, read_ties
from copytaster.desk.ledger.writing import StepWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FILE_NAME = "ledger.db"
WAIT_SECONDS = 10.0
"""How long a decision waits for another program that is writing, if nobody says otherwise."""


class Ledger:
    """An open ledger. LedgerError where it cannot be written, with a reason in plain words."""

    def __init__(self, connection: sqlite3.Connection, session: Session) -> None:
        self._connection = connection
        self._session = session
        self.patience = WAIT_SECONDS
        self._steps = StepWriter(connection, session)

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
            step = self._steps.begin(text, by_hand=by_hand, rule=by_rule)
            self._steps.introduce(changed)
            for change, had in zip(lacking, before, strict=True):
                pairs = [(item.key, had[item.key]) for item in change.items]
                self._steps.change(step, change.name, pairs, change.value)
            self._steps.log(step, "done")
        return Step(step, text, tuple(item.key for item in changed))

    def values(self, items: Sequence[Item], field: Field, detail: str = "") -> dict[int, Value]:
        """What stands in this field of all items now, by their keys."""
        with plainly():
            return read_before(self._connection, items, field, detail)

    def note_lesson(self, item: Item, lesson: Mapping[str, bool], text: str) -> Step:
        """Note, as one step, which rules were taught (true) and which forgotten on an article."""
        with self._writing(durable=True):
            return self._steps.note(
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
            return self._steps.note(item, changes, text) if changes else None

    def note_reading(self, item: Item, reading: Reading) -> bool:
        """Note how far an article was read, if further than before; whether it was.

        It is no step, and not worth a sync of its own.
        """
        with self._writing(durable=False):
            self._steps.introduce([item])
            return write_reading(self._connection, reading)

    def undo(self) -> Step | None:
        """Take back the last step that stands; None where none does."""
        with plainly(), self._writing(durable=True):
            return self._steps.undo()

    def redo(self) -> Step | None:
        """Do again the step that was undone last; None where none was since the last deed."""
        with plainly(), self._writing(durable=True):
            return self._steps.redo()

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
            step = self._steps.begin(text, by_hand=True)
            for (field, key), (was, now) in before.items():
                self._steps.change(step, field, [(key, now)], was)
            self._steps.log(step, "done")
        return Step(step, text, keys)

    def history(self, limit: int = 1000) -> list[Event]:
        """The last events, newest first, those of rules among them; not that something was read."""
        with plainly():
            return read_events(self._connection, limit)

    def last_event(self) -> int:
        """The number of the last event, 0 in an empty ledger."""
        with plainly():
            return read_last_event(self._connection)

    def decided_by_others(self, since: int) -> tuple[int, set[int]]:
        """The last event, and the keys that other sessions changed after event `since`."""
        with plainly():
            return changed_by_others(self._connection, self._session.name, since)

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

    @contextmanager
    def _writing(self, *, durable: bool) -> Iterator[None]:
        """One transaction; `durable` ones are on the disk when it ends (WAL, synchronous FULL).

        The others, which nobody asked for, do not wait for another program that is writing.
        """
        try:
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._connection.execute("PRAGMA busy_timeout = 0")
            with transaction(self._connection, patience=self.patience if durable else 0.0):
                yield
        except sqlite3.Error as error:
            raise ledger_error(error) from error


def _is_open(change: Change, value: Value, *, by_rule: bool) -> bool:
    """Whether a change changes anything, and, where a rule makes it, decides nothing anew."""
    return value != change.value and not (by_rule and not is_free(change.field, value))


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
