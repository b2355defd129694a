"""How surely two sentences tell the same: copied wording, or shared rare words and figures.

Words weigh by how few sentences of the two articles have them, so that the names of the story,
which are everywhere in it, prove little; figures weigh double, names less than other words, and who
is quoted a fifth, for one speaker says many things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.comparing.telling import Told, small_stems
from copytaster.stories.sentences import FEWEST_WORDS, found_again

Matrix = NDArray[np.float32]

_SHORT_COPY = 85
_FIGURE_WEIGHT = 2.0
_NAME_WEIGHT = 0.7
_SPEAKER_WEIGHT = 0.2
_MOST_FIGURES = 2.0
# Logistic regression on the 17,000 sentence pairs of tests/corpus/pairs/alignment.tsv: Dice's
# coefficient, how far a pair stands out in its row and in its column, figures and words shared.
_QUOTE = 1.5
_DICE, _OUT_OF_ROW, _OUT_OF_COLUMN, _FIGURES, _WORDS, _BIAS = 10.1, 1.2, 2.2, 0.9, 1.9, -6.8


@dataclass(frozen=True, slots=True)
class Evidence:
    """All pairs of sentences of two articles; both matrices are (ours, theirs).

    `copied` is rapidfuzz's ratio from 0 to 1, 0 where it is under the mark for a copy. `similar` is
    how likely a careful reader would call the two the same, from what words and figures they share.
    """

    copied: Matrix
    similar: Matrix

    @property
    def strength(self) -> Matrix:
        """The better of the two; a copy goes before anything that is only similar."""
        return np.maximum(self.copied + (self.copied > 0), self.similar)


def evidence(own: Sequence[Told], other: Sequence[Told]) -> Evidence:
    """The evidence for every pair."""
    return Evidence(_copied(own, other), _similar(own, other))


def _copied(own: Sequence[Told], other: Sequence[Told]) -> Matrix:
    """The ratio of copies; of sentences of a few words, which chance makes alike, more is asked."""
    ratio = found_again([told.plain for told in own], [told.plain for told in other])
    short = np.minimum(_lengths(own)[:, None], _lengths(other)) < FEWEST_WORDS
    ratio[short & (ratio < _SHORT_COPY)] = 0
    return np.asarray(ratio * np.float32(0.01), np.float32)


def _lengths(sentences: Sequence[Told]) -> NDArray[np.int64]:
    return np.array([len(told.folded) for told in sentences], np.int64)


def _similar(own: Sequence[Told], other: Sequence[Told]) -> Matrix:
    counts = Counter(word for told in (*own, *other) for word in told.stems)
    columns = {word: column for column, word in enumerate(counts)}
    figures = np.fromiter(map(_is_figure, counts), np.float32, len(counts))
    weight = _rarity(counts, len(own) + len(other)) * np.where(figures, _FIGURE_WEIGHT, 1)
    weight *= _names(counts, (*own, *other))
    ours, theirs = _incidence(own, columns), _incidence(other, columns)
    has, others_have = (ours > 0).astype(np.float32), (theirs > 0).astype(np.float32)
    shared = np.asarray((ours * weight) @ theirs.T, np.float32)
    dice = _dice(shared, ours @ weight, theirs @ weight)
    shared_figures = np.minimum((has * figures) @ others_have.T, _MOST_FIGURES)
    likely = (
        _DICE * dice
        + _OUT_OF_ROW * (dice - _best_other(dice))
        + _OUT_OF_COLUMN * (dice - _best_other(dice.T).T)
        + _FIGURES * shared_figures
        + _WORDS * np.log1p(has @ others_have.T)
        + _QUOTE * _same_quote(own, other)
        + _BIAS
    )
    return np.asarray(1 / (1 + np.exp(-likely)), np.float32)


def _same_quote(own: Sequence[Told], other: Sequence[Told]) -> Matrix:
    """1 for every pair in which what one quotes stands in a quotation of the other, else 0."""
    same = np.zeros((len(own), len(other)), np.float32)
    ours, theirs = _quoted(own), _quoted(other)
    for i, mine in ours.items():
        for j, others in theirs.items():
            if any(one in quote or quote in one for one in mine for quote in others):
                same[i, j] = 1
    return same


def _quoted(sentences: Sequence[Told]) -> dict[int, list[str]]:
    """The quotations of each sentence that has some, as folded words between blanks."""
    return {
        number: [f" {' '.join(quote.words)} " for quote in told.quotations]
        for number, told in enumerate(sentences)
        if told.quotations
    }


def _rarity(counts: Counter[str], sentences: int) -> Matrix:
    """How much each word proves: the logarithm of how rare it is among all sentences."""
    having = np.fromiter(counts.values(), np.float32, len(counts))
    return np.log((sentences + 2) / (having + 0.5))


def _names(counts: Counter[str], sentences: Sequence[Told]) -> Matrix:
    """What names count for: they tell whom a sentence is about, not what it says of them."""
    small = small_stems(sentences)
    weights = (1.0 if word in small else _NAME_WEIGHT for word in counts)
    return np.fromiter(weights, np.float32, len(counts))


def _is_figure(word: str) -> bool:
    """Whether a word is a number of two digits or more; single digits are everywhere."""
    return len(word) > 1 and word[0].isdigit() and word[-1].isdigit()


def _incidence(sentences: Sequence[Told], columns: dict[str, int]) -> Matrix:
    found = np.zeros((len(sentences), len(columns)), np.float32)
    for row, told in enumerate(sentences):
        found[row, [columns[word] for word in told.stems]] = 1
        if told.speaker:
            found[row, [columns[word] for word in told.speaker]] = _SPEAKER_WEIGHT
    return found


def _dice(shared: Matrix, ours: Matrix, theirs: Matrix) -> Matrix:
    """Dice's coefficient of weighted words, from what is shared and what each sentence weighs."""
    whole = np.maximum(ours[:, None] + theirs, np.float32(1e-6))
    return np.asarray(2 * shared / whole, np.float32)


def _best_other(dice: Matrix) -> Matrix:
    """For every pair the best other pair of its row."""
    if dice.shape[1] < 2:
        return np.zeros_like(dice)
    second, first = np.partition(dice, -2, axis=1)[:, -2:].T
    best = dice == first[:, None]
    return np.asarray(np.where(best, second[:, None], first[:, None]), np.float32)
