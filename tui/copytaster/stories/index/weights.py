"""Vectors weighed by rarity: the 128 heaviest terms of each article, at unit length."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.vectors import Vectors

MOST_TERMS = 128


@dataclass(frozen=True, slots=True)
class Weighed:
    """Articles as unit vectors, laid end to end; the same shape as `Vectors`."""

    bounds: NDArray[np.int64]
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]

    def row(self, row: int) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        """Terms and weights of one article."""
        entries = slice(self.bounds[row], self.bounds[row + 1])
        return self.terms[entries], self.weights[entries]


def weighed(vectors: Vectors, rarity: NDArray[np.float32]) -> Weighed:
    """The unit vectors, given the rarity of each entry (as long as `vectors.terms`)."""
    weights = vectors.strengths.astype(np.float32) * rarity
    kept = _heaviest(vectors.bounds, weights)
    owner = vectors.owners()[kept]
    weights = weights[kept]
    norm = np.sqrt(np.bincount(owner, weights=weights * weights, minlength=len(vectors)))
    norm[norm == 0] = 1.0
    return Weighed(
        np.searchsorted(owner, np.arange(len(vectors) + 1)).astype(np.int64),
        vectors.terms[kept],
        (weights / norm[owner]).astype(np.float32),
    )


def _heaviest(bounds: NDArray[np.int64], weights: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which entries are among the heaviest of their article; all that tie with the last one."""
    kept = weights > 0
    for row in np.flatnonzero(np.diff(bounds) > MOST_TERMS):
        entries = slice(bounds[row], bounds[row + 1])
        of_article = weights[entries]
        kept[entries] &= of_article >= np.partition(of_article, -MOST_TERMS)[-MOST_TERMS]
    return kept
