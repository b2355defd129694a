"""The desk: the one object that the screen talks to.

It owns no truth of its own. Articles stand in the catalogue, decisions in the ledger; the back
room, a process of its own, reads files and finds related stories. No call here waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.desk.backroom.back_line import BackLine
from copytaster.desk.backroom.errand import errand_for
from copytaster.desk.catalogue.catalogue import Catalogue, mark_damaged, open_some_catalogue
from copytaster.desk.catalogue.fulltext import indexed_upto, texts_indexed
from copytaster.desk.deeds import Deeds
from copytaster.desk.inbox.teaching import Scope, TaughtFile, taught_path
from copytaster.desk.keeping import bookmark
from copytaster.desk.keeping.arrangement import ArrangementFile
from copytaster.desk.keeping.bookmark import Bookmark
from copytaster.desk.keeping.errors import is_damage
from copytaster.desk.keeping.folders import catalogue_folder, state_folder
from copytaster.desk.keeping.typed_lines import TypedLines
from copytaster.desk.sorting import Sorting
from copytaster.desk.words.news import (
    Arrived,
    Decided,
    News,
    Progress,
    RelatedReady,
)
from copytaster.desk.words.rows import Counts, Deed, Related, Row, Sort, Verdict, View
from copytaster.wire.lines.taught import taught_copy

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from copytaster.desk.ledger.fields import Item
    from copytaster.desk.lists.wires import Span, Wires
    from copytaster.desk.settings.settings import Settings
    from copytaster.stories.comparing.comparison import Comparison
    from copytaster.stories.comparing.revision import Revision
    from copytaster.wire.article import Article
    from copytaster.wire.options import ReadOptions

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


class Desk(Sorting):
    """Articles, decisions and related stories of one set of inbox folders."""

    def __init__(
        self,
        catalogue: Catalogue,
        deeds: Deeds,
        line: BackLine,
        reading: ReadOptions,
        taught: TaughtFile,
        arrangements: ArrangementFile,
        typed: TypedLines,
    ) -> None:
        super().__init__(catalogue, deeds, line, taught)
        self._reading = reading
        self.arrangements = arrangements
        self.typed = typed
        self.places: tuple[Path, ...] = ()
        self._arrived_upto = 0

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
        errand = errand_for(catalogue.folder, ledger, places, settings, taught.path)
        kept = ArrangementFile(ledger), TypedLines(ledger)
        desk = cls(catalogue, deeds, BackLine(errand), errand.reading, taught, *kept)
        desk.places = tuple(places)
        for words in (note, complaint, taught.complaint):
            if words:
                desk.mention(words)
        return desk

    def order(self, view: View, standing: int | None = None) -> array[int]:
        """The numbers of the rows that a view shows, sorted; empty for a query that is wrong.

        Where a row stands for a story, that of the row `standing` is shown by this one.
        """
        return self._lists.order(view, standing)

    def merge(self, view: View, order: array[int], standing: int | None = None) -> array[int]:
        """The order brought up to date after `Arrived`; as quick as few rows have changed."""
        return self._lists.merge(view, order, standing)

    def take_as_read(self) -> None:
        """Count all that is filed by now as known: `arrived` tells of what comes after it."""
        self._arrived_upto = self._catalogue.change()

    def arrived(self) -> tuple[int, ...]:
        """The rows that were filed since this was asked last, as far as they are still there."""
        changes = self._catalogue.changes(self._arrived_upto)
        self._arrived_upto = changes.upto
        return changes.filed

    def story_sources(self, story: int) -> tuple[tuple[str, int], ...]:
        """Who tells a story, with how many articles, most first."""
        return self._lists.stories.sources(story)

    def expect_search(self) -> None:
        """A search is about to be typed: load what answers it."""
        self._lists.make_ready()

    def expect_query(self) -> Iterator[None]:
        """A query is about to be typed: load what may answer it, a little each time it is asked."""
        return self._lists.load_words()

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
        from copytaster.desk.inbox.rereading import raw

        path = self._catalogue.path(number)
        return raw(path, self._reading) if path else "This article is no longer there."

    def rereads(self, number: int) -> bool:
        """Whether the file of a row is small enough to be tried in other encodings."""
        from copytaster.desk.inbox.rereading import is_small

        path = self._catalogue.path(number)
        return path is not None and is_small(path)

    def reread(self, number: int, encoding: str) -> Article | None:
        """The article of a row as its small file reads in this encoding; None where as none.

        It is only looked at: the catalogue keeps what was read before.
        """
        from copytaster.desk.inbox.rereading import reread

        path, row = self._catalogue.path(number), self.row(number)
        return reread(path, row.part, encoding, self._reading) if path and row else None

    def sources(self) -> list[tuple[str, int]]:
        """Every source with how many articles it has, most first."""
        return self._catalogue.sources()

    def wires(self, span: Span, now: float) -> Wires:
        """What each source sent in a span of time, and what became of it."""
        from copytaster.desk.lists.wires import read_wires

        return read_wires(self._catalogue.connection, span, now)

    def counts(self) -> Counts:
        """How many articles there are, and how many are in each state."""
        return self._deeds.counts(self._catalogue)

    def files(self) -> int:
        """How many files the catalogue knows."""
        return self._catalogue.files()

    def knows_all_texts(self) -> bool:
        """Whether the words of all texts are known, and rules were applied by them."""
        return indexed_upto(self._catalogue.connection) == self._catalogue.change()

    def texts(self) -> int:
        """How many texts are known word by word."""
        return texts_indexed(self._catalogue.connection)

    def compare(self, ours: int, theirs: int) -> Comparison | None:
        """The articles of two rows, sentence by sentence; None where one of them has none."""
        from copytaster.stories.comparing.comparison import compare
        from copytaster.stories.index.document import document_of

        articles = self.article(ours), self.article(theirs)
        if articles[0] is None or articles[1] is None:
            return None
        return compare(document_of(articles[0]), document_of(articles[1]))

    def revision(self, old: int, new: int) -> Revision | None:
        """What the newer of two takes of one item changed; None where they are no takes of one."""
        from copytaster.stories.comparing.revision import revision_if_one

        before, after = self.article(old), self.article(new)
        if before is None or after is None:
            return None
        return revision_if_one(before, after)

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

    def doubt(self, failure: Exception) -> None:
        """After a failure of a database, have the cache made again at the next start.

        Not where it is the ledger that is damaged: that is left for its user to mend.
        """
        if is_damage(failure) and self._deeds.whole():
            mark_damaged(self._catalogue.folder)

    def close(self) -> None:
        """End the back room and let go of the databases."""
        self._line.close()
        self._deeds.close()
        self._catalogue.close()
