"""The back room: the process that reads the wires while the screen is being looked at.

It scans the folders, has files parsed by its workers, writes to the catalogue, feeds the index and
answers for related stories; all in one loop that never does one thing for long. Questions come
first, then what was parsed, then the index. It ends when its input ends, that is with the screen.

Of several back rooms on one catalogue one writes; the others follow it, and one of them takes over
when it ends.
"""

from __future__ import annotations

import os
import selectors
import sqlite3
import sys
import time
import traceback

from copytaster.desk.backroom.chores import Chores
from copytaster.desk.backroom.errand import Errand
from copytaster.desk.backroom.giving_way import give_way
from copytaster.desk.backroom.reporting import Reporter
from copytaster.desk.backroom.storying import Storying
from copytaster.desk.backroom.vigil import Vigil
from copytaster.desk.catalogue.catalogue import FILE_NAME, mark_damaged, open_catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.inbox.following import Following
from copytaster.desk.inbox.incoming import Incoming
from copytaster.desk.inbox.watching import Watch
from copytaster.desk.inbox.workers import Worker, Workers, parse_command
from copytaster.desk.keeping.errors import is_damage, plain_trouble
from copytaster.desk.keeping.polling import DatabaseWatch
from copytaster.desk.keeping.writer_lock import WriterLock
from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER_NAME
from copytaster.desk.words.news import LedgerChanged, Progress
from copytaster.desk.words.requests import Requests

IDLE_SECONDS = 0.5


