"""Deeds: decisions on rows, put into the ledger first and into words for the status line after.

Where the ledger cannot be opened, or does not take a decision, the deed has no rows and says why;
the reading goes on.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from copytaster.desk.inbox.teaching import lesson_of
from copytaster.desk.keeping.errors import LedgerBusy, LedgerError
from copytaster.desk.ledger import decisions
from copytaster.desk.ledger.attached import attach_ledger
from copytaster.desk.ledger.decisions import Decision, item_of, judged, marked_read, named
from copytaster.desk.ledger.fields import Change, Field
from copytaster.desk.ledger.ledger import Ledger
from copytaster.desk.ledger.readings import reading_of
from copytaster.desk.ledger.ties import Pair, Tie, Words, pair
from copytaster.desk.lists.row_reader import numbers_of
from copytaster.desk.words.rows import Counts, Deed, Verdict

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.inbox.teaching import Lesson, TaughtFile
    from copytaster.desk.ledger.fields import Item
    from copytaster.desk.ledger.steps import Event, Step
    from copytaster.wire.article import Article

UNDOES = "u undoes"
_Done = TypeVar("_Done")


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
        self._heard = 0

    @classmethod
    def open(
        cls, folder: Path, catalogue: sqlite3.Connection, taught: TaughtFile
    ) -> tuple[Deeds, str | None]:
        """Open the ledger and attach it for reading; the second value says why it has none."""
        ledger, why_not = attach_ledger(catalogue, folder)
        deeds = cls(ledger, why_not, catalogue, taught)
        if ledger:
            deeds._heard = ledger.last_event()
        return deeds, why_not or None

    @property
    def has_ledger(self) -> bool:
        """Whether there is a ledger that can be used."""
        return self._ledger is not None

    def limit_patience(self, seconds: float) -> None:
        """Wait no longer than this for another program that is writing to the ledger."""
        if self._ledger is not None:
            self._ledger.patience = seconds

    def judge(self, items: Sequence[Item], verdict: Verdict | None) -> Deed:
        """Keep or spike, or take the verdict back."""
        return self._decide(items, judged(verdict))

    def flag(self, items: Sequence[Item], *, flagged: bool) -> Deed:
        """Flag, or take the flag away."""
        return self._decide(items, decisions.flagged(flagged=flagged))

    def mark_read(self, items: Sequence[Item], *, read: bool, by_hand: bool) -> Deed:
        """Mark as read or unread."""
        return self._decide(items, marked_read(read=read), by_hand=by_hand)

    def has_read(self, article: Article, letters: int) -> bool:
        """Note how far an article was read; whether that is further than before."""
        reading = reading_of(article, letters, time.time())
        if self._ledger is None or not reading.text:
            return False
        try:
            return self._ledger.note_reading(item_of(article), reading)
        except LedgerError:
            return False

    def keep_alone(self, item: Item, rest: Sequence[Item]) -> Deed:
        """Keep one article and spike these others, as one step."""
        changes = [
            Change([item], Field.VERDICT, Verdict.KEPT.value),
            Change(rest, Field.VERDICT, Verdict.SPIKED.value),
        ]
        return self._decide_all(changes, f"kept {named([item])} and spiked {named(rest)}")

    def tag(self, items: Sequence[Item], tags: Mapping[str, bool]) -> Deed:
        """Give tags, or take those away that map to False, as one step."""
        decided = [decisions.tagged(tag, tagged=given) for tag, given in tags.items()]
        words = ", ".join(each.word.removesuffix(":") for each in decided)
        changes = [Change(items, Field.TAG, each.value, each.detail) for each in decided]
        return self._decide_all(changes, f"{words}: {named(items)}")

    def note(self, items: Sequence[Item], note: str) -> Deed:
        """Write a note that never leaves the desk, or take it away."""
        return self._decide(items, decisions.noted(note))

    def tags(self) -> list[str]:
        """Every tag that was given, the one given most often first."""
        rows = self._catalogue.execute(
            "SELECT tag FROM ledger.tags GROUP BY tag ORDER BY count(*) DESC, tag"
        )
        return [tag for (tag,) in rows]

    def teach(self, item: Item, lesson: Lesson) -> Deed:
        """Fold or unfold from now on what the lesson says; `item` is where it was learned."""
        return self._attempt(lambda ledger: self._teach(ledger, item, lesson))

    def part(self, item: Item, others: Sequence[Item]) -> Deed:
        """Take an article out of the story that these others are in."""
        words: Words = {pair(item.key, other.key): Tie.APART for other in others}
        text = f"parted {named([item])} from {named(others)}"
        return self._attempt(lambda ledger: self._tie(ledger, item, words, text))

    def join(self, item: Item, other: Item, own: Sequence[Item], theirs: Sequence[Item]) -> Deed:
        """Make two articles one story; what parted their stories `own` and `theirs` is unsaid."""
        between = {pair(one.key, two.key) for one in own for two in theirs}

        def words(known: Mapping[Pair, Tie]) -> Words:
            parted: Words = {keys: None for keys in between if known.get(keys) is Tie.APART}
            return {**parted, pair(item.key, other.key): Tie.TOGETHER}

        text = f"joined {named([item])} with {named([other])}"
        return self._attempt(lambda ledger: self._tie(ledger, item, words(ledger.ties()), text))

    def take_back(self, rule: str) -> Deed:
        """Take back what a rule did."""
        taken = self._turn("done", UNDOES, lambda ledger: ledger.take_back(rule))
        return taken or Deed(f"rule ‘{rule}’ did nothing that stands", ())

    def undo(self) -> Deed | None:
        """Take back the last deed that stands."""
        return self._turn("undone", "U does it again", Ledger.undo)

    def history(self) -> list[Event]:
        """What was done, undone and redone, the last first."""
        return self._ledger.history() if self._ledger else []

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
        try:
            self._heard, keys = self._ledger.decided_by_others(self._heard)
        except LedgerError:
            return ()
        return numbers_of(self._catalogue, sorted(keys))

    def whole(self) -> bool:
        """Whether the ledger's file is as it should be."""
        return self._ledger is None or self._ledger.check() is None

    def close(self) -> None:
        """Let go of the ledger."""
        if self._ledger is not None:
            self._ledger.close()

    def _decide(self, items: Sequence[Item], decision: Decision, *, by_hand: bool = True) -> Deed:
        change = Change(items, decision.field, decision.value, decision.detail)
        return self._decide_all([change], decision.about(items), by_hand=by_hand)

    def _decide_all(self, changes: Sequence[Change], text: str, *, by_hand: bool = True) -> Deed:
        def decide(ledger: Ledger) -> Deed:
            step = ledger.decide_all(changes, text, by_hand=by_hand)
            if step is None:
                some = any(change.items for change in changes)
                return Deed(f"already {text}" if some else "nothing to do", ())
            return self._deed(step, f"{step.text}, {UNDOES}" if by_hand else step.text)

        return self._attempt(decide)

    def _teach(self, ledger: Ledger, item: Item, lesson: Lesson) -> Deed:
        if problem := self._taught.learn(lesson):
            return Deed(problem, ())
        try:
            step = ledger.note_lesson(item, lesson.noted, lesson.text)
        except LedgerError:
            self._taught.learn(lesson.reverse)
            raise
        return self._deed(step, f"{step.text}, {UNDOES}")

    def _tie(self, ledger: Ledger, item: Item, words: Words, text: str) -> Deed:
        step = ledger.tie(item, words, text)
        return self._deed(step, f"{step.text}, {UNDOES}") if step else Deed(f"already {text}", ())

    def _turn(self, word: str, way: str, turn: Callable[[Ledger], Step | None]) -> Deed | None:
        return self._attempt(lambda ledger: self._turned(turn(ledger), word, way))

    def _turned(self, step: Step | None, word: str, way: str) -> Deed | None:
        if step is None:
            return None
        problem = self._taught.learn(lesson_of(step.taught)) if step.taught else None
        return self._deed(step, problem or f"{word}: {step.text}, {way}")

    def _attempt(self, do: Callable[[Ledger], _Done]) -> _Done | Deed:
        """Do it with the ledger; where that cannot be, a deed that failed, and says why."""
        if self._ledger is None:
            return Deed(self._why_not, (), failed=True)
        try:
            return do(self._ledger)
        except LedgerError as error:
            return Deed(str(error), (), failed=True, early=isinstance(error, LedgerBusy))

    def _deed(self, step: Step, text: str) -> Deed:
        return Deed(text, numbers_of(self._catalogue, step.keys))
