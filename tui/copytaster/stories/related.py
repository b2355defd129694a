"""The one object that the desk asks about related articles and stories.

It holds vectors and numbers, no texts: those of the few articles that are shown come through
`text_of`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from copytaster.stories import saved
from copytaster.stories.cluster import CLOSE_ENOUGH, grouped
from copytaster.stories.days import MISSING
from copytaster.stories.document import Document
from copytaster.stories.index import Index
from copytaster.stories.items import Items
from copytaster.stories.links import links
from copytaster.stories.match import SAME_STORY, Kind, Relation, relation
from copytaster.stories.reasons import Words
from copytaster.stories.shortlist import LOOK_ALIKE, Candidate, Query, shortlist
from copytaster.stories.standing import stands_alone
from copytaster.stories.storage import Stale
from copytaster.stories.storybook import Story, Storybook, TextOf
from copytaster.stories.surroundings import Surroundings
from copytaster.stories.vectors import vectors_of

WORTH_COMPARING = 0.1

Pairs = Iterable[tuple[str, str]]


@dataclass(slots=True)
class Related:
    """Related articles and stories, kept up to date by `add`, `replace` and `remove`.

    `alone` are the keys of digests and advisories; pairs `together` and `apart` are the user's word
    on stories; `told` says that the stories are up to date.
    """

    text_of: TextOf
    index: Index = field(default_factory=Index)
    surroundings: Surroundings = field(default_factory=Surroundings)
    items: Items = field(default_factory=Items)
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
        self.items.add(documents)
        for document in documents:
            (self.alone.add if stands_alone(document) else self.alone.discard)(document.key)
        self.told = False

    def replace(self, documents: Sequence[Document]) -> None:
        """Puts new versions in the place of articles with the same keys."""
        self.add(documents)

    def remove(self, keys: Collection[str]) -> None:
        """Forgets articles; unknown keys are passed over."""
        self.index.remove(keys)
        self.items.remove(keys)
        self.alone.difference_update(keys)
        self.told = False

    def settle(self) -> None:
        """Weighs all afresh: worth it when nothing else is to be done, and before saving."""
        if not self.index.settled:
            self.surroundings.keep(self.index.settle())
            self.told = False

    def related(self, key: str, limit: int = 20) -> list[Relation]:
        """What is related to an article of the index, best first; nothing for an unknown key."""
        return self._relations(self.text_of(key), self._candidates(key), limit)

    def related_to(self, document: Document, limit: int = 20) -> list[Relation]:
        """What is related to an article that is not in the index."""
        query = Query(vectors_of([(document.title, document.text)]), document.day or MISSING)
        return self._relations(document, shortlist(query, self.index, self.surroundings), limit)

    def similar(self, key: str, limit: int = 20) -> list[tuple[str, float]]:
        """Keys and scores alone, for those who need no kinds."""
        return [(candidate.key, candidate.score) for candidate in self._candidates(key)][:limit]

    def constrain(self, together: Pairs, apart: Pairs) -> None:
        """Takes the user's word on stories: these pairs are one story, those are not."""
        self.together, self.apart = set(together), set(apart)
        self.told = False

    def stories(self) -> Iterator[Story]:
        """All stories of two articles and more, by number."""
        self._tell()
        members: dict[int, list[str]] = {}
        for key, number in self.storybook.number_of.items():
            members.setdefault(number, []).append(key)
        for number, keys in sorted(members.items()):
            yield self.storybook.story(number, keys, self.text_of)

    def story_of(self, key: str) -> int | None:
        """The number of the story that an article is in, or None where it is in none."""
        self._tell()
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

    def _candidates(self, key: str) -> list[Candidate]:
        row = self.index.rows.get(key)
        if row is None:
            return []
        query = Query(self.index.vectors([row]), self.index.day(row), row)
        takes = self._rows(self.items.others(key))
        return shortlist(query, self.index, self.surroundings, takes)

    def _relations(
        self, own: Document | None, candidates: Iterable[Candidate], limit: int
    ) -> list[Relation]:
        takes = self.items.others(own.key) if own else set()
        found = [self._relation(own, candidate, takes) for candidate in candidates]
        return sorted(found, key=lambda one: (-one.score, one.key))[:limit]

    def _relation(
        self, own: Document | None, candidate: Candidate, takes: Collection[str]
    ) -> Relation:
        near = candidate.score >= WORTH_COMPARING or candidate.cosine >= LOOK_ALIKE
        other = self.text_of(candidate.key) if near or candidate.key in takes else None
        if own is None or other is None:
            kind = Kind.SAME_STORY if candidate.score >= SAME_STORY else Kind.BACKGROUND
            return Relation(candidate.key, candidate.score, kind)
        words = Words(self.index.rarity, self.index.spellings, self.index.names.small)
        return relation(own, other, candidate.score, words)

    def _tell(self) -> None:
        """Brings the stories up to date, if anything has changed."""
        if self.told:
            return
        keys = sorted(self.index.rows)
        rows = [self.index.rows[key] for key in keys]
        self.surroundings.measure(self.index, rows)
        alone = np.zeros(len(self.index.keys), np.bool_)
        alone[self._rows(self.alone)] = True
        place = np.zeros(len(self.index.keys), np.int64)
        place[rows] = np.arange(len(rows))
        pairs = links(self.index, self.surroundings, alone, place)
        number = {key: number for number, key in enumerate(keys)}
        together, apart = _known(self.together, number), _known(self.apart, number)
        groups = grouped(pairs, CLOSE_ENOUGH, together, apart)
        self.storybook.renumber([[keys[member] for member in group] for group in groups])
        self.told = True

    def _rows(self, keys: Iterable[str]) -> list[int]:
        return [self.index.rows[key] for key in keys if key in self.index.rows]


def _known(pairs: Pairs, number: Mapping[str, int]) -> list[tuple[int, int]]:
    known = ((number.get(one), number.get(other)) for one, other in pairs)
    return [(one, other) for one, other in known if one is not None and other is not None]
