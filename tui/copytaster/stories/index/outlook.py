"""What a search sees: the best articles with their scores, and how crowded the place is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CROWD_FROM, CROWD_TO = 20, 50


@dataclass(frozen=True, slots=True)
class Outlook:
    """The `rows` (at most 50) of the best, best first, and their `scores`."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float16]

    @classmethod
    def of(cls, scores: NDArray[np.float32], keys: Sequence[str]) -> Outlook:
        """The best of scores (rows,) over 0."""
        rows = np.flatnonzero(scores > 0.0)
        if len(rows) > CROWD_TO:
            heard = scores[rows]
            rows = rows[heard >= np.partition(heard, -CROWD_TO)[-CROWD_TO]]
        return cls.ranked(rows, scores[rows].astype(np.float16), keys)

    @classmethod
    def ranked(
        cls, rows: NDArray[np.int64], scores: NDArray[np.float16], keys: Sequence[str]
    ) -> Outlook:
        """The best of a few rows with their scores, ties by key."""
        scored = zip(rows.tolist(), scores.tolist(), strict=True)
        best = sorted((-score, keys[row], row) for row, score in scored)[:CROWD_TO]
        return cls(
            np.array([row for _, _, row in best], np.int64),
            np.array([-score for score, _, _ in best], np.float16),
        )

    @property
    def crowding(self) -> float:
        """How much is to be taken off for the crowd around."""
        return crowding_of(self.scores)


def crowding_of(scores: NDArray[np.float16]) -> float:
    """The mean of the scores, best first, at ranks 20 to 50; ranks that are not there count 0."""
    return float(scores[CROWD_FROM:].astype(np.float32).sum() / (CROWD_TO - CROWD_FROM))
