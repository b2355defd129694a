"""The index and the stories of a back room, brought a little further at each turn of its loop."""

from __future__ import annotations

import sqlite3
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from copytaster.desk.backroom.answering import Answering
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.inbox.teaching import TaughtFile
from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER_NAME
from copytaster.desk.ledger.ties import ties_of
from copytaster.desk.lists.orders import save_orders
from copytaster.desk.words.news import Relations

if TYPE_CHECKING:
    from copytaster.desk.backroom.errand import Errand
    from copytaster.desk.backroom.relating import Relating
    from copytaster.desk.backroom.reporting import Reporter
    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.keeping.writer_lock import WriterLock
    from copytaster.desk.ledger.ties import Ties
    from copytaster.desk.words.requests import Requests

NEARLY_ALL = 400  # rows, indexed within half a second


class Storying:
    """What the back room does about related articles and stories.

    `settled` says that all is indexed and saved, `storied` that the stories are told as well.
    """

    def __init__(
        self,
        errand: Errand,
        catalogue: Catalogue,
        lock: WriterLock,
        requests: Requests,
        reporter: Reporter,
    ) -> None:
        self._errand = errand
        self._catalogue = catalogue
        self._lock = lock
        self._requests = requests
        self._reporter = reporter
        self._taught = TaughtFile(errand.taught)
        self._answering = Answering(catalogue, errand.ledger, self._taught, requests, reporter)
        self._relating: Relating | None = None
        self._without_index = self._mended = False
        self.settled = self.storied = False
        self._note: str | None = None
        self._ties: Ties = {}
        self.read_ties()

    @property
    def asked(self) -> bool:
        """Whether somebody waits for an answer."""
        return self._requests.waiting or self._answering.busy

    @property
    def waiting(self) -> int:
        """How many articles are known and not yet indexed."""
        return self._relating.waiting if self._relating else 0

    def note(self) -> str | None:
        """A line for the screen, told once."""
        note, self._note = self._note, None
        return note

    def read_ties(self) -> None:
        """Take up what was said by hand of pairs of articles, if one may look at it now."""
        with suppress(PermissionError):
            self._ties = ties_of(self._errand.ledger / LEDGER_NAME)

    def take_in(self) -> None:
        """Articles were filed, or are gone."""
        self.settled = self.storied = self._without_index
        if self._relating:
            self._relating.catch_up()

    def work(self, *, reading: bool, crowded: bool) -> None:
        """Go a step further. If the index fails, the reading goes on without related stories."""
        if self._without_index:
            if (row := self._requests.related.next_row()) is not None:
                self._reporter.send(Relations(row, ()))
            self._answering.answer(lambda *_: ())
            return
        try:
            self._relate(reading=reading, crowded=crowded)
        except (sqlite3.Error, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever a text did to the index
            traceback.print_exc()
            self._relating = None
            if self._mend_index():
                return
            self._without_index = self.settled = self.storied = True
            self._note = f"no related stories: the index failed ({type(error).__name__})"

    def _mend_index(self) -> bool:
        """Once, where it was a saved index that failed, make it anew; whether that is done."""
        from copytaster.desk.backroom.saved_index import discard_index

        if self._mended or not self._lock.held or not discard_index(self._errand.catalogue):
            return False
        self._mended = True
        self.settled = self.storied = False
        self._note = "the saved index was damaged; it is made again"
        return True

    def _relate(self, *, reading: bool, crowded: bool) -> None:
        """Answer one question; with none open, bring the index a little further.

        An index that is nearly complete is completed first: the answer is better for it. Where very
        many files wait to be read, only questions are answered: for as long as the index is worked
        on, nobody hands the workers files.
        """
        if reading and not self.asked and not self._relating:
            return
        relating = self._relating or self._open_index()
        if relating.learn(self._taught.current()) or relating.tie(self._ties):
            self.settled = self.storied = False
            self._reporter.hurry()
        elif 0 < relating.waiting <= NEARLY_ALL and not crowded:
            relating.work()
        elif (row := self._requests.related.next_row()) is not None:
            self._reporter.send(Relations(row, relating.related(row)))
        elif self._answering.answer(relating.kin):
            pass
        elif relating.behind and not crowded:
            relating.work()
        elif not self.storied and not reading:
            self._settle(relating)

    def _open_index(self) -> Relating:
        """Load the index, and numpy with it, once the first files are read."""
        from copytaster.desk.backroom.relating import Relating

        self._relating = Relating(self._catalogue, self._taught.current())
        self._note = self._relating.note or self._note
        self._relating.catch_up()
        return self._relating

    def _settle(self, relating: Relating) -> None:
        """When all is indexed: the index to disk, then neighbours and stories, step by step."""
        writes = self._lock.held
        if not self.settled:
            self.settled = True
            if writes and relating.settle():
                save_orders(self._catalogue)
        elif writes and relating.newsworthy:
            self._tell_stories(relating)
        elif not writes or not relating.acquaint():
            self.storied = True
            if writes:
                self._tell_stories(relating)

    def _tell_stories(self, relating: Relating) -> None:
        stories = relating.new_stories()
        if stories:
            self._reporter.arrived(CatalogueWriter(self._catalogue).note_stories(stories))
