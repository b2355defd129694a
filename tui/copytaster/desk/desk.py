"""The desk: the one object that the screen talks to.

It owns no truth of its own. Articles stand in the catalogue, decisions in the ledger; the back
room, a process of its own, reads files and finds related stories. No call here waits for it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from copytaster.desk import bookmark
from copytaster.desk.arrangement import ArrangementFile
from copytaster.desk.back_line import BackLine
from copytaster.desk.bookmark import Bookmark
from copytaster.desk.catalogue import Catalogue, open_some_catalogue
from copytaster.desk.deciding import Deciding
from copytaster.desk.deeds import Deeds
from copytaster.desk.errand import errand_for
from copytaster.desk.folders import catalogue_folder, state_folder
from copytaster.desk.news import (
    Arrived,
    Decided,
    LedgerChanged,
    News,
    Progress,
    RelatedReady,
    Relations,
    Rescanning,
)
from copytaster.desk.relations import RelationsAtHand
from copytaster.desk.rows import Counts, Deed, Related, Row, Sort, Verdict, View
from copytaster.desk.teaching import Scope, TaughtFile, taught_path
from copytaster.wire.taught import taught_copy

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from copytaster.desk.ledger_fields import Item
    from copytaster.desk.news import Message
    from copytaster.desk.settings import Settings
    from copytaster.stories.comparing.comparison import Comparison
    from copytaster.wire.article import Article

__all__ = [
    "Arrived",
    "Counts",
    "Decided",
    "Deed",
    "Desk",
    "News",
    "Progress",
    "Related",
    "RelatedReady",
    "Row",
    "Scope",
    "Sort",
    "Verdict",
    "View",
]

TEND_SECONDS = 0.5


class Desk(Deciding):
    """Articles, decisions and related stories of one set of inbox folders."""

    def __init__(
        self,
        catalogue: Catalogue,
        deeds: Deeds,
        line: BackLine,
        settings: Settings,
        taught: TaughtFile,
        arrangements: ArrangementFile,
    ) -> None:
        super().__init__(catalogue, deeds, taught)
        self._line = line
        self._settings = settings
        self.arrangements = arrangements
        self._relations = RelationsAtHand()
        self._idle = False
        self._alone = False
        self._rescans = 0
        self._notes: list[str] = []

    @classmethod
    def open(
        cls,
        places: Sequence[Path],
        settings: Settings,
        *,
        state: Path | None = None,
        cache: Path | None = None,
        config: Path | None = None,
    ) -> Desk:
        """The desk for these folders and files, as the cache knows them; nothing is scanned yet.

        `state`, `cache` and `config` stand in for the platform's folders. A cache, a ledger or
        taught rules that cannot be used are a note among the news; DeskError where no catalogue can
        be kept anywhere.
        """
        catalogue, note = open_some_catalogue(catalogue_folder(places, cache))
        ledger, taught = state_folder(state), TaughtFile(taught_path(config))
        taught.current()
        deeds, complaint = Deeds.open(ledger, catalogue.connection, taught)
        line = BackLine(errand_for(catalogue.folder, ledger, places, settings, taught.path))
        desk = cls(catalogue, deeds, line, settings, taught, ArrangementFile(ledger))
        desk._notes = [each for each in (note, complaint, taught.complaint) if each]
        return desk

    def start(self) -> None:
        """Start the back room: it scans, reads, indexes, and answers for related stories."""
        self._idle = False
        self._line.start()

    def fileno(self) -> int:
        """A file descriptor that becomes readable when there is news."""
        return self._line.fileno()

    def news(self) -> list[News]:
        """Everything that happened since it was asked last; never waits."""
        notes = [Progress(0, 0, 0, not self._idle, note) for note in self._notes]
        self._notes = []
        heard = [news for message in self._line.messages() for news in self._hear(message)]
        return [*notes, *_joined(heard)]

    def order(self, view: View) -> array[int]:
        """The numbers of the rows that a view shows, sorted; empty for a query that is wrong."""
        return self._lists.order(view)

    def merge(self, view: View, order: array[int]) -> array[int]:
        """The order brought up to date after `Arrived`; as quick as few rows have changed."""
        return self._lists.merge(view, order)

    def complaint(self, query: str) -> str | None:
        """What is wrong with a query, and at which character; None where it can be asked."""
        return self._lists.complaint(query)

    def row(self, number: int) -> Row | None:
        """One row, or None where it has gone."""
        return self._rows.row(number)

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Rows in the order asked for, without those that have gone."""
        return self._rows.rows(numbers)

    def items(self, numbers: Sequence[int]) -> list[Item]:
        """Rows as the ledger knows articles, each once however many copies of it there are."""
        return self._rows.items(numbers)

    def article(self, number: int) -> Article | None:
        """The whole article of a row, folded as it was taught; None where its file gave none."""
        article = self._catalogue.article(number)
        return taught_copy(article, self._taught.current()) if article else None

    def raw(self, number: int) -> str:
        """The file of a row as it is decoded now, or a plain line that says why not."""
        from copytaster.wire.options import ReadOptions
        from copytaster.wire.reading import raw_text

        path = self._catalogue.path(number)
        if path is None:
            return "This article is no longer there."
        options = ReadOptions(fallback_encoding=self._settings.fallback_encoding)
        text = raw_text(path, options)
        return text if isinstance(text, str) else f"This file cannot be read: {text.reason}."

    def reread(self, number: int, encoding: str) -> Article | None:
        """The article of a row as its file reads in this encoding; None where it reads as none.

        It is only looked at: the catalogue keeps what was read before.
        """
        from copytaster.wire.options import ReadOptions
        from copytaster.wire.reading import read

        path, row = self._catalogue.path(number), self.row(number)
        found = read(path, ReadOptions(encoding=encoding)) if path else None
        if row is None or not isinstance(found, list):
            return None
        return next((article for article in found if article.part == row.part), None)

    def related(self, number: int) -> tuple[Related, ...] | None:
        """What else tells this story, best first; None while it is being asked for."""
        self.anticipate((number,))
        return self._relations.get(number)

    def anticipate(self, numbers: Sequence[int]) -> None:
        """Have the related stories of these rows found ahead, the first ones first."""
        self._keep_up()
        wanting = self._relations.wanting(numbers)
        if wanting:
            self._line.send(related=wanting)

    def sources(self) -> list[tuple[str, int]]:
        """Every source with how many articles it has, most first."""
        return self._catalogue.sources()

    def counts(self) -> Counts:
        """How many articles there are, and how many are in each state."""
        return self._deeds.counts(self._catalogue)

    def files(self) -> int:
        """How many files the catalogue knows."""
        return self._catalogue.files()

    def compare(self, ours: int, theirs: int) -> Comparison | None:
        """The articles of two rows, sentence by sentence; None where one of them has none."""
        from copytaster.stories.comparing.comparison import compare
        from copytaster.stories.document import document_of

        articles = self.article(ours), self.article(theirs)
        if articles[0] is None or articles[1] is None:
            return None
        return compare(document_of(articles[0]), document_of(articles[1]))

    def bookmark(self) -> Bookmark | None:
        """Where one was when the reader was left, if that article is still in its row."""
        found = bookmark.load(self._catalogue.folder)
        row = self.row(found.number) if found else None
        return found if found and row and row.id == found.id else None

    def keep_bookmark(self, number: int, top: int) -> None:
        """Keep where one is, for the next time."""
        row = self.row(number)
        if row is not None:
            bookmark.save(self._catalogue.folder, Bookmark(number, row.id, top))

    def rescan(self) -> None:
        """Look through the folders again."""
        self._idle = False
        self._rescans += 1
        self._line.send(rescan=True)

    def wait(self, timeout: float) -> bool:
        """Wait until the back room is idle, for tests and for use without a screen."""
        end = time.monotonic() + timeout
        while not self._idle and (left := end - time.monotonic()) > 0:
            self._keep_up()
            if self._line.wait(min(left, TEND_SECONDS)):
                self._notes += [
                    each.note for each in self.news() if isinstance(each, Progress) and each.note
                ]
        return self._idle

    def close(self) -> None:
        """End the back room and let go of the databases."""
        self._line.close()
        self._deeds.close()
        self._catalogue.close()

    def _keep_up(self) -> None:
        """Start the back room again if it has died; say so when that has happened too often."""
        if self._line.keep_up():
            self._rescans = 0
            self._relations.grow_old()
        elif self._line.given_up and not self._alone:
            self._alone = self._idle = True
            self._notes.append(f"nothing more is read: {self._line.last_words()}")

    def _hear(self, message: Message) -> Iterator[News]:
        match message:
            case Relations():
                self._relations.learn(message.number, message.related)
                yield RelatedReady((message.number,))
            case LedgerChanged():
                numbers = self._deeds.decided_by_others()
                self._rows.forget(numbers)
                if numbers:
                    yield Decided(numbers)
            case Arrived():
                self._rows.forget()
                self._relations.grow_old()
                yield message
            case Rescanning():
                self._rescans -= 1
            case Progress():
                yield from self._hear_progress(message)

    def _hear_progress(self, progress: Progress) -> Iterator[News]:
        """An index that is complete at last may know better what is related: ask it again."""
        was_idle = self._idle
        self._idle = not progress.busy and self._rescans <= 0
        if self._idle and not was_idle:
            self._relations.grow_old()
            yield RelatedReady(self._relations.known)
        yield progress


def _joined(heard: list[News]) -> list[News]:
    """The news with runs of one kind made one: the last progress, all that arrived, all related."""
    progress = [each for each in heard if isinstance(each, Progress)]
    arrived = sum(each.count for each in heard if isinstance(each, Arrived))
    related = [n for each in heard if isinstance(each, RelatedReady) for n in each.numbers]
    decided = [n for each in heard if isinstance(each, Decided) for n in each.numbers]
    joined: list[News] = []
    if arrived:
        joined.append(Arrived(arrived))
    if decided:
        joined.append(Decided(tuple(dict.fromkeys(decided))))
    if related:
        joined.append(RelatedReady(tuple(dict.fromkeys(related))))
    noted = [each for each in progress[:-1] if each.note]
    return [*joined, *noted, *progress[-1:]]
