"""Quotations that are one quotation in different words, or of which one breaks off."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.folding import FUNCTION_STEMS, STEM, all_capital, stem
from copytaster.stories.comparing.quotations import Quotation, shared_run

_SPELLED_ALIKE = 0.9
_FEWEST_WORDS = 6
_NEARLY_AS_LONG = 0.65
_SHARE = 0.6
_CUT_WORDS = 3
_SWAPPED_WORDS = 2
_IN_ORDER = 0.5
_SHARED_WORDS = 5
_SAME_START = 3
_TOLD_ELSEWHERE = 0.85
_HEADLINE_WORDS = 3
_HEADLINE = "headline"
_SAID_TO_BE_CHANGED = re.compile(r"[\[(…—]|\.\.\.|\. \.")


@dataclass(frozen=True, slots=True)
class Quoting:
    """What one sentence quotes, all its words, and what is quoted around it and next."""

    quotes: Sequence[Quotation]
    words: Container[str]
    around: Sequence[Quotation]
    after: Sequence[Quotation]

    def said(self) -> Iterator[Quotation]:
        """The quotes that are what somebody said, and no headline."""
        if _HEADLINE not in self.words:
            yield from (quote for quote in self.quotes if not _is_headline(quote))

    def tells(self, quote: Quotation, but: Quotation) -> bool:
        """Whether the article has the quote in another place, whole or nearly."""
        return any(
            _within(quote, other) or _ratio(quote, other) >= 100 * _TOLD_ELSEWHERE
            for other in self.around
            if other is not but
        )

    def quotes_all(self, words: Iterable[str], but: Quotation) -> bool:
        """Whether all of these stems are quoted around the sentence, if not in this quote."""
        quoted = {stem(word) for other in self.around if other is not but for word in other.words}
        return quoted.issuperset(words)


def differing_quotes(ours: Quoting, theirs: Quoting) -> Iterator[tuple[str, str]]:
    """Quotations of two sentences that do not agree, each held against the one most like it."""
    told = list(theirs.said())
    for mine in ours.said():
        other = max(told, key=lambda quote: _ratio(mine, quote), default=None)
        if other is None or theirs.tells(mine, other) or ours.tells(other, mine):
            continue
        if (
            _reworded(mine, other, ours, theirs)
            or _cut_short(mine, other, theirs)
            or _cut_short(other, mine, ours)
        ):
            yield mine.text, other.text


def _is_headline(quote: Quotation) -> bool:
    """Whether a quotation is written as headlines are, which shorten what they quote."""
    return all_capital(quote.text.split(), _HEADLINE_WORDS)


def _ratio(a: Quotation, b: Quotation) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(a.words), " ".join(b.words))


def _reworded(a: Quotation, b: Quotation, ours: Quoting, theirs: Quoting) -> bool:
    """Whether two quotes of much the same words have another word in the place of one.

    Brackets and dots say openly that words were changed or left out; one that begins earlier or
    ends later only quotes more, and so does one that goes on in the sentences around.
    """
    shorter, longer = sorted((len(a.words), len(b.words)))
    if shorter < _FEWEST_WORDS or shorter < _NEARLY_AS_LONG * longer:
        return False
    if _within(a, b) or _within(b, a) or _goes_on(a, b) or _goes_on(b, a):
        return False
    if _SAID_TO_BE_CHANGED.search(a.text) or _SAID_TO_BE_CHANGED.search(b.text):
        return False
    mine, other = set(map(stem, a.words)), set(map(stem, b.words))
    if not (_much_the_same(mine, other) or _one_word_apart(a, b)):
        return False
    if _in_order(a, b) < _IN_ORDER:
        return False
    if theirs.quotes_all(mine - other, b) and ours.quotes_all(other - mine, a):
        return False
    return any(
        _has_more(one, another) or _has_more(another, one)
        for one, another in _inside(a.words, b.words)
    )


def _much_the_same(mine: set[str], other: set[str]) -> bool:
    """Whether two quotes share most stems, and most of those that carry meaning."""
    bearing = mine - FUNCTION_STEMS, other - FUNCTION_STEMS
    return _dice(mine, other) >= _SHARE and _dice(*bearing) >= _SHARE


def _one_word_apart(a: Quotation, b: Quotation) -> bool:
    """Whether one word stands in the place of another, and all others are the same."""
    differ = (one != other for one, other in zip(a.words, b.words, strict=False))
    return len(a.words) == len(b.words) and sum(differ) == 1


def _in_order(a: Quotation, b: Quotation) -> float:
    """The share of words, from 0 to 1, that both have in one order."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(a.words, b.words) / max(len(a.words), len(b.words))


