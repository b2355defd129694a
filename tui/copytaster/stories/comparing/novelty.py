"""What of an article was read before: the sentences that other takes of its story had.

Copies are certain (ratio ≥ 70); sentences of much the same rare words are only *similar to* another
and never called known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import log

import numpy as np

from copytaster.stories.comparing.folding import folded_words, meaning
from copytaster.stories.sentences import COPIED

_SIMILAR = 0.6
_FEWEST_SHARED = 4
_SHORTEST_COPY = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence was read: the article's key and title, and when (seconds since 1970)."""

    key: str
    title: str = ""
    read_at: float | None = None


class Acquaintance(StrEnum):
    """How well a sentence is known."""

    NEW = "new"
    SIMILAR = "similar"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Novelty:
    """A sentence, how well it is known, and the sentence read before with its source."""

    sentence: str
    acquaintance: Acquaintance
    before: str | None = None
    source: Source | None = None


class Known:
    """Sentences that were read, made ready once to be asked many times."""

    def __init__(self, read: Mapping[str, Source]) -> None:
        self._sources = list(read.items())
        self._plain: list[str] = []
        self._stems: list[frozenset[str]] = []
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(read):
            plain, stems = _ready(sentence)
            self._plain.append(plain)
            self._stems.append(stems)
            for word in stems:
                self._having[word].append(number)

    def novelty(self, sentences: Sequence[str]) -> list[Novelty]:
        """How new each sentence is, in order."""
        ready = [_ready(sentence) for sentence in sentences]
        copies = self._copies([plain for plain, _ in ready])
        return [
            self._novelty(sentence, stems, copy)
            for sentence, (_, stems), copy in zip(sentences, ready, copies, strict=True)
        ]

    def _copies(self, plain: Sequence[str]) -> list[int | None]:
        """For each sentence the number of the one that it copies, or None."""
        from rapidfuzz import fuzz, process

        if not plain or not self._plain:
            return [None] * len(plain)
        ratios = process.cdist(
            plain, self._plain, scorer=fuzz.ratio, score_cutoff=COPIED, dtype=np.uint8
        )
        best = ratios.argmax(1)
        found = zip(best.tolist(), ratios.max(1).tolist(), plain, strict=True)
        return [
            number if ratio and sentence.count(" ") >= _SHORTEST_COPY - 1 else None
            for number, ratio, sentence in found
        ]

    def _novelty(self, sentence: str, stems: frozenset[str], copy: int | None) -> Novelty:
        if copy is not None:
            return Novelty(sentence, Acquaintance.KNOWN, *self._sources[copy])
        similar = self._similar(stems)
        if similar is not None:
            return Novelty(sentence, Acquaintance.SIMILAR, *self._sources[similar])
        return Novelty(sentence, Acquaintance.NEW)

    def _similar(self, stems: frozenset[str]) -> int | None:
        """The number of the sentence that shares most of the rare words, or None."""
        weights = {word: self._weight(word) for word in stems}
        total = sum(weights.values())
        shared: defaultdict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for number in self._having.get(word, ()):
                shared[number] += weight
        best = max(shared, key=shared.__getitem__, default=None)
        if best is None or shared[best] < _SIMILAR * total:
            return None
        return best if len(stems & self._stems[best]) >= _FEWEST_SHARED else None

    def _weight(self, word: str) -> float:
        return log((len(self._sources) + 2) / (len(self._having.get(word, ())) + 0.5))


def novelty(sentences: Sequence[str], known: Mapping[str, Source]) -> list[Novelty]:
    """How new each sentence is against all that was read; use `Known` to ask more than once."""
    return Known(known).novelty(sentences)


def share_new(found: Iterable[Novelty]) -> float:
    """The share of the words that stand in sentences not known: 0.23 is “23% new”."""
    lengths = [(len(one.sentence.split()), one.acquaintance) for one in found]
    total = sum(length for length, _ in lengths)
    new = sum(length for length, how in lengths if how is not Acquaintance.KNOWN)
    return new / total if total else 0.0


@lru_cache(maxsize=20_000)
def _ready(sentence: str) -> tuple[str, frozenset[str]]:
    words = folded_words(sentence)
    return " ".join(words), meaning(words)
