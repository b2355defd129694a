"""How surely two sentences tell the same: copied wording, or shared rare words and figures.

Words weigh by how few sentences of the two articles have them, so that the names of the story,
which are everywhere in it, prove little; figures weigh double and names less than other words. Who
is quoted counts for nothing where one sentence is held against the smaller, for one speaker says
many things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.comparing.context import in_context
from copytaster.stories.comparing.telling import Told, small_senses
from copytaster.stories.sentences import FEWEST_WORDS, found_again

Matrix = NDArray[np.float32]

_SHORT_COPY = 85
_FIGURE_WEIGHT = 2.0
_NAME_WEIGHT = 0.7
_MOST_FIGURES = 3.0
_FEWEST_SENTENCES = 14
_ONE_DIGIT = 1
_NOTHING = np.float32(1e-6)
_ONE_THREAD = 250_000
"""Multiplications of one product that OpenBLAS still does in a single thread."""
_ALIKE_QUOTE, _ALIKE_PART = 60, 70
_TELLING_QUOTE = 6
_DICE, _SHARED, _WITHIN, _FIGURES, _QUOTE, _BIAS = 9.292, 0.432, 2.957, 1.426, 8.0, -7.788
"""Logistic regression on the labelled sample corpus (tests/benchmarks/comparing.py)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All pairs of sentences of two articles; both matrices are (ours, theirs).

    `copied` is rapidfuzz's ratio from 0 to 1, 0 where it is under the mark for a copy. `similar` is
    how likely a careful reader would call the two the same, from what they share and what stands
    around them.
    """

    copied: Matrix
    similar: Matrix

    @property
    def strength(self) -> Matrix:
        """The better of the two; a copy goes before anything that is only similar."""
        return np.maximum(self.copied + (self.copied > 0), self.similar)


def evidence(own: Sequence[Told], other: Sequence[Told]) -> Evidence:
    """The evidence for every pair."""
    copied = _copied(own, other)
    return Evidence(copied, in_context(np.maximum(alone(features(own, other)), copied)))


def alone(found: NDArray[np.float32]) -> Matrix:
    """How likely each pair is by its own features, whatever stands around it."""
    weighed = found @ np.array([_DICE, _SHARED, _WITHIN, _FIGURES, _QUOTE], np.float32)
    return np.asarray(1 / (1 + np.exp(-(weighed + _BIAS))), np.float32)


def features(own: Sequence[Told], other: Sequence[Told]) -> NDArray[np.float32]:
    """What speaks for each pair (ours, theirs, 5), as the weights are fitted to it.

    Dice's coefficient of weighted words, the weight that is shared, the share of the smaller
    sentence that is in the other, figures shared, and how much alike what they quote is.
    """
    weight = _weights((*own, *other))
    mine, others = _totals(own, weight)[:, None], _totals(other, weight)
    shared = _shared(own, other, weight)
    figures = np.minimum(_figures(own, other), _MOST_FIGURES)
    dice, within = 2 * shared / (mine + others), shared / np.minimum(mine, others)
    found = (dice, shared, within, figures, _same_quote(own, other))
    return np.stack(found, axis=-1, dtype=np.float32)


def _copied(own: Sequence[Told], other: Sequence[Told]) -> Matrix:
    """The ratio of copies; of sentences of a few words, which chance makes alike, more is asked."""
    ratio = found_again([told.plain for told in own], [told.plain for told in other])
    short = np.minimum(_lengths(own)[:, None], _lengths(other)) < FEWEST_WORDS
    ratio[short & (ratio < _SHORT_COPY)] = 0
    return np.asarray(ratio * np.float32(0.01), np.float32)


def _lengths(sentences: Sequence[Told]) -> NDArray[np.int64]:
    return np.array([len(told.folded) for told in sentences], np.int64)


def _figures(own: Sequence[Told], other: Sequence[Told]) -> Matrix:
    """How many numbers each pair shares, those in words among them."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for j, others in enumerate(other):
        for number in others.numbers:
            having[number].append(j)
    found = [
        i * len(other) + j
        for i, mine in enumerate(own)
        for number in mine.numbers
        for j in having.get(number, ())
    ]
    shared = np.bincount(np.array(found, np.int64), minlength=len(own) * len(other))
    return shared.reshape(len(own), len(other)).astype(np.float32)


def _same_quote(own: Sequence[Told], other: Sequence[Told]) -> Matrix:
    """How much alike the quotations of a pair are, at best."""
    same = np.zeros((len(own), len(other)), np.float32)
    ours, mine = _quoted(own)
    theirs, others = _quoted(other)
    if mine and others:
        np.maximum.at(same, np.ix_(ours, theirs), _alike(mine, others))
    return same


