"""What does not agree between two articles: figures, dates, names, places, quotes.

Few alarms, and nearly all of them right: one that is wrong half the time is turned off for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from copytaster.stories.comparing.alignment import Aligned
from copytaster.stories.comparing.figures_apart import (
    only_ones,
    same_subject,
    swapped_figures,
    tolls,
)
from copytaster.stories.comparing.folding import folded_words
from copytaster.stories.comparing.names_apart import swapped_names
from copytaster.stories.comparing.place_names import known_as_places, place_name
from copytaster.stories.comparing.places_apart import exclusive, places_apart, two_places
from copytaster.stories.comparing.quotes_apart import differing_quotes
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.side_by_side import Swap, swaps
from copytaster.stories.sentences import COPIED


class Matter(StrEnum):
    """What a difference is about."""

    NUMBER = "number"
    QUOTE = "quote"
    NAME = "name"
    PLACE = "place"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two wordings that do not agree, each with the number (from 0) of its sentence."""

    matter: Matter
    ours: str
    theirs: str
    our_sentence: int
    their_sentence: int


def differences(ours: Side, theirs: Side, aligned: Sequence[Aligned]) -> list[Difference]:
    """All differences, in the order of our sentences, each pair of wordings once."""
    found: dict[tuple[Matter, str, str], Difference] = {}
    for one in _all(ours, theirs, aligned):
        found.setdefault((one.matter, one.ours.casefold(), one.theirs.casefold()), one)
    told = [one for one in found.values() if not _told_already(one, found.values())]
    return sorted(told, key=lambda one: (one.our_sentence, one.their_sentence))


def _told_already(quote: Difference, found: Iterable[Difference]) -> bool:
    """Whether two quotes only differ by a figure, a date or a name that is reported itself."""
    return quote.matter is Matter.QUOTE and any(
        one.matter is not Matter.QUOTE
        and one.our_sentence == quote.our_sentence
        and one.their_sentence == quote.their_sentence
        and quote.ours.replace(one.ours, one.theirs) == quote.theirs
        for one in found
    )


def _all(ours: Side, theirs: Side, aligned: Sequence[Aligned]) -> Iterator[Difference]:
    for pair in aligned:
        for i in pair.ours:
            for j in pair.theirs:
                yield from _of_pair(ours, theirs, i, j)
    if aligned:
        for i, a, j, b in chain(tolls(ours, theirs), only_ones(ours, theirs)):
            yield Difference(Matter.NUMBER, a.text, b.text, i, j)


def _of_pair(ours: Side, theirs: Side, i: int, j: int) -> Iterator[Difference]:
    if ours.told[i].text == theirs.told[j].text:
        return
    for a, b in same_subject(ours, theirs, i, j):
        yield Difference(Matter.NUMBER, a.text, b.text, i, j)
    for quote, version in _quotes(ours, theirs, i, j):
        yield Difference(Matter.QUOTE, quote, version, i, j)
    if _worded_alike(ours, theirs, i, j):
        side_by_side = list(swaps(ours.told[i], theirs.told[j]))
        yield from _of_copies(side_by_side, ours, theirs, i, j)


def _of_copies(
    side_by_side: Sequence[Swap], ours: Side, theirs: Side, i: int, j: int
) -> Iterator[Difference]:
    """What stands in the same place of two sentences that are otherwise worded alike."""
    for a, b in swapped_figures(side_by_side, ours.facts[i], theirs.facts[j]):
        yield Difference(Matter.NUMBER, a.text, b.text, i, j)
    for swap in side_by_side:
        yield from _moments(swap, ours, theirs, i, j)
    yield from _places_and_names(side_by_side, ours, theirs, i, j)


def _places_and_names(
    side_by_side: Sequence[Swap], ours: Side, theirs: Side, i: int, j: int
) -> Iterator[Difference]:
    places = list(places_apart(ours, theirs, i, j))
    for place, other in places:
        yield Difference(Matter.PLACE, place, other, i, j)
    for swap in swapped_names(side_by_side, ours, theirs, i, j):
        name = ours.told[i].text[slice(*swap.our_span)]
        other = theirs.told[j].text[slice(*swap.their_span)]
        matter = _matter_of_names(swap, name, other, ours, theirs, i, j)
        if matter and (name, other) not in places:
            yield Difference(matter, name, other, i, j)


def _matter_of_names(
    swap: Swap, name: str, other: str, ours: Side, theirs: Side, i: int, j: int
) -> Matter | None:
    """Whether two names are places; None if one may be a spelling of the other, or lie in it."""
    a = place_name(ours.told[i].words(), swap.gap.ours)
    b = place_name(theirs.told[j].words(), swap.gap.theirs)
    if a and b:
        return Matter.PLACE if exclusive(a, b) else None
    if not known_as_places((name, other), ours.told, theirs.told):
        return Matter.NAME
    return Matter.PLACE if two_places(folded_words(name), folded_words(other)) else None


def _worded_alike(ours: Side, theirs: Side, i: int, j: int) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(ours.told[i].plain, theirs.told[j].plain) >= COPIED


def _quotes(ours: Side, theirs: Side, i: int, j: int) -> Iterator[tuple[str, str]]:
    if ours.facts[i].quotations and theirs.facts[j].quotations:
        yield from differing_quotes(ours.quoting(i), theirs.quoting(j))


def _moments(swap: Swap, ours: Side, theirs: Side, i: int, j: int) -> Iterator[Difference]:
    a = ours.facts[i].moments_within(swap.our_span)
    b = theirs.facts[j].moments_within(swap.their_span)
    told_on = ours.told_on or theirs.told_on
    if len(a) == len(b) == 1 and not a[0].agrees(b[0], told_on):
        yield Difference(Matter.DATE, a[0].text, b[0].text, i, j)
