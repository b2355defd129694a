"""What the back room does besides reading and relating: recalls, rules, alarms, baskets.

It has a connection of its own to the catalogue, with the ledger attached, and never writes with it.
Each call does one thing, so that questions are answered in between.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from copytaster.desk.catalogue.catalogue import open_catalogue
from copytaster.desk.catalogue.fulltext import Fulltext
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.ledger.attached import attach_ledger
from copytaster.desk.lists.baskets import BasketFile, baskets_path
from copytaster.desk.lists.tallies import PATIENCE, Tallies
from copytaster.desk.rules.alarms import Alarms
from copytaster.desk.rules.recalling import Recalling
from copytaster.desk.rules.rules import RuleFile, rules_path
from copytaster.desk.rules.ruling import Ruling
from copytaster.desk.words.news import Tallied, Tally

if TYPE_CHECKING:
    from copytaster.desk.backroom.errand import Errand
    from copytaster.desk.catalogue.writer import CatalogueWriter
    from copytaster.desk.words.news import Message

WHILE_READING = 2.0
"""Seconds between two rounds while files are being read."""
FEW = 200
"""Texts that are indexed at once."""


class Chores:
    """The chores of one back room. sqlite3.Error where a database cannot be used."""

    def __init__(self, errand: Errand) -> None:
        self._catalogue, _ = open_catalogue(errand.catalogue)
        self._ledger, _ = attach_ledger(self._catalogue.connection, errand.ledger)
        self._recalling = Recalling(self._catalogue)
        self._alarms = Alarms(self._catalogue.connection)
        self._rules = RuleFile(rules_path(errand.taught.parent))
        self._ruling = Ruling(self._catalogue, self._ledger) if self._ledger else None
        self._may_run = errand.rule_commands
        self._live = self._many_texts = False
        self._fulltext = Fulltext(self._catalogue.connection)
        self._complaints: list[str] = []
        self._baskets = BasketFile(baskets_path(errand.taught.parent))
        self._tallies = Tallies(self._catalogue)
        self._told: tuple[Tally, ...] = ()
        self._counted: list[Tally] = []
        self._counting: Iterator[Tally] | None = None
        self._begun_at = 0.0
        self._due = True
        self._by_clock = False

    @property
    def waiting(self) -> bool:
        """Whether there is anything to do now, besides texts to be indexed."""
        return self._due or self._counting is not None

    @property
    def busy(self) -> bool:
        """Whether it waits for something that happened, and not for the clock alone."""
        return self.waiting and not self._by_clock

    @property
    def has_texts(self) -> bool:
        """Whether there are texts to be indexed."""
        return bool(self._fulltext.waiting)

    def call(self) -> None:
        """Something was filed or decided: everything wants a look."""
        self._due, self._by_clock = True, False

    def see(self, query: str) -> None:
        """A basket was looked into."""
        self._tallies.see(query)
        self.call()

    def tend(self) -> None:
        """Have a round done where the file of baskets has changed, or time has passed."""
        if self._baskets.changed() or self._rules.changed():
            self.call()
        elif not self.waiting and time.monotonic() - self._begun_at > PATIENCE:
            self._due = self._by_clock = True

    def work(
        self, writer: CatalogueWriter | None, *, reading: bool, settled: bool
    ) -> Iterator[Message]:
        """Do the next thing; `writer` only where this back room is the one that writes.

        Many texts wait until the related stories are `settled`; few are indexed before the rules.
        """
        if writer and self._fulltext.waiting and (settled or self._fulltext.waiting <= FEW):
            self._index()
        elif self._counting is not None:
            yield from self._count_on(self._counting)
        elif self._due and not (reading and self._just_done()):
            self._due, self._begun_at = False, time.monotonic()
            if writer:
                self._fulltext.catch_up(self._catalogue.change())
                self._recall(writer)
            if writer and 0 < self._fulltext.waiting <= FEW:
                self._index()
            if writer and self._ruling:
                yield from self._rule(self._ruling)
            if writer:
                self._fulltext.note()
            yield from self._alarms.new()
            self._live = self._live or not reading
            self._counting = iter(self._tallies.count(self._baskets.current()))

    def close(self) -> None:
        """Let go of the databases."""
        if self._ledger:
            self._ledger.close()
        self._catalogue.close()

    def _just_done(self) -> bool:
        return time.monotonic() - self._begun_at < WHILE_READING

    def _recall(self, writer: CatalogueWriter) -> None:
        changes = self._catalogue.changes(self._catalogue.recalled_upto())
        if changes.filed or changes.gone:
            found = self._recalling.best(self._recalling.found(changes))
            writer.note_recalls(found, (*changes.filed, *changes.gone), changes.upto)

    def _index(self) -> None:
        """Index the next texts; when all are, whoever asked for words is asked again."""
        if self._fulltext.work(FEW) and self._many_texts:
            self._many_texts = False
            self._tallies = Tallies(self._catalogue)
            self._ruling = Ruling(self._catalogue, self._ledger) if self._ledger else None
            self._due, self._counting, self._counted = True, None, []
        self._many_texts = self._many_texts or bool(self._fulltext.waiting)

    def _rule(self, ruling: Ruling) -> Iterator[Message]:
        """A ledger that does not take it is no failure of ours: it is tried again later."""
        with suppress(LedgerError):
            for alarm in ruling.apply(self._rules.current(), live=self._live):
                yield alarm if self._may_run else replace(alarm, command="")

    def complaint(self) -> str | None:
        """What is wrong with the files of rules and baskets, told once; None where nothing is."""
        complaints = [*self._rules.complaints(), *self._baskets.complaints()]
        fresh = [each for each in complaints if each not in self._complaints]
        self._complaints = complaints
        return "; ".join(fresh) or None

    def _count_on(self, counting: Iterator[Tally]) -> Iterator[Message]:
        """Count one more basket; when all are counted, tell what has changed."""
        tally = next(counting, None)
        if tally is not None:
            self._counted.append(tally)
            return
        told, self._counted, self._counting = tuple(self._counted), [], None
        if told != self._told:
            self._told = told
            yield Tallied(told)