class BackRoom:
    """One back room at work; `run` returns when nobody is there any more to be told."""

    def __init__(self, errand: Errand, requests: Requests, reporter: Reporter) -> None:
        self._errand = errand
        self._requests = requests
        self._reporter = reporter
        self._catalogue, self._note = open_catalogue(errand.catalogue)
        self._selector = selectors.DefaultSelector()
        self._selector.register(requests.pipe, selectors.EVENT_READ)
        self._lock = WriterLock(errand.catalogue)
        self._incoming: Incoming | None = None
        self._following: Following | None = None
        self._stories = Storying(errand, self._catalogue, self._lock, requests, reporter)
        self._ledger = DatabaseWatch(errand.ledger / LEDGER_NAME)
        self._others = DatabaseWatch(errand.catalogue / FILE_NAME)
        self._polled_at = 0.0
        self._vigil: Vigil | None = None
        self._chores: Chores | None = Chores(errand)

    def run(self) -> None:
        """Work until the input ends."""
        while not self._requests.ended:
            has_work = self._has_work()
            if not has_work:
                self._reporter.flush()
            for key, _ in self._selector.select(0 if has_work else IDLE_SECONDS):
                if isinstance(key.data, Worker) and self._incoming:
                    self._incoming.take(key.data)
                elif isinstance(key.data, Watch) and self._incoming:
                    self._hear_of(key.data, self._incoming)
                elif key.fd == self._requests.pipe:
                    self._requests.hear()
            self._poll()
            self._bring_in()
            self._relate()
            self._do_chores()
            self._reporter.tell(self._progress())

    def close(self) -> None:
        """End the workers."""
        if self._incoming:
            self._incoming.close()
        if self._chores:
            self._chores.close()

    def _has_work(self) -> bool:
        scanning = self._reads is not None and self._reads.scanning
        related = self._stories.storied or self._reading()
        chores = self._chores_wait() or (self._stories.storied and self._texts_wait())
        return scanning or self._stories.asked or chores or not related

    def _texts_wait(self) -> bool:
        return self._chores is not None and self._lock.held and self._chores.has_texts

    def _chores_wait(self) -> bool:
        """Whether there are chores that can be done now; while files are read, few are."""
        return self._chores is not None and self._chores.waiting and not self._reading()

    def _reading(self) -> bool:
        return self._reads is not None and self._reads.busy

    @property
    def _reads(self) -> Incoming | Following | None:
        """What is read here, or by another one for all."""
        return self._incoming or self._following

    def _poll(self) -> None:
        now = time.monotonic()
        if now - self._polled_at < IDLE_SECONDS:
            return
        self._polled_at = now
        if self._chores:
            self._chores.tend()
        if self._ledger.changed():
            self._reporter.send(LedgerChanged())
            self._call_for_chores()
            self._stories.read_ties()
        if self._incoming and self._vigil and self._vigil.look_due(now):
            self._incoming.look_again_quietly()
        if self._incoming is None and self._lock.take():
            self._begin_to_write()
        elif self._incoming is None:
            self._follow()

    def _follow(self) -> None:
        """Another one writes: hear of what it filed, and know what it has still to read."""
        if self._others.changed():
            self._arrived(1)
        if self._following is None:
            self._following = self._following_from_now()
        self._following.strike_off()
        self._note = self._following.note() or self._note

    def _following_from_now(self) -> Following:
        known = CatalogueWriter(self._catalogue).known
        return Following(self._errand.places, known, self._catalogue.files)

    def _begin_to_write(self) -> None:
        self._following = None
        workers = Workers(parse_command(self._errand.reading), self._selector)
        writer = CatalogueWriter(self._catalogue)
        self._incoming = Incoming(self._errand.places, writer, workers)
        self._vigil = Vigil(self._errand, self._selector)
        self._incoming.rescan()

    def _hear_of(self, watch: Watch, incoming: Incoming) -> None:
        paths = watch.take()
        if self._vigil:
            self._vigil.hear(paths)
            self._note = self._vigil.note() or self._note
        rows = incoming.touched(paths)
        if rows:
            self._arrived(rows)

    def _rescan(self) -> None:
        """Begin the rescans that were asked for, all as one."""
        rescans = self._requests.take_rescans()
        if rescans and self._incoming:
            self._incoming.rescan()
        elif rescans and self._following:
            self._following = self._following_from_now()
        for _ in range(rescans):
            self._reporter.rescanning()

    def _bring_in(self) -> None:
        self._rescan()
        if self._following:
            self._following.look_on()
        if self._incoming is None:
            return
        rows = self._incoming.look_on() + self._incoming.file_due()
        if rows:
            self._arrived(rows)

    def _arrived(self, rows: int) -> None:
        self._reporter.arrived(rows)
        self._stories.take_in()
        self._call_for_chores()

    def _call_for_chores(self) -> None:
        if self._chores:
            self._chores.call()

    def _do_chores(self) -> None:
        """As with the index: a failure here must not end the reading."""
        if self._chores is None:
            return
        try:
            for query in self._requests.take_baskets():
                self._chores.see(query)
            writer = CatalogueWriter(self._catalogue) if self._lock.held else None
            for message in self._chores.work(
                writer, reading=self._reading(), settled=self._stories.storied
            ):
                self._reporter.send(message)
            self._note = self._chores.complaint() or self._note
        except (OSError, sqlite3.Error):
            raise
        except Exception as error:  # noqa: BLE001 - whatever a text or a query did
            traceback.print_exc()
            self._chores = None
            self._note = f"no baskets, no rules: they failed ({type(error).__name__})"

    def _relate(self) -> None:
        crowded = self._incoming is not None and self._incoming.crowded
        self._stories.work(reading=self._reading(), crowded=crowded)

    def _progress(self) -> Progress:
        note, self._note = self._note, None
        note = note or self._stories.note()
        note = note or (self._incoming.note() if self._incoming else None)
        read, found = (self._reads.read, self._reads.found) if self._reads else (0, 0)
        indexed = self._catalogue.count() - self._stories.waiting
        chores = self._chores is not None and self._chores.busy
        busy = self._reading() or not self._stories.settled or chores
        return Progress(read, found, indexed, busy, note, storied=self._stories.storied)


def main() -> None:
    """Work for the errand in the first argument; news go to the pipe of the second."""
    os.umask(0o077)
    give_way()
    errand = Errand.from_json(sys.argv[1])
    room = BackRoom(errand, Requests(sys.stdin.fileno()), Reporter(int(sys.argv[2])))
    try:
        room.run()
    except BrokenPipeError:
        pass
    except (sqlite3.Error, OSError) as error:
        traceback.print_exc()
        if is_damage(error):
            mark_damaged(errand.catalogue)
        sys.exit(f"\n{plain_trouble(error)}")
    room.close()


if __name__ == "__main__":
    main()