def _alike(mine: Sequence[str], others: Sequence[str]) -> Matrix:
    """From 0 under the mark to 1; less where the shorter quotation has only a few words.

    A long quotation is held against each part of the other too: an outlet that cut it short, or
    split it, quotes the same.
    """
    from rapidfuzz import fuzz

    blanks = [np.array([quote.count(" ") for quote in each]) for each in (mine, others)]
    spaces = np.minimum.outer(*blanks)
    within = np.array([[one in other or other in one for other in others] for one in mine])
    alike = _ratio(mine, others, fuzz.ratio, _ALIKE_QUOTE)
    long = [np.flatnonzero(count > _TELLING_QUOTE).tolist() for count in blanks]
    if all(long):
        own, other = [mine[one] for one in long[0]], [others[one] for one in long[1]]
        part = _ratio(own, other, fuzz.partial_ratio, _ALIKE_PART)
        alike[np.ix_(*long)] = np.maximum(alike[np.ix_(*long)], part)
    alike = np.where(within, np.float32(1), alike)
    return np.asarray(alike * np.minimum(spaces, _TELLING_QUOTE) / _TELLING_QUOTE, np.float32)


def _ratio(
    mine: Sequence[str], others: Sequence[str], scorer: Callable[..., float], mark: int
) -> Matrix:
    """A ratio of rapidfuzz as its share of the way from a mark to 100."""
    from rapidfuzz import process

    found = process.cdist(mine, others, scorer=scorer, score_cutoff=mark, dtype=np.float32)
    return np.asarray(np.maximum(found - mark, 0) / (100 - mark), np.float32)


def _quoted(sentences: Sequence[Told]) -> tuple[list[int], list[str]]:
    """All quotations as folded words between blanks, and the sentence that each is in."""
    found = [
        (number, f" {' '.join(quote.words)} ")
        for number, told in enumerate(sentences)
        for quote in told.quotations
    ]
    return [number for number, _ in found], [quote for _, quote in found]


def _weights(sentences: Sequence[Told]) -> dict[str, float]:
    """How much each word proves: by how few sentences have it, and by its kind.

    Figures of two digits or more count double; names tell whom a sentence is about, not what it
    says of them.
    """
    counts = Counter(chain.from_iterable(told.senses for told in sentences))
    small = small_senses(sentences)
    figures = {word for told in sentences for word in told.numbers if len(word) > _ONE_DIGIT}
    among = max(len(sentences), _FEWEST_SENTENCES) + 2
    rarity = {having: max(log(among / (having + 0.5)), 0.01) for having in set(counts.values())}
    return {
        word: rarity[having]
        * (_FIGURE_WEIGHT if word in figures else 1.0 if word in small else _NAME_WEIGHT)
        for word, having in counts.items()
    }


def _totals(sentences: Sequence[Told], weight: dict[str, float]) -> Matrix:
    """What each sentence weighs, without who is quoted in it."""
    totals = (sum(map(weight.__getitem__, told.senses - told.speaker)) for told in sentences)
    return np.maximum(np.fromiter(totals, np.float32, len(sentences)), _NOTHING)


def _shared(own: Sequence[Told], other: Sequence[Told], weight: dict[str, float]) -> Matrix:
    """The weight of the words that each pair shares; in parts so small that BLAS needs no threads.

    Threads cost more than such a product, and far more where all cores are busy.
    """
    both = set().union(*(told.senses for told in own))
    both &= set().union(*(told.senses for told in other))
    columns = {word: column for column, word in enumerate(both)}
    weights = np.fromiter(map(weight.__getitem__, both), np.float32, len(both))
    ours, theirs = _incidence(own, both, columns) * weights, _incidence(other, both, columns).T
    rows = max(1, _ONE_THREAD // max(1, theirs.size))
    parts = [ours[start : start + rows] @ theirs for start in range(0, len(own), rows)]
    return np.concatenate(parts)


def _incidence(
    sentences: Sequence[Told], words: AbstractSet[str], columns: Mapping[str, int]
) -> Matrix:
    """Which of some words each sentence has, without who is quoted in it (sentences, words)."""
    having = [words & (told.senses - told.speaker) for told in sentences]
    found = np.zeros((len(sentences), len(columns)), np.float32)
    rows = np.repeat(np.arange(len(sentences)), list(map(len, having)))
    found[rows, list(map(columns.__getitem__, chain.from_iterable(having)))] = 1
    return found
