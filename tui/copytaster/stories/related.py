"""The one object that the desk asks about related articles and stories.

It holds vectors and numbers, no texts: those of the few articles that are shown come through
`text_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from copytaster.stories import saved
from copytaster.stories.agreement import agreed
from copytaster.stories.calibrate import calibrated, uncrowded
from copytaster.stories.cluster import CLOSE_ENOUGH, grouped
from copytaster.stories.days import MISSING
from copytaster.stories.document import Document
from copytaster.stories.index import Index
from copytaster.stories.match import SAME_STORY, Kind, Relation, relation
from copytaster.stories.reasons import Words
from copytaster.stories.standing import stands_alone
from copytaster.stories.storage import Stale
from copytaster.stories.storybook import Story, Storybook
from copytaster.stories.surroundings import Outlook, Surroundings
from copytaster.stories.vectors import Vectors, vectors_of

TextOf = Callable[[str], Document | None]

_SHORTLIST = 30
_WORTH_COMPARING = 0.1


@dataclass(slots=True)
class Related:
    """Related articles and stories, kept up to date by `add`, `replace` and `remove`."""

    text_of: TextOf
    index: Index = field(default_factory=Index)
    surroundings: Surroundings = field(default_factory=Surroundings)
    storybook: Storybook = field(default_factory=Storybook)
    alone: set[str] = field(default_factory=set)
    together: set[tuple[str, str]] = field(default_factory=set)
    apart: set[tuple[str, str]] = field(default_factory=set)
    told: bool = False

    def __len__(self) -> int:
        return len(self.index)

    def __contains__(self, key: object) -> bool:
        return key in self.index.rows

    def add(self, documents: Sequence[Document]) -> None:
        """Adds articles; one whose key is known already takes the place of the old one."""
        self.index.add(documents)
        self.surroundings.grow(len(self.index.keys))
        for document in documents:
            (self.alone.add if stands_alone(document) else self.alone.discard)(document.key)
        self.told = False

    def replace(self, documents: Sequence[Document]) -> None:
        """Puts new versions in the place of articles with the same keys."""
        self.add(documents)

    def remove(self, keys: Collection[str]) -> None:
        """Forgets articles; unknown keys are passed over."""
        self.index.remove(keys)
        self.alone.difference_update(keys)
        self.told = False

    def settle(self) -> None:
        """Weighs all afresh: worth it when nothing else is to be done, and before saving."""
        if not self.index.settled:
            self.surroundings.keep(self.index.settle())
            self.told = False

    def related(self, key: str, limit: int = 20) -> list[Relation]:
        """What is related to an article of the index, best first; nothing for an unknown key."""
        own = self.text_of(key)
        return [self._relation(own, other, score) for other, score in self.similar(key, limit)]

    def related_to(self, document: Document, limit: int = 20) -> list[Relation]:
        """What is related to an article that is not in the index."""
        vector = vectors_of([(document.title, document.text)])
        shortlist = self._shortlist(vector, document.day or MISSING, None, limit)
        return [self._relation(document, other, score) for other, score in shortlist]

    def similar(self, key: str, limit: int = 20) -> list[tuple[str, float]]:
        """Keys and scores alone, for those who need no kinds."""
        row = self.index.rows.get(key)
        if row is None:
            return []
        return self._shortlist(self.index.vectors([row]), self.index.day(row), row, limit)

    def stories(self) -> Iterator[Story]:
        """All stories of two articles and more, by number."""
        self._write_stories()
        members: dict[int, list[str]] = {}
        for key, number in self.storybook.number_of.items():
            members.setdefault(number, []).append(key)
        for number, keys in sorted(members.items()):
            yield self._story(number, keys)

    def story_of(self, key: str) -> int | None:
        """The number of the story that an article is in, or None where it is in none."""
        self._write_stories()
        return self.storybook.number_of.get(key)

    def save(self, folder: Path) -> None:
        """Writes all to a folder, atomically."""
        self.settle()
        saved.save(self, folder)

    @classmethod
    def load(cls, folder: Path, text_of: TextOf) -> Related | Stale:
        """What was saved there, or why it cannot be used; arrays stay on disk until needed."""
        related = cls(text_of)
        stale = saved.load(related, folder)
        return stale or related

    def _shortlist(
        self, vector: Vectors, day: int, own_row: int | None, limit: int
    ) -> list[tuple[str, float]]:
        scores = self.index.search(vector, day)
        if own_row is not None:
            scores[own_row] = -1.0
        outlook = Outlook.of(scores, self.index.keys)
        if own_row is not None:
            self.surroundings.note(self.index, own_row, outlook)
        rows = outlook.rows[: max(limit, _SHORTLIST)]
        self.surroundings.measure(self.index, rows)
        crowdings = np.append(np.float32(outlook.crowding), self.surroundings.crowding[rows])
        among = uncrowded(self.index.among(vector, day, rows), crowdings)
        final = calibrated(agreed(among)[1:]).tolist()
        found = zip((self.index.keys[row] for row in rows.tolist()), final, strict=True)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _relation(self, own: Document | None, key: str, score: float) -> Relation:
        other = self.text_of(key) if own and score >= _WORTH_COMPARING else None
        if own is None or other is None:
            kind = Kind.SAME_STORY if score >= SAME_STORY else Kind.BACKGROUND
            return Relation(key, score, kind)
        words = Words(self.index.rarity, self.index.spellings, self.index.names.small)
        return relation(own, other, score, words)

    def _write_stories(self) -> None:
        if self.told:
            return
        rows = sorted(self.index.rows.values())
        self.surroundings.measure(self.index, rows)
        groups = grouped(self._links(rows), CLOSE_ENOUGH)
        self.storybook.renumber([[self.index.keys[row] for row in group] for group in groups])
        self.told = True

    def _links(self, rows: Sequence[int]) -> Iterator[tuple[int, int, float]]:
        around = self.surroundings
        for row in rows:
            if self.index.keys[row] in self.alone:
                continue
            for other, score in zip(
                around.nearest[row].tolist(), around.scores[row].tolist(), strict=True
            ):
                if other < 0 or self.index.gone[other] or self.index.keys[other] in self.alone:
                    continue
                crowd = float(around.crowding[row] + around.crowding[other]) / 2
                if score > crowd:
                    yield row, other, score - crowd

    def _story(self, number: int, keys: Iterable[str]) -> Story:
        def moment(key: str) -> tuple[int, str]:
            return self.index.day(self.index.rows[key]), key

        ordered = sorted(keys, key=moment)
        days = [day for day, _ in map(moment, ordered) if day != MISSING]
        first = self.text_of(ordered[0])
        return Story(
            number,
            first.title if first else "",
            min(days, default=None),
            max(days, default=None),
            tuple(ordered),
        )
