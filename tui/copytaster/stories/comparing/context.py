"""What stands around a pair of sentences: two articles tell a story mostly in one order.

A pair is likelier where sentences just before or after both are surely the same, and where the two
articles share much at all.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_REACH = 2
_STEPS = [step for step in product(range(_REACH + 1), repeat=2) if any(step)]
_LEAST, _SURE = 0.003, 0.5
_ALONE, _NEAR, _MUCH, _BIAS = 1.198, 1.844, 1.753, -1.32
"""Logistic regression as in `evidence`, on what that says of the pairs."""


def in_context(likely: Matrix) -> Matrix:
    """How likely each pair (ours, theirs) is, from how likely it and its neighbours are alone."""
    return _likely(context(likely) @ np.array([_ALONE, _NEAR, _MUCH], np.float32) + _BIAS)


def context(likely: Matrix) -> NDArray[np.float32]:
    """What speaks for each pair (ours, theirs, 3), as the weights are fitted to it.

    The logarithm of its odds, the likeliest of its neighbours, and how many pairs are sure, by the
    logarithm of their share of the shorter article.
    """
    odds = np.log((likely + _LEAST) / (1 + _LEAST - likely))
    share = np.log1p((likely > _SURE).sum() / min(likely.shape))
    found = (odds, _likeliest_neighbour(likely), np.full_like(likely, share))
    return np.stack(found, axis=-1, dtype=np.float32)


def _likeliest_neighbour(likely: Matrix) -> Matrix:
    """The likeliest pair of up to two sentences further on both sides, or further back."""
    rows, columns = likely.shape
    padded = np.zeros((rows + 2 * _REACH, columns + 2 * _REACH), likely.dtype)
    padded[_REACH:-_REACH, _REACH:-_REACH] = likely
    windows = [
        padded[_REACH + sign * i :, _REACH + sign * j :][:rows, :columns]
        for i, j in _STEPS
        for sign in (1, -1)
    ]
    return np.asarray(np.maximum.reduce(windows), np.float32)


def _likely(odds: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)
