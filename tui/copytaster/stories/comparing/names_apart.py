"""Names that differ where two sentences are worded alike otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from copytaster.stories.comparing.folding import Word, all_capital
from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.comparing.moments import CALENDAR
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.side_by_side import Swap
from copytaster.stories.comparing.telling import Told

_LONGEST_NAME = 3
_LONGEST_ACRONYM = 4
_SAME_BEGINNING = 4
_HEADLINE_WORDS = 4
_FORMS_OF_ADDRESS = """
mr mrs ms miss dr prof sir president prime minister sen rep gov general chancellor king queen pope
judge captain father reverend sister brother us uk eu un british american russian
"""
_TITLES = frozenset(_FORMS_OF_ADDRESS.split())


def swapped_names(
    side_by_side: Sequence[Swap], ours: Side, theirs: Side, i: int, j: int
) -> Iterator[Swap]:
    """Names in one place of two sentences, `i` of ours and `j` of theirs, that are worded alike."""
    for swap in _swapped(side_by_side, ours, theirs, i, j):
        if _follows_a_name(ours.told[i], swap) or not _is_one_person(swap, ours, theirs):
            yield swap


def _follows_a_name(told: Told, swap: Swap) -> bool:
    """Whether the word before is a name as well, so that this is a part of a longer one."""
    before = told.text[: swap.our_span[0]].split()
    return len(before) > 1 and before[-1][0].isupper() and before[-1].casefold() not in _TITLES


def _is_one_person(swap: Swap, ours: Side, theirs: Side) -> bool:
    """Whether both names stand together somewhere, as the first and the last name of somebody."""
    a, b = swap.ours, swap.theirs
    full = {(a[-1].folded, b[0].folded), (b[-1].folded, a[0].folded)}
    return any(
        not full.isdisjoint(pairwise(told.folded))
        for told in chain(ours.told, theirs.told)
        if a[-1].folded in told.folded
    )


def _swapped(
    side_by_side: Sequence[Swap], our_side: Side, their_side: Side, i: int, j: int
) -> Iterator[Swap]:
    """Names in one place; words that an article ever writes small are none."""
    ours, theirs = our_side.told[i], their_side.told[j]
    anchored = [swap for swap in side_by_side if swap.anchored]
    if not anchored or is_headline(ours) or is_headline(theirs):
        return
    small = our_side.small | their_side.small
    for swap in anchored:
        a, b = swap.ours, swap.theirs
        if not (is_name(a, small) and is_name(b, small)):
            continue
        if not (one_and_the_same(a, b) or _elsewhere(a, theirs) or _elsewhere(b, ours)):
            yield swap


def is_headline(told: Told) -> bool:
    """Whether every word of a sentence has a capital, as in headlines, where it makes no name."""
    return all_capital(told.written, _HEADLINE_WORDS)


def is_name(words: Sequence[Word], small: frozenset[str]) -> bool:
    """Whether some words are all capitals, no titles or days, and never written small."""
    if not 1 <= len(words) <= _LONGEST_NAME:
        return False
    if any(word.folded in small or word.folded in CALENDAR for word in words):
        return False
    return all(word.capital and word.folded not in _TITLES | FUNCTION_WORDS for word in words)


def one_and_the_same(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether two names share a part or the beginning of one, or one is the other's initials."""
    if any(_begin_alike(one.folded, other.folded) for one in a for other in b):
        return True
    one, other = _run_together(a), _run_together(b)
    return one in other or other in one or _stands_for(one, b) or _stands_for(other, a)


def _begin_alike(one: str, other: str) -> bool:
    return one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]


def _stands_for(short: str, words: Sequence[Word]) -> bool:
    """Whether a short name may be the initials of another, or of more of it than stands here."""
    initials = "".join(word.folded[0] for word in words)
    return len(short) <= _LONGEST_ACRONYM and initials in short


def _run_together(words: Sequence[Word]) -> str:
    return "".join(word.folded for word in words)


def _elsewhere(name: Sequence[Word], sentence: Told) -> bool:
    """Whether the other sentence has the name as well, in another place."""
    return all(word.folded in sentence.folded for word in name)
