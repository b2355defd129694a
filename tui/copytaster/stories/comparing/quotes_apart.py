"""Quotations that are one quotation in different words, or of which one breaks off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytaster.stories.comparing.folding import stem
from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.comparing.quotations import Quotation, shared_run

_ALIKE = 50
_SPELLED_ALIKE = 0.9
_FEWEST_WORDS = 4
_NEARLY_AS_LONG = 0.6
_CUT_WORDS = 3
_SHARED_WORDS = 5


def differing_quotes(
    ours: Sequence[Quotation],
    theirs: Sequence[Quotation],
    our_next: Sequence[Quotation],
    their_next: Sequence[Quotation],
) -> Iterator[tuple[str, str]]:
    """Quotations of two sentences that do not agree; those of the next sentences go on from them.

    Each is held against the one that is most like it.
    """
    for mine in ours:
        other = max(theirs, key=lambda quote: _ratio(mine, quote), default=None)
        if other is not None and (
            _reworded(mine, other)
            or _cut_short(mine, other, their_next)
            or _cut_short(other, mine, our_next)
        ):
            yield mine.text, other.text


def _ratio(a: Quotation, b: Quotation) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(a.words), " ".join(b.words))


def _reworded(a: Quotation, b: Quotation) -> bool:
    """Whether two quotes of much the same words differ in a word that carries meaning."""
    shorter, longer = sorted((len(a.words), len(b.words)))
    if "".join(a.words) == "".join(b.words):
        return False
    if shorter < _FEWEST_WORDS or shorter < _NEARLY_AS_LONG * longer or _ratio(a, b) < _ALIKE:
        return False
    mine, other = set(map(stem, a.words)), set(map(stem, b.words))
    if len(mine & other) < 2:
        return False
    return _has_more(mine - other, other - mine) or _has_more(other - mine, mine - other)


def _has_more(words: set[str], others: set[str]) -> bool:
    """Whether one of the words carries meaning and is no spelling of one of the others."""
    from rapidfuzz.distance import JaroWinkler

    return any(
        word not in FUNCTION_WORDS
        and not any(JaroWinkler.similarity(word, other) >= _SPELLED_ALIKE for other in others)
        for word in words
    )


def _cut_short(whole: Quotation, part: Quotation, after: Sequence[Quotation]) -> bool:
    """Whether a quote ends where the other goes on, and the next sentence has not the rest."""
    if not (part.opened and part.closed) or len(part.words) + _CUT_WORDS > len(whole.words):
        return False
    run = shared_run(whole.words, part.words)
    if run < _SHARED_WORDS or run < len(part.words) - 1:
        return False
    rest = set(whole.words) - set(part.words)
    return not any(len(rest & set(quote.words)) >= 2 for quote in after)
