"""The pairs of articles that stories are made of, with the score of each pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.index import Index
from copytaster.stories.index.surroundings import Surroundings

FAINTEST = 0.03
LINKED = 24


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of rows, `one` and `other`, with `scores` less the crowding around both.

    All three have one length. A pair of which each sees the other is there twice.
    """

    one: NDArray[np.int32]
    other: NDArray[np.int32]
    scores: NDArray[np.float32]

    @classmethod
    def of(cls, index: Index, around: Surroundings, out: NDArray[np.bool_]) -> Links:
        """All pairs of neighbours but those of which one is `out` (rows,)."""
        rows = len(index.keys)
        other = around.nearest[:rows, :LINKED]
        less = around.scores[:rows, :LINKED] - around.crowding[:rows, None] / 2
        kept = (less > FAINTEST) & (other >= 0) & ~out[:, None]
        one, place = np.nonzero(kept)
        other, scores = other[one, place], less[one, place]
        scores -= around.crowding[other] / 2
        kept = (scores > FAINTEST) & ~out[other]
        return cls(one[kept].astype(np.int32), other[kept], scores[kept].astype(np.float32))

    def also(self, pairs: Sequence[tuple[int, int]], score: float) -> Links:
        """The same and some pairs of rows, with this score."""
        if not pairs:
            return self
        one, other = np.array(pairs, np.int32).T
        return Links(
            np.append(self.one, one),
            np.append(self.other, other),
            np.append(self.scores, np.full(len(pairs), score, np.float32)),
        )

    def without(self, pairs: Sequence[tuple[int, int]], rows: int, least: float) -> Links:
        """The same but for some pairs of the `rows` rows where they score `least` and more."""
        if not pairs:
            return self
        left = np.array([one * rows + other for pair in pairs for one, other in (pair, pair[::-1])])
        kept = ~np.isin(self.one.astype(np.int64) * rows + self.other, left)
        kept |= self.scores < least
        return Links(self.one[kept], self.other[kept], self.scores[kept])

    def reach(self, moved: NDArray[np.bool_], least: float) -> NDArray[np.bool_]:
        """The rows that can be come to from those `moved` (rows,), over links of `least` and more.

        No story spans two places between which there is no such way.
        """
        strong = self.scores >= least
        one, other = self.one[strong], self.other[strong]
        reached = moved.copy()
        while True:
            before = np.count_nonzero(reached)
            reached[other[reached[one]]] = True
            reached[one[reached[other]]] = True
            if np.count_nonzero(reached) == before:
                return reached

    def among(
        self, rows: NDArray[np.bool_], place: NDArray[np.int64]
    ) -> Iterator[tuple[int, int, float]]:
        """Each pair of these rows once, in order: two places and their score.

        `place` (rows,) is how each row is called. Where each of a pair sees the other, the higher
        score counts.
        """
        kept = rows[self.one] & rows[self.other]
        one, other, scores = place[self.one[kept]], place[self.other[kept]], self.scores[kept]
        first, second = np.minimum(one, other), np.maximum(one, other)
        order = np.lexsort((-scores, second, first))
        first, second, scores = first[order], second[order], scores[order]
        new = (np.diff(first, prepend=-1) != 0) | (np.diff(second, prepend=-1) != 0)
        yield from zip(first[new].tolist(), second[new].tolist(), scores[new].tolist(), strict=True)