def _dice(mine: set[str], other: set[str]) -> float:
    return 2 * len(mine & other) / max(1, len(mine) + len(other))


def _inside(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[set[str], set[str]]]:
    """The stems of each that the other has not.

    What one has before or after all that they share is left out, unless it takes a word's place.
    """
    from rapidfuzz.distance import Levenshtein

    steps = list(Levenshtein.opcodes(a, b))
    shared = [place for place, step in enumerate(steps) if step.tag == "equal"]
    for place, step in enumerate(steps if shared else ()):
        swapped = step.tag == "replace" and step.src_end - step.src_start <= _SWAPPED_WORDS
        if step.tag != "equal" and (swapped or shared[0] < place < shared[-1]):
            mine, others = a[step.src_start : step.src_end], b[step.dest_start : step.dest_end]
            yield set(map(stem, mine)), set(map(stem, others))


def _within(part: Quotation, whole: Quotation) -> bool:
    """Whether all letters of one quote stand in the other in a row, however they are parted."""
    return "".join(part.words) in "".join(whole.words) or _letters(part) in _letters(whole)


def _letters(quote: Quotation) -> str:
    """Letters and figures as they are written: first-hand is firsthand, though first is 1st."""
    return "".join(filter(str.isalnum, quote.text.casefold()))


def _goes_on(first: Quotation, second: Quotation) -> bool:
    """Whether one quote begins with the words that the other ends with."""
    most = min(len(first.words), len(second.words))
    return any(
        first.words[-length:] == second.words[:length] for length in range(_SHARED_WORDS, most)
    )


def _has_more(words: set[str], others: set[str]) -> bool:
    """Whether one of the words carries meaning and is no spelling of one of the others."""
    return any(
        word not in FUNCTION_STEMS and not any(_one_word(word, other) for other in others)
        for word in words
    )


def _one_word(stem: str, other: str) -> bool:
    """Whether two stems are spelled nearly alike, or one whole one has a wrong letter in it."""
    from rapidfuzz.distance import JaroWinkler, Levenshtein

    if JaroWinkler.similarity(stem, other) >= _SPELLED_ALIKE:
        return True
    mistyped = len(stem) == len(other) == STEM and stem.isalpha() and stem[0] == other[0]
    return mistyped and Levenshtein.distance(stem, other, score_cutoff=1) <= 1


def _cut_short(whole: Quotation, part: Quotation, rest_of: Quoting) -> bool:
    """Whether two quotes begin alike and one breaks off, and its sentence or the next goes not on.

    A few words quoted from the middle are everyday practice and no cut.
    """
    if not (part.opened and part.closed) or len(part.words) + _CUT_WORDS > len(whole.words):
        return False
    if "[" in part.text and "[" not in whole.text:
        return False
    if part.words[:_SAME_START] != whole.words[:_SAME_START] or part.text.endswith(("…", "...")):
        return False
    run = shared_run(whole.words, part.words)
    if run < _SHARED_WORDS or run < len(part.words) - 1:
        return False
    rest = set(whole.words) - set(part.words)
    if all(word in rest_of.words for word in rest):
        return False
    return not any(len(rest & set(quote.words)) >= 2 for quote in rest_of.after)
