"""The index: every article as a vector, searched through postings, kept up to date as files arrive.

Articles are rows in order of arrival, cut into segments. New articles wait as a small segment, and
neighbours of like size are merged before the next search, so that both adding and searching stay
quick. `settle` merges all and weighs everything afresh: the same articles then give the same scores
in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.agreement import cosines_among
from copytaster.stories.index.days import MISSING, believed, nearness, without_date
from copytaster.stories.index.document import Document
from copytaster.stories.index.mending import Mender, is_noisy, mended_vector
from copytaster.stories.index.names import Names
from copytaster.stories.index.postings import Postings
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.spellings import Spellings
from copytaster.stories.index.terms import Tokens
from copytaster.stories.index.vectors import Vectors, vectors_of
from copytaster.stories.index.vocabulary import Vocabulary
from copytaster.stories.index.weights import weighed

FEWEST_TO_MEND_BY = 200
_GONE = np.float32(-1.0)
_FAINT = np.float32(0.01)


@dataclass(slots=True)
class Segment:
    """The vectors of some neighbouring rows, and their postings once they were searched."""

    vectors: Vectors
    postings: Postings | None = None


def _no_rows() -> NDArray[np.int32]:
    return np.zeros(0, np.int32)


@dataclass(slots=True)
class Index:
    """Articles by key and by row.

    `dated` and `arrived` (rows,) are day ordinals, 0 where unknown; `gone` (rows,) marks what was
    removed and not yet dropped; `settled` says that all is weighed as it stands, `weighed` how many
    articles there were when it last was.
    """

    keys: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    gone: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    dated: NDArray[np.int32] = field(default_factory=_no_rows)
    arrived: NDArray[np.int32] = field(default_factory=_no_rows)
    segments: list[Segment] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    spellings: Spellings = field(default_factory=Spellings.of_house_styles)
    rarity: Rarity = field(default_factory=Rarity)
    settled: bool = True
    weighed: int = 0
    _days: NDArray[np.int32] | None = None
    _without_date: float = 1.0
    _mender: Mender | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def add(self, documents: Iterable[Document]) -> None:
        """Adds articles; one whose key is known already takes the place of the old one."""
        latest = {document.key: document for document in documents}
        if not latest:
            return
        self.remove(latest.keys() & self.rows.keys())
        first = len(self.keys)
        self.keys.extend(latest)
        self.rows.update(zip(latest, range(first, len(self.keys)), strict=True))
        self.gone = np.append(self.gone, np.zeros(len(latest), np.bool_))
        self.dated = np.append(self.dated, _ordinals(d.day for d in latest.values()))
        self.arrived = np.append(self.arrived, _ordinals(d.arrived for d in latest.values()))
        self._days = None
        vectors = vectors_of([(d.title, d.text) for d in latest.values()], self._note)
        self.segments.append(Segment(vectors))
        self.settled = False
        self.rarity.add(self.spellings.read(vectors))

    def remove(self, keys: Collection[str]) -> None:
        """Forgets articles; unknown keys are passed over."""
        for key in keys:
            row = self.rows.pop(key, None)
            if row is not None:
                self.gone[row] = True
                self.settled = False

    def settle(self) -> NDArray[np.int64]:
        """Drops what is gone and weighs all afresh; returns the former row of each row left."""
        kept = np.flatnonzero(~self.gone)
        if self.settled:
            return kept
        vectors = Vectors.joined([segment.vectors for segment in self.segments])
        if len(kept) < len(self.keys):
            vectors = vectors.only(~self.gone)
            self.keys = [self.keys[row] for row in kept.tolist()]
            self.rows = {key: row for row, key in enumerate(self.keys)}
            self.dated, self.arrived = self.dated[kept], self.arrived[kept]
            self.gone = np.zeros(len(kept), np.bool_)
            self._days = None
        self.spellings = self.names.spellings(Rarity.counted(vectors))
        self.rarity = Rarity.counted(self.spellings.read(vectors))
        self.segments = [Segment(vectors)]
        self.settled, self.weighed, self._mender = True, len(kept), None
        self._postings()
        return kept

    def day(self, row: int) -> int:
        """The day of an article that counts for nearness, 0 where it has none."""
        return int(self._believed_days()[row])

    def cosines(self, vector: Vectors) -> NDArray[np.float32]:
        """How alike the one article of `vector` and each row are, from 0 to 1; -1 where gone."""
        read = self.spellings.read(vector)
        terms, weights = weighed(read, self.rarity.of(read.terms)).row(0)
        nothing = np.zeros(0, np.float32)
        parts = [postings.scores(terms, weights) for postings in self._postings()]
        scores = np.concatenate(parts or [nothing])
        scores[self.gone] = _GONE
        return scores

    def nearby(self, cosines: NDArray[np.float32], day: int) -> NDArray[np.float32]:
        """The cosines (rows,) times what the days between are worth; `day` 0 is no date.

        What is fainter than a hundredth is 0, which spares nine tenths of the work.
        """
        heard = np.flatnonzero(cosines > _FAINT)
        scores = np.zeros(len(cosines), np.float32)
        days = self._believed_days()[heard]
        scores[heard] = cosines[heard] * nearness(days, day, self._without_date)
        return scores

    def among(self, vector: Vectors, day: int, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The same scores among a few: (n + 1, n + 1), that of `vector` first, then the rows."""
        read = self.spellings.read(Vectors.joined([vector, self.vectors(rows)]))
        cosines = cosines_among(weighed(read, self.rarity.of(read.terms)))
        days = np.append(np.int32(day), self._believed_days()[rows])
        return cosines * nearness(days[:, None], days, self._without_date)

    def vectors(self, rows: Sequence[int] | NDArray[np.int64]) -> Vectors:
        """The vectors of a few articles in the index, in the order of `rows`."""
        if len(self.segments) == 1:
            return self.segments[0].vectors.at(rows)
        return Vectors.joined([self._vector(row) for row in rows])

    def mended(self, document: Document) -> Vectors:
        """The vector of a document; where much of it is unknown, with its words mended."""
        vector = vectors_of([(document.title, document.text)])
        known_to = 1 if document.key in self.rows else 0
        if len(self) < FEWEST_TO_MEND_BY or not is_noisy(vector, self.rarity, known_to):
            return vector
        if self._mender is None:
            self._mender = Mender.of(self.vocabulary, self.rarity)
        return mended_vector(document.title, document.text, self._mender, self.rarity, known_to)

    def noisy(self, row: int) -> bool:
        """Whether so much of an article is unknown that it is worth mending."""
        many = len(self) >= FEWEST_TO_MEND_BY
        return many and is_noisy(self.vectors([row]), self.rarity, 1)

    def _note(self, tokens: Tokens) -> None:
        self.names.note(tokens)
        self.vocabulary.note(tokens)

    def _vector(self, row: int) -> Vectors:
        for segment in self.segments:
            if row < len(segment.vectors):
                return segment.vectors.at([row])
            row -= len(segment.vectors)
        raise IndexError(row)

    def _believed_days(self) -> NDArray[np.int32]:
        if self._days is None:
            self._days = believed(self.dated, self.arrived)
            self._without_date = without_date(self._days)
        return self._days

    def _postings(self) -> Sequence[Postings]:
        """The postings of all segments, after neighbours of like size were merged."""
        segments = self.segments
        while len(segments) > 1 and 2 * len(segments[-1].vectors) > len(segments[-2].vectors):
            last = segments.pop()
            segments[-1] = Segment(Vectors.joined([segments[-1].vectors, last.vectors]))
        return [self._searchable(segment) for segment in segments]

    def _searchable(self, segment: Segment) -> Postings:
        if segment.postings is None:
            read = self.spellings.read(segment.vectors)
            segment.postings = Postings.of(weighed(read, self.rarity.of(read.terms)))
        return segment.postings


def _ordinals(days: Iterable[int | None]) -> NDArray[np.int32]:
    return np.array([day or MISSING for day in days], np.int32)
