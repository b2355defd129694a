"""Deeds: decisions on rows, put into the ledger first and into words for the status line after.

Where the ledger cannot be opened, or does not take a decision, the deed has no rows and says why;
the reading goes on.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copytaster.desk.errors import LedgerError
from copytaster.desk.ledger import FILE_NAME, Ledger, Step, open_ledger
from copytaster.desk.ledger_fields import Field, Item, Value
from copytaster.desk.ledger_schema import TABLES
from copytaster.desk.row_reader import numbers_of
from copytaster.desk.rows import Counts, Deed, Verdict
from copytaster.desk.teaching import lesson_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from copytaster.desk.catalogue import Catalogue
    from copytaster.desk.teaching import Lesson, TaughtFile

TITLE_SHOWN = 40
UNDOES = "u undoes"


class Deeds:
    """The ledger as the desk uses it, beside the catalogue whose connection has it attached."""

    def __init__(
        self,
        ledger: Ledger | None,
        why_not: str,
        catalogue: sqlite3.Connection,
        taught: TaughtFile,
    ) -> None:
        self._ledger = ledger
        self._why_not = why_not
        self._catalogue = catalogue
        self._taught = taught
        self._heard = ledger.last_event() if ledger else 0

    @classmethod
    def open(
        cls, folder: Path, catalogue: sqlite3.Connection, taught: TaughtFile
    ) -> tuple[Deeds, str | None]:
        """Open the ledger and attach it for reading; the second value says why it has none."""
        try:
            ledger = open_ledger(folder)
        except LedgerError as error:
            catalogue.execute("ATTACH ':memory:' AS ledger")
            for statement in TABLES.split(";\n"):
                catalogue.execute(_attached(statement))
            return cls(None, str(error), catalogue, taught), str(error)
        catalogue.execute("ATTACH ? AS ledger", (os.fspath(folder / FILE_NAME),))
        return cls(ledger, "", catalogue, taught), None

    def judge(self, items: Sequence[Item], verdict: Verdict | None) -> Deed:
        """Keep or spike, or take the verdict back."""
        word = verdict.value if verdict else "no longer kept or spiked:"
        return self._decide(items, Field.VERDICT, verdict.value if verdict else None, word)

    def flag(self, items: Sequence[Item], *, flagged: bool) -> Deed:
        """Flag, or take the flag away."""
        word = "flagged" if flagged else "no longer flagged:"
        return self._decide(items, Field.FLAGGED, int(flagged), word)

    def mark_read(self, items: Sequence[Item], *, read: bool, by_hand: bool) -> Deed:
        """Mark as read or unread."""
        word = "read:" if read else "unread:"
        return self._decide(items, Field.READ, int(read), word, by_hand=by_hand)

    def tag(self, items: Sequence[Item], tag: str, *, tagged: bool) -> Deed:
        """Give a tag, or take it away."""
        word = f"tagged {tag}:" if tagged else f"no longer tagged {tag}:"
        return self._decide(items, Field.TAG, 1 if tagged else None, word, detail=tag)

    def teach(self, item: Item, lesson: Lesson) -> Deed:
        """Fold or unfold from now on what the lesson says; `item` is where it was learned."""
        if self._ledger is None:
            return Deed(self._why_not, ())
        if problem := self._taught.learn(lesson):
            return Deed(problem, ())
        try:
            step = self._ledger.note_lesson(item, lesson.noted, lesson.text)
        except LedgerError as error:
            self._taught.learn(lesson.reverse)
            return Deed(str(error), ())
        return self._deed(step, f"{step.text}, {UNDOES}")

    def undo(self) -> Deed | None:
        """Take back the last deed that stands."""
        return self._turn("undone", "U does it again", Ledger.undo)

    def redo(self) -> Deed | None:
        """Do again what was undone last."""
        return self._turn("done again", UNDOES, Ledger.redo)

    def counts(self, catalogue: Catalogue) -> Counts:
        """How many articles are in each state."""
        execute = self._catalogue.execute
        kept, spiked, flagged, read = execute(
            "SELECT coalesce(sum(m.verdict = 'kept'), 0), coalesce(sum(m.verdict = 'spiked'), 0),"
            " coalesce(sum(m.flagged), 0), coalesce(sum(m.read), 0)"
            " FROM ledger.marks m CROSS JOIN articles a ON a.key = m.key"
        ).fetchone()
        total = catalogue.count()
        return Counts(total, total - read, kept, spiked, flagged)

    def decided_by_others(self) -> tuple[int, ...]:
        """The rows that other processes decided about since this was asked last."""
        if self._ledger is None:
            return ()
        self._heard, keys = self._ledger.decided_by_others(self._heard)
        return numbers_of(self._catalogue, sorted(keys))

    def close(self) -> None:
        """Let go of the ledger."""
        if self._ledger is not None:
            self._ledger.close()

    def _decide(
        self,
        items: Sequence[Item],
        field: Field,
        value: Value,
        word: str,
        *,
        detail: str = "",
        by_hand: bool = True,
    ) -> Deed:
        if self._ledger is None:
            return Deed(self._why_not, ())
        text = f"{word} {_named(items)}"
        try:
            step = self._ledger.decide(items, field, value, text, detail=detail, by_hand=by_hand)
        except LedgerError as error:
            return Deed(str(error), ())
        if step is None:
            return Deed(f"already {text}" if items else "nothing to do", ())
        return self._deed(step, f"{step.text}, {UNDOES}" if by_hand else step.text)

    def _turn(self, word: str, way: str, turn: Callable[[Ledger], Step | None]) -> Deed | None:
        if self._ledger is None:
            return Deed(self._why_not, ())
        try:
            step = turn(self._ledger)
        except LedgerError as error:
            return Deed(str(error), ())
        if step is None:
            return None
        problem = self._taught.learn(lesson_of(step.taught)) if step.taught else None
        return self._deed(step, problem or f"{word}: {step.text}, {way}")

    def _deed(self, step: Step, text: str) -> Deed:
        return Deed(text, numbers_of(self._catalogue, step.keys))


def _named(items: Sequence[Item]) -> str:
    """“The title …” of one article, the number of several."""
    if len(items) != 1:
        return f"{len(items):,} articles"
    title = items[0].title
    short = title if len(title) <= TITLE_SHOWN else f"{title[: TITLE_SHOWN - 2].rstrip()} …"
    return f"“{short}”"


def _attached(statement: str) -> str:
    for kind in ("TABLE", "INDEX"):
        statement = statement.replace(f"CREATE {kind} ", f"CREATE {kind} ledger.", 1)
    return statement
