"""Sentences on a shelf: each is put there once, and found again by those that copy or resemble it.

Of thousands of sentences only those are compared that share several rare words; so a story of 500
articles costs no more a sentence than one of five.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from itertools import chain, islice
from math import log

from copytaster.stories.comparing.folding import STEM

_WORD = re.compile(r"\w{4,}|\d+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_RAREST = 10
_MOST_LOOKED_UP = 600
"""Sentences; in a giant story every word is common, and the rarest few tell enough."""
_LIKELY = 4


class Shelf:
    """Sentences by number, in the order in which they came; each wording stands there once."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        self.sentences: list[str] = []
        self.words: list[frozenset[str]] = []
        self._numbers: dict[str, int] = {}
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in sentences:
            self.put(sentence)

    def __len__(self) -> int:
        return len(self.sentences)

    def put(self, sentence: str) -> int:
        """Put a sentence there, if it is not there already; its number."""
        known = self._numbers.get(sentence)
        if known is not None:
            return known
        number = self._numbers[sentence] = len(self.sentences)
        self.sentences.append(sentence)
        words = rough_words(sentence)
        self.words.append(words)
        for word in words:
            self._having[word].append(number)
        return number

    def number_of(self, sentence: str) -> int | None:
        """The number of exactly this sentence, or None."""
        return self._numbers.get(sentence)

    def likely(self, words: Iterable[str]) -> list[int]:
        """The few sentences that share most of the rare ones of these words, best first.

        Those that share several go before those that share one, however rare it is.
        """
        rare = self._rarest(words)
        shared = Counter(chain.from_iterable(self._having[word] for word in rare))
        several = [number for number, count in shared.items() if count > 1]
        best = nlargest(_LIKELY, several, key=lambda number: self._weight(rare, number))
        others = (number for number, count in shared.items() if count == 1)
        return [*best, *islice(others, _LIKELY - len(best))]

    def _rarest(self, words: Iterable[str]) -> dict[str, float]:
        """The rarest of these words that are on the shelf, and what each of them proves."""
        having = {word: places for word in words if (places := self._having.get(word))}
        rare: dict[str, float] = {}
        looked_up = 0
        for word in sorted(having, key=lambda word: len(having[word]))[:_RAREST]:
            looked_up += len(having[word])
            if looked_up > _MOST_LOOKED_UP and rare:
                break
            rare[word] = log((len(self.sentences) + 2) / (len(having[word]) + 0.5))
        return rare

    def _weight(self, rare: Mapping[str, float], number: int) -> float:
        words = self.words[number]
        return sum(weight for word, weight in rare.items() if word in words)


def rough_words(sentence: str) -> frozenset[str]:
    """The longer words of a sentence, cut short: quick to make, and good enough to look them up."""
    small = sentence.casefold()
    words = {word[:STEM] for word in _WORD.findall(small)}
    if not small.isascii():
        for run in _UNSPACED.findall(small):
            words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)
