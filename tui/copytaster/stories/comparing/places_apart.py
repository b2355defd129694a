"""Places that differ where two sentences are worded alike: in Borki, in Orlino; north, south of it.

A town and the land that it is in do not contradict each other, nor do two names of which either
article has the other's as well: a place counts where the other article never names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytaster.stories.comparing.bearings import opposite
from copytaster.stories.comparing.folding import Word
from copytaster.stories.comparing.lands import size_of
from copytaster.stories.comparing.names_apart import is_headline, is_name, one_and_the_same
from copytaster.stories.comparing.place_names import PlaceName, place_name
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.side_by_side import Gap, Span, gaps
from copytaster.stories.comparing.telling import Told

_ELSE_ALIKE, _OF_ONE_KIND_ALIKE = 85, 70
_ONE_SPELLING = 70
_FEWEST_LETTERS = 4
_ENDING = 2


def places_apart(ours: Side, theirs: Side, i: int, j: int) -> Iterator[tuple[str, str]]:
    """Places told of in one place of two sentences worded alike, `i` of ours, `j` of theirs."""
    own, other = ours.told[i], theirs.told[j]
    if ours.language != "en" or is_headline(own) or is_headline(other):
        return
    for gap in gaps(own, other):
        spans = _bearings(own, other, gap) or _places(ours, theirs, own, other, gap)
        if spans is not None:
            yield own.text[slice(*spans[0])], other.text[slice(*spans[1])]


def _bearings(own: Told, other: Told, gap: Gap) -> tuple[Span, Span] | None:
    """Where one says north of it and the other south, and neither says both."""
    a, b = own.words()[slice(*gap.ours)], other.words()[slice(*gap.theirs)]
    if not (len(a) == len(b) == 1 and opposite(a[0], b[0])):
        return None
    moved = a[0].folded in other.folded or b[0].folded in own.folded
    if moved or _else_alike(own, other, gap) < _ELSE_ALIKE:
        return None
    return _span(a), _span(b)


def _places(ours: Side, theirs: Side, own: Told, other: Told, gap: Gap) -> tuple[Span, Span] | None:
    """Where two names are told of as places in the same way, and cannot be one."""
    a, b = place_name(own.words(), gap.ours), place_name(other.words(), gap.theirs)
    if a is None or b is None or not _are_names(a, b, ours, theirs) or not exclusive(a, b):
        return None
    alike = _OF_ONE_KIND_ALIKE if a.kind and b.kind else _ELSE_ALIKE
    if _else_alike(own, other, gap) < alike or _named(a, theirs) or _named(b, ours):
        return None
    return _span(a.words), _span(b.words)


def _are_names(a: PlaceName, b: PlaceName, ours: Side, theirs: Side) -> bool:
    """Whether both are names, of which a part may be any word: Port Lisse."""
    small = ours.small | theirs.small
    named = all(
        is_name([word for word in place.words if word.folded not in small], frozenset())
        for place in (a, b)
    )
    return named and not one_and_the_same(a.words, b.words)


def exclusive(a: PlaceName, b: PlaceName) -> bool:
    """Whether what is in, or near, one of two places cannot be so of the other as well."""
    return a.comparable(b) and two_places(_folded(a.words), _folded(b.words))


def two_places(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names, as folded words, are not two spellings, nor known as land and a part."""
    from rapidfuzz import fuzz

    return size_of(a) == size_of(b) and fuzz.ratio(" ".join(a), " ".join(b)) < _ONE_SPELLING


def _named(place: PlaceName, side: Side) -> bool:
    """Whether an article has a name, in its dateline too, or what comes from there: Kenyan."""
    written = " ".join(_folded(place.words))
    stems = tuple(
        word.folded[: max(_FEWEST_LETTERS, len(word.folded) - _ENDING)]
        for word in place.words
        if len(word.folded) >= _FEWEST_LETTERS
    )
    return any(
        written in told.plain
        or written in told.text.casefold()
        or any(word.startswith(stems) for word in told.capital)
        for told in side.told
    )


def _else_alike(own: Told, other: Told, gap: Gap) -> float:
    """How much alike two sentences are but for a gap, from 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(_without(own, gap.ours), _without(other, gap.theirs))


def _without(told: Told, span: Span) -> str:
    return " ".join((*told.folded[: span[0]], *told.folded[span[1] :]))


def _folded(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in words)


def _span(words: Sequence[Word]) -> Span:
    return words[0].start, words[-1].end
