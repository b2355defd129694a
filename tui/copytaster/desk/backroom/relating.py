"""The similarity index as the back room keeps it: fed from the catalogue, saved beside it.

The index knows which change of the catalogue it is of, and what was taught to be folded when it was
made. It is brought up to date in slices, so that questions are answered in between; saved, it is
loaded in milliseconds at the next start. Its keys are row numbers.

Where it is large it is neither weighed afresh nor saved for every article that comes: what came
since is in the catalogue, and is indexed again at the next start. The numbers of the stories are
the catalogue's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from copytaster.desk.backroom.remembering import Choice
from copytaster.desk.backroom.saved_index import FOLDER, Saved, Stamp, load, save
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.revision import Revision, differing
from copytaster.desk.ledger.ties import Pair, Tie, Ties, said
from copytaster.desk.words.rows import Related as RelatedRow
from copytaster.stories.index.document import Document, document_of
from copytaster.stories.match import Kind, Relation
from copytaster.stories.related import Related
from copytaster.wire.lines.taught import NOTHING_TAUGHT, Teaching, from_toml, taught_copy, to_toml

SLICE = 200
FEW = 4
LIMIT = 20
SMALL = 2_000
WORTH_SAVING = 1 / 32
WORTH_SAVING_NEIGHBOURS = 1 / 8
"""Of 100,000 rows that is a minute and a half of work, and 0.4 s and 150 MB to save it."""
MOST_NEIGHBOURS_UNSAVED = 25_000
"""Of 500,000 that is four and a half minutes of work, and 1.4 s and 750 MB: sessions of less than
an eighth of its 90 minutes would begin again and again."""


class Relating:
    """The index over one catalogue, without what was taught to be folded."""

    def __init__(self, catalogue: Catalogue, teaching: Teaching = NOTHING_TAUGHT) -> None:
        self._catalogue = catalogue
        self._folder = catalogue.folder / FOLDER
        self._stamp = Stamp(catalogue.birth(), taught=to_toml(teaching.rules))
        self._revision = Revision()
        self._tied: tuple[Ties, int] = ({}, 0)
        self.note: str | None = None
        self._index = self._load() or Related(self._document)
        self._index.storybook.go_by(_by_key(catalogue.stories()))
        self._settled = self._stamp
        self._waiting: list[int] = []
        self._unsaved = 0
        self._news = not self._index.told
        self._teaching = Teaching(from_toml(self._stamp.taught))
        self.learn(teaching)

    @property
    def waiting(self) -> int:
        """How many rows the index has not yet seen as they are now."""
        return len(self._waiting)

    @property
    def behind(self) -> bool:
        """Whether there is anything to index, or to look over for what was taught since."""
        return bool(self._waiting or self._revision.rows)

    def learn(self, teaching: Teaching) -> bool:
        """Go by other rules from now on; whether they are others. `work` then has it to do."""
        before = self._teaching.rules
        self._teaching = teaching
        if before == teaching.rules:
            return False
        self._stamp = replace(self._stamp, taught=to_toml(teaching.rules))
        rules = (*self._revision.pending, *differing(before, teaching.rules))
        self._revision = Revision(Teaching(rules), self._numbers())
        return True

    def tie(self, ties: Ties) -> bool:
        """Go by this word of the user on stories; whether it says anything new of these rows."""
        if self._tied == (ties, self._stamp.change):
            return False
        self._tied = (ties, self._stamp.change)
        rows = self._catalogue.numbers(sorted({key for keys in ties for key in keys}))
        together, apart = (_row_pairs(said(ties, tie), rows) for tie in (Tie.TOGETHER, Tie.APART))
        if (together, apart) == (self._index.together, self._index.apart):
            return False
        self._index.constrain(together, apart)
        self._news = True
        return True

    def catch_up(self) -> None:
        """Look what has changed in the catalogue; `work` then has it to do."""
        changes = self._catalogue.changes(self._stamp.change)
        if changes.gone:
            self._index.remove([str(number) for number in changes.gone])
            self._unsaved += len(changes.gone)
            self._news = True
        gone = set(changes.gone)
        waiting = dict.fromkeys([*self._waiting, *changes.filed])
        self._waiting = [number for number in waiting if number not in gone]
        self._stamp = replace(self._stamp, change=changes.upto)

    def work(self, numbers: int = SLICE) -> None:
        """Index the next slice of waiting rows; look over others where none wait."""
        if not self._waiting:
            self._waiting += self._concerned(self._revision.next(numbers))
        self._take(self._waiting[:numbers])
        del self._waiting[:numbers]

    @property
    def newsworthy(self) -> bool:
        """Whether articles have come or gone since stories were told, and all are acquainted."""
        return self._news and self._index.acquainted

    def related(self, number: int) -> tuple[RelatedRow, ...]:
        """What else tells the story of a row; the row itself is indexed first if it waits."""
        if number in self._waiting:
            self._waiting.remove(number)
            self._take([number])
        found = self._index.related(str(number), LIMIT, hasty=True)
        return tuple(self._row(number, each) for each in found)

    def kin(self, number: int, among: Choice) -> list[int]:
        """The rows that tell the story of a row, by the index alone, of those that `among` picks.

        Most rows that it is asked for have nothing near them that was read: 7 ms then, not 50.
        """

        def chosen(keys: Sequence[str]) -> set[str]:
            return {str(each) for each in among([int(key) for key in keys])}

        related = self._index.related(str(number), LIMIT, hasty=True, among=chosen)
        return [int(each.key) for each in related if each.kind is not Kind.BACKGROUND]

    def settle(self) -> bool:
        """Come to rest once nothing waits, and save what is worth it; whether anything was new."""
        if self._settled == self._stamp:
            return False
        self._settled = self._stamp
        if len(self._index) <= SMALL or self._unsaved >= WORTH_SAVING * len(self._index):
            self._save()
        return True

    def acquaint(self, rows: int = FEW) -> bool:
        """Find the neighbours of the next few rows, which stories need; whether any were left."""
        met = self._index.acquaint(rows)
        self._unsaved += met
        worth = min(WORTH_SAVING_NEIGHBOURS * len(self._index), MOST_NEIGHBOURS_UNSAVED)
        if len(self._index) > SMALL and self._unsaved >= worth:
            self._save()
        return met > 0

    def new_stories(self) -> dict[int, int | None] | None:
        """The story of each row for which it is another now; None where all were told already."""
        if self._index.told:
            return None
        changes = self._index.tell()
        self._news = False
        if len(self._index) <= SMALL:
            self._save()
        return {int(key): number for key, number in changes.items()}

    def _row(self, number: int, relation: Relation) -> RelatedRow:
        """A relation as the screen hears of it; where the user has a word on it, that wins."""
        kind, reasons = relation.kind.value, relation.reasons
        keys = _row_pair(number, int(relation.key))
        if keys in self._index.together:
            kind, reasons = Kind.SAME_STORY.value, ("joined by hand", *reasons)
        elif keys in self._index.apart:
            kind, reasons = Kind.BACKGROUND.value, ("parted by hand", *reasons)
        return RelatedRow(int(relation.key), relation.score, kind, reasons)

    def _save(self) -> None:
        save(self._index, self._folder, self._stamp, small=len(self._index) <= SMALL)
        self._unsaved = 0

    def _load(self) -> Related | None:
        found = load(self._folder, self._stamp.birth, self._document)
        if isinstance(found, Saved):
            self._stamp = found.stamp
            return found.index
        self.note = f"{found.reason}; it is made again" if found else None
        return None

    def _numbers(self) -> list[int]:
        return [int(key) for key in self._index.index.rows]

    def _concerned(self, numbers: list[int]) -> list[int]:
        """Those of the rows that the rules speak about which were taught or forgotten since."""
        return [
            number
            for number, article in self._catalogue.articles(numbers)
            if self._revision.teaching.speaks_about(article)
        ]

    def _take(self, numbers: list[int]) -> None:
        if not numbers:
            return
        self._index.add(list(self._documents(numbers)))
        self._unsaved += len(numbers)
        self._news = True

    def _documents(self, numbers: list[int]) -> Iterator[Document]:
        arrivals = self._catalogue.arrivals(numbers)
        for number, article in sorted(self._catalogue.articles(numbers), key=lambda pair: pair[0]):
            arrived = datetime.datetime.fromtimestamp(arrivals[number], datetime.UTC).date()
            own = taught_copy(article, self._teaching)
            yield replace(document_of(own, arrived), key=str(number))

    def _document(self, key: str) -> Document | None:
        return next(self._documents([int(key)]), None)


def _by_key(stories: Mapping[int, int]) -> dict[str, int]:
    return {str(number): story for number, story in stories.items()}


def _row_pairs(pairs: Iterable[Pair], rows: Mapping[int, list[int]]) -> set[tuple[str, str]]:
    """Pairs of articles as pairs of index keys, for every copy of them."""
    return {
        _row_pair(one, other)
        for keys in pairs
        for one in rows.get(keys[0], ())
        for other in rows.get(keys[1], ())
    }


def _row_pair(one: int, other: int) -> tuple[str, str]:
    return str(min(one, other)), str(max(one, other))
