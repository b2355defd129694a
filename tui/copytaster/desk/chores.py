"""What the back room does besides reading and relating: recalls, alarms, and counting baskets.

It has a connection of its own to the catalogue, with the ledger attached, and never writes with it.
Each call does one thing, so that questions are answered in between.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytaster.desk.alarms import Alarms
from copytaster.desk.attached import attach_ledger
from copytaster.desk.baskets import BasketFile, baskets_path
from copytaster.desk.catalogue import open_catalogue
from copytaster.desk.news import Tallied, Tally
from copytaster.desk.recalling import Recalling
from copytaster.desk.tallies import PATIENCE, Tallies

if TYPE_CHECKING:
    from copytaster.desk.catalogue_writer import CatalogueWriter
    from copytaster.desk.errand import Errand
    from copytaster.desk.news import Message

WHILE_READING = 2.0
"""Seconds between two rounds while files are being read."""


class Chores:
    """The chores of one back room. sqlite3.Error where a database cannot be used."""

    def __init__(self, errand: Errand) -> None:
        self._catalogue, _ = open_catalogue(errand.catalogue)
        self._ledger, _ = attach_ledger(self._catalogue.connection, errand.ledger)
        self._recalling = Recalling(self._catalogue)
        self._alarms = Alarms(self._catalogue.connection)
        self._baskets = BasketFile(baskets_path(errand.taught.parent))
        self._tallies = Tallies(self._catalogue)
        self._told: tuple[Tally, ...] = ()
        self._counted: list[Tally] = []
        self._counting: Iterator[Tally] | None = None
        self._begun_at = 0.0
        self._due = True

    @property
    def waiting(self) -> bool:
        """Whether there is anything to do now."""
        return self._due or self._counting is not None

    def call(self) -> None:
        """Something was filed or decided: everything wants a look."""
        self._due = True

    def see(self, query: str) -> None:
        """A basket was looked into."""
        self._tallies.see(query)
        self._due = True

    def tend(self) -> None:
        """Have a round done where the file of baskets has changed, or time has passed."""
        if self._baskets.changed() or time.monotonic() - self._begun_at > PATIENCE:
            self._due = True

    def work(self, writer: CatalogueWriter | None, *, reading: bool) -> Iterator[Message]:
        """Do the next thing; `writer` only where this back room is the one that writes."""
        if self._counting is not None:
            yield from self._count_on(self._counting)
        elif self._due and not (reading and self._just_done()):
            self._due, self._begun_at = False, time.monotonic()
            if writer:
                self._recall(writer)
            yield from self._alarms.new()
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
