"""For each term the articles that say it: one gather and one sum compare a text with all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.weights import Weighed


@dataclass(frozen=True, slots=True)
class Postings:
    """The inverted form of `rows` unit vectors.

    `terms` (u,) ascending; term i is said by `articles[bounds[i]:bounds[i + 1]]` with `weights`.
    """

    rows: int
    terms: NDArray[np.uint32]
    bounds: NDArray[np.int64]
    articles: NDArray[np.int32]
    weights: NDArray[np.float16]

    @classmethod
    def none(cls) -> Postings:
        """The postings of no articles."""
        nothing = Weighed(np.zeros(1, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.float32))
        return cls.of(nothing)

    @classmethod
    def of(cls, weighed: Weighed) -> Postings:
        """The postings of these vectors; within a term the articles ascend."""
        rows = len(weighed.bounds) - 1
        owner = np.repeat(np.arange(rows, dtype=np.int32), np.diff(weighed.bounds))
        order = _order_by_term(weighed.terms)
        by_term = weighed.terms[order]
        first = np.flatnonzero(np.diff(by_term, prepend=np.uint32(0xFFFFFFFF)))
        return cls(
            rows=rows,
            terms=by_term[first],
            bounds=np.append(first, len(by_term)).astype(np.int64),
            articles=owner[order],
            weights=weighed.weights[order].astype(np.float16),
        )

    def scores(
        self, terms: NDArray[np.uint32], weights: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """The cosine (rows,) of each article with the vector of these terms and weights."""
        if not len(self.terms) or not len(terms):
            return np.zeros(self.rows, np.float32)
        place = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        known = self.terms[place] == terms
        place, weights = place[known], weights[known]
        first = self.bounds[place]
        length = self.bounds[place + 1] - first
        entries = np.repeat(first - (np.cumsum(length) - length), length)
        entries += np.arange(len(entries))
        products = self.weights[entries] * np.repeat(weights, length)
        summed = np.bincount(self.articles[entries], weights=products, minlength=self.rows)
        return summed.astype(np.float32)


def _order_by_term(terms: NDArray[np.uint32]) -> NDArray[np.int64]:
    """A stable order by term: two passes of a radix sort over 16 bits each."""
    order = np.argsort((terms & np.uint32(0xFFFF)).astype(np.uint16), kind="stable")
    upper = (terms[order] >> np.uint32(16)).astype(np.uint16)
    return order[np.argsort(upper, kind="stable")]
