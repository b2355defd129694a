"""The one object that the desk asks about related articles and stories.

It holds vectors and numbers, no texts: those of the few articles that are shown come through
`text_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copytaster.stories import saved
from copytaster.stories.cluster import CLOSE_ENOUGH, grouped
from copytaster.stories.index.days import MISSING
from copytaster.stories.index.document import Document
from copytaster.stories.index.index import Index
from copytaster.stories.index.shortlist import LOOK_ALIKE, Candidate, Query, shortlist
from copytaster.stories.index.storage import Stale
from copytaster.stories.index.surroundings import Surroundings
from copytaster.stories.items import Items
from copytaster.stories.links import Links
from copytaster.stories.lookalikes import Lookalikes
from copytaster.stories.match import SAME_STORY, Kind, Relation, relation
from copytaster.stories.reasons import Words
from copytaster.stories.standing import stands_alone
from copytaster.stories.storybook import Story, Storybook, TextOf
from copytaster.stories.takes import nearest_takes, pairs_of_takes

WORTH_COMPARING = 0.2
TAKEN = 0.5

Pairs = Iterable[tuple[str, str]]
Choice = Callable[[Sequence[str]], Collection[str]]


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
    lookalikes: Lookalikes = field(default_factory=Lookalikes)
    together: set[tuple[str, str]] = field(default_factory=set)
    apart: set[tuple[str, str]] = field(default_factory=set)
    told: bool = False
    _spoken_of: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.index)

    def __contains__(self, key: object) -> bool:
        return key in self.index.rows

    def add(self, documents: Sequence[Document]) -> None:
        """Adds articles; one whose key is known already takes the place of the old one."""
        self.index.add(documents)
        self.surroundings.grow(len(self.index.keys))
        self.items.add(documents)
        self.lookalikes.forget([document.key for document in documents])
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
        self.lookalikes.forget(keys)
        self.told = False

    def settle(self) -> None:
        """Weighs all afresh: worth it when nothing else is to be done, and before saving."""
        if not self.index.settled:
            self.surroundings.keep(self.index.settle())
            self.told = False

    def related(
        self, key: str, limit: int = 20, *, hasty: bool = False, among: Choice | None = None
    ) -> list[Relation]:
        """What is related to an article of the index, best first; nothing for an unknown key.

        A `hasty` answer makes do with what is known of the others, and takes a tenth of the time
        where nothing is. Texts are the dear part, so `among` may choose whom it is worth reading.
        """
        found = self._candidates(key, hasty=hasty)
        if among is not None:
            chosen = among([candidate.key for candidate in found])
            found = [candidate for candidate in found if candidate.key in chosen]
        return self._relations(self.text_of(key), found, limit) if found else []

    def related_to(self, document: Document, limit: int = 20) -> list[Relation]:
        """What is related to an article that is not in the index."""
        query = Query(self.index.mended(document), document.day or MISSING)
        takes = nearest_takes(self.items.takes_of(document), self.index, query.day)
        found = shortlist(query, self.index, self.surroundings, takes)
        return self._relations(document, found, limit)

    def similar(self, key: str, limit: int = 20) -> list[tuple[str, float]]:
        """Keys and scores alone, for those who need no kinds."""
        return [(candidate.key, candidate.score) for candidate in self._candidates(key)][:limit]

    def constrain(self, together: Pairs, apart: Pairs) -> None:
        """Takes the user's word on stories: these pairs are one story, those are not."""
        before = self.together | self.apart
        self.together, self.apart = set(together), set(apart)
        for pair in before | self.together | self.apart:
            self._spoken_of.update(pair)
        self.told = False

    @property
    def acquainted(self) -> bool:
        """Whether something is known of the neighbours of every article."""
        return bool((self.surroundings.measured(self._all()) | self.index.gone).all())

    def acquaint(self, rows: int | None = None) -> int:
        """Finds the neighbours of the next few articles (None: of all) that wait for it; how many.

        Those that nothing is known of come first.
        """
        waiting = self.surroundings.stale(self.index)
        some = waiting if rows is None else waiting[-rows:]
        self.surroundings.measure(self.index, some)
        for row in some:
            self.lookalikes.look(row, self.index, self.surroundings, self.text_of, CLOSE_ENOUGH)
        self.told = self.told and not self.surroundings.moved.any()
        return len(some)

    def tell(self) -> dict[str, int | None]:
        """Brings the stories up to date; the number of each article whose story is another now.

        Only where something has changed are articles grouped anew, as they would all be: the
        stories are the same whatever came first.
        """
        links = self._links()
        concerned = links.reach(self._moved(), CLOSE_ENOUGH) & ~self.index.gone
        keys = sorted(self.index.keys[row] for row in np.flatnonzero(concerned).tolist())
        number = {key: number for number, key in enumerate(keys)}
        place = np.zeros(len(self.index.keys), np.int64)
        place[self._rows(keys)] = np.arange(len(keys))
        together, apart = _known(self.together, number), _known(self.apart, number)
        groups = grouped(links.among(concerned, place), CLOSE_ENOUGH, together, apart)
        gone = self.storybook.number_of.keys() - self.index.rows.keys()
        named = [[keys[member] for member in group] for group in groups]
        changes = self.storybook.renumber(named, [*keys, *gone])
        self.surroundings.moved[:] = False
        self._spoken_of.clear()
        self.told = True
        return changes

    def stories(self) -> Iterator[Story]:
        """All stories of two articles and more, by number."""
        self._catch_up()
        members: dict[int, list[str]] = {}
        for key, number in self.storybook.number_of.items():
            members.setdefault(number, []).append(key)
        for number, keys in sorted(members.items()):
            yield self.storybook.story(number, keys, self.text_of)

    def story_of(self, key: str) -> int | None:
        """The number of the story that an article is in, or None where it is in none."""
        self._catch_up()
        return self.storybook.number_of.get(key)

    def save(self, folder: Path) -> None:
        """Writes all to a folder, atomically."""
        self.settle()
        saved.save(self, folder)

    def put_away(self, folder: Path) -> None:
        """Saves all, and goes on with the arrays on the disk: what was built is let go."""
        self.save(folder)
        saved.reopen(self, folder)

    @classmethod
    def load(cls, folder: Path, text_of: TextOf) -> Related | Stale:
        """What was saved there, or why it cannot be used; arrays stay on disk until needed."""
        related = cls(text_of)
        stale = saved.load(related, folder)
        return stale or related

    def _candidates(self, key: str, *, hasty: bool = False) -> list[Candidate]:
        row = self.index.rows.get(key)
        if row is None:
            return []
        text = self.text_of(key) if self.index.noisy(row) else None
        vector = self.index.mended(text) if text else self.index.vectors([row])
        query = Query(vector, self.index.day(row), row)
        takes = nearest_takes(self.items.others(key), self.index, int(self.index.dated[row]))
        return shortlist(query, self.index, self.surroundings, takes, hasty=hasty)

    def _relations(
        self, own: Document | None, candidates: Iterable[Candidate], limit: int
    ) -> list[Relation]:
        takes = self.items.takes_of(own) if own else set()
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

    def _moved(self) -> NDArray[np.bool_]:
        """The rows that may have to change their story, with all to whom that may matter."""
        moved = self.surroundings.moved[: len(self.index.keys)].copy()
        tied = {key for pair in self.together for key in pair}
        gone = self.storybook.number_of.keys() - self.index.rows.keys()
        keys = (self.index.keys[row] for row in np.flatnonzero(moved).tolist())
        concerned = {*keys, *gone, *self._spoken_of, *tied}
        moved[self._rows(self.storybook.mates(concerned) | concerned)] = True
        return moved

    def _links(self) -> Links:
        """The pairs that may be of one story."""
        out = self._out()
        links = Links.of(self.index, self.surroundings, out)
        return self.lookalikes.parted(
            links.also(pairs_of_takes(self.items, self.index, out), TAKEN), self.index, CLOSE_ENOUGH
        )

    def _out(self) -> NDArray[np.bool_]:
        """The rows that join no story: what is gone, digests, advisories."""
        out = self.index.gone.copy()
        out[self._rows(self.alone)] = True
        return out

    def _all(self) -> NDArray[np.int64]:
        return np.arange(len(self.index.keys))

    def _catch_up(self) -> None:
        if self.acquaint() or not self.told:
            self.tell()

    def _rows(self, keys: Iterable[str]) -> list[int]:
        return [self.index.rows[key] for key in keys if key in self.index.rows]


def _known(pairs: Pairs, number: Mapping[str, int]) -> list[tuple[int, int]]:
    known = ((number.get(one), number.get(other)) for one, other in pairs)
    return [(one, other) for one, other in known if one is not None and other is not None]
