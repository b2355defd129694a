"""How much speaks for two sentences telling the same: copied wording, shared rare words, quotes.

Words weigh by how few sentences of the two articles have them, so that the names of the story,
which are everywhere in it, prove nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.comparing.telling import Told
from copytaster.stories.sentences import found_again

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All pairs of sentences of two articles; every matrix is (ours, theirs).

    `copied` is rapidfuzz's ratio from 0 to 1, 0 where it is under the mark for a copy. `shared` is
    the weight of the words that both have; `ours` and `theirs` (n,) are the weights of each
    sentence.
    """

    copied: Matrix
    shared: Matrix
    ours: Matrix
    theirs: Matrix

    @property
    def covered(self) -> Matrix:
        """The share of the lighter sentence that stands in the other one."""
        return _share(self.shared, np.minimum(self.ours[:, None], self.theirs))

    @property
    def alike(self) -> Matrix:
        """Dice's coefficient of the weighted words."""
        return _share(self.shared, (self.ours[:, None] + self.theirs) * np.float32(0.5))


def _share(part: Matrix, whole: Matrix) -> Matrix:
    return np.divide(part, np.maximum(whole, np.float32(1e-6)), dtype=np.float32)


def evidence(own: Sequence[Told], other: Sequence[Told]) -> Evidence:
    """The evidence for every pair."""
    copied = found_again([told.plain for told in own], [told.plain for told in other])
    copied *= 0.01
    weights = _weights(own, other)
    columns = {word: column for column, word in enumerate(weights)}
    weight = np.fromiter(weights.values(), np.float32, len(weights))
    ours, theirs = _incidence(own, columns), _incidence(other, columns)
    shared = np.matmul(ours * weight, theirs.T, dtype=np.float32)
    return Evidence(copied, shared, ours @ weight, theirs @ weight)


def _weights(own: Sequence[Told], other: Sequence[Told]) -> dict[str, float]:
    """How much each word proves: the logarithm of how rare it is among all sentences."""
    counts = Counter(word for told in (*own, *other) for word in told.stems)
    total = len(own) + len(other)
    return {word: float(np.log((total + 2) / (count + 0.5))) for word, count in counts.items()}


def _incidence(sentences: Sequence[Told], columns: dict[str, int]) -> Matrix:
    found = np.zeros((len(sentences), len(columns)), np.float32)
    for row, told in enumerate(sentences):
        found[row, [columns[word] for word in told.stems]] = 1
    return found
