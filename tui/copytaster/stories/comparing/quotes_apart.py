"""Quotations that are one quotation in different words, or of which one breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copytaster.stories.comparing.folding import stem
from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.comparing.quotations import Quotation, shared_run

_SPELLED_ALIKE = 0.9
_FEWEST_WORDS = 4
_NEARLY_AS_LONG = 0.65
_SHARE = 0.6
_CUT_WORDS = 3
_SHARED_WORDS = 5
_SAME_START = 3
_SAID_TO_BE_CHANGED = re.compile(r"[\[(…—]|\.\.\.|\. \.")


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
    """Whether two quotes of much the same words differ in a word that carries meaning.

    Brackets and dots say openly that words were changed or left out, and one quote within the other
    is only shorter.
    """
    shorter, longer = sorted((len(a.words), len(b.words)))
    if shorter < _FEWEST_WORDS or shorter < _NEARLY_AS_LONG * longer:
        return False
    if _within(a, b) or _within(b, a):
        return False
    if _SAID_TO_BE_CHANGED.search(a.text) or _SAID_TO_BE_CHANGED.search(b.text):
        return False
    mine, other = set(map(stem, a.words)), set(map(stem, b.words))
    if 2 * len(mine & other) < _SHARE * (len(mine) + len(other)):
        return False
    return _has_more(mine - other, other - mine) or _has_more(other - mine, mine - other)


def _within(part: Quotation, whole: Quotation) -> bool:
    """Whether all letters of one quote stand in the other in a row, however they are parted."""
    return "".join(part.words) in "".join(whole.words)


def _has_more(words: set[str], others: set[str]) -> bool:
    """Whether one of the words carries meaning and is no spelling of one of the others."""
    from rapidfuzz.distance import JaroWinkler

    return any(
        word not in FUNCTION_WORDS
        and not any(JaroWinkler.similarity(word, other) >= _SPELLED_ALIKE for other in others)
        for word in words
    )


def _cut_short(whole: Quotation, part: Quotation, after: Sequence[Quotation]) -> bool:
    """Whether two quotes begin alike and one breaks off, and the next sentence has not the rest.

    A few words quoted from the middle are everyday practice and no cut.
    """
    if not (part.opened and part.closed) or len(part.words) + _CUT_WORDS > len(whole.words):
        return False
    if part.words[:_SAME_START] != whole.words[:_SAME_START] or part.text.endswith(("…", "...")):
        return False
    run = shared_run(whole.words, part.words)
    if run < _SHARED_WORDS or run < len(part.words) - 1:
        return False
    rest = set(whole.words) - set(part.words)
    return not any(len(rest & set(quote.words)) >= 2 for quote in after)
