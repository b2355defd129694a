"""The pairs of articles that stories are made of, with the score of each pair."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index import Index
from copytaster.stories.surroundings import Surroundings

FAINTEST = 0.03


def links(
    index: Index, around: Surroundings, alone: NDArray[np.bool_], place: NDArray[np.int64]
) -> Iterator[tuple[int, int, float]]:
    """Each pair of neighbours once: two places and their score less the crowding around both.

    `alone` (rows,) marks articles that join no story; `place` (rows,) is how each row is called.
    Where each of a pair sees the other, the higher score counts.
    """
    rows = len(index.keys)
    out = index.gone | alone
    one = np.repeat(np.arange(rows), around.nearest.shape[1])
    other, score = around.nearest[:rows].ravel(), around.scores[:rows].ravel()
    crowd = (around.crowding[one] + around.crowding[other]) / 2
    kept = (other >= 0) & (score - crowd > FAINTEST) & ~out[one] & ~out[other]
    one, other, less = one[kept], other[kept], (score - crowd)[kept]
    first, second = np.minimum(place[one], place[other]), np.maximum(place[one], place[other])
    order = np.lexsort((-less, second, first))
    first, second, less = first[order], second[order], less[order]
    new = (np.diff(first, prepend=-1) != 0) | (np.diff(second, prepend=-1) != 0)
    yield from zip(first[new].tolist(), second[new].tolist(), less[new].tolist(), strict=True)
