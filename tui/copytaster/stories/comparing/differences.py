"""What does not agree between two articles: figures, dates, names and quotes.

Two ways lead to a difference. In sentences that are worded alike, what stands in one place is laid
side by side. Elsewhere two figures must be about the same thing, by unit, noun or what happened
(four dead, five dead), and neither article may have the other's figure as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from copytaster.stories.comparing.alignment import Aligned
from copytaster.stories.comparing.facts import Facts, facts_of
from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.names_apart import differing_names
from copytaster.stories.comparing.quotations import Quotation
from copytaster.stories.comparing.quotes_apart import differing_quotes
from copytaster.stories.comparing.side_by_side import Swap, swaps
from copytaster.stories.comparing.telling import Told


class Matter(StrEnum):
    """What a difference is about."""

    NUMBER = "number"
    QUOTE = "quote"
    NAME = "name"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two wordings that do not agree, each with the number (from 0) of its sentence."""

    matter: Matter
    ours: str
    theirs: str
    our_sentence: int
    their_sentence: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two articles: its sentences and the facts of each."""

    told: Sequence[Told]
    facts: Sequence[Facts]
    small: frozenset[str]

    @classmethod
    def of(cls, told: Sequence[Told], language: str | None) -> Side:
        """The side of these sentences."""
        facts = [facts_of(sentence.text, language) for sentence in told]
        small = {word.folded for one in told for word in one.words if not word.capital}
        return cls(told, facts, frozenset(small))

    def quotes_after(self, number: int) -> tuple[Quotation, ...]:
        """The quotations of the next sentence."""
        return self.facts[number + 1].quotations if number + 1 < len(self.facts) else ()

    def has(self, figure: Figure, key: str) -> bool:
        """Whether a figure that agrees with this one, and may be about the same, is anywhere."""
        return any(
            one.agrees(figure) and (about(one) in (key, None))
            for f in self.facts
            for one in f.figures
        )


def about(figure: Figure) -> str | None:
    """What a figure is about, as far as the words beside it say."""
    return figure.concept or figure.measure or figure.counted


def differences(ours: Side, theirs: Side, aligned: Sequence[Aligned]) -> list[Difference]:
    """All differences, in the order of our sentences, each pair of wordings once."""
    found: dict[tuple[Matter, str, str], Difference] = {}
    for one in _all(ours, theirs, aligned):
        found.setdefault((one.matter, one.ours.casefold(), one.theirs.casefold()), one)
    return sorted(found.values(), key=lambda one: (one.our_sentence, one.their_sentence))


def _all(ours: Side, theirs: Side, aligned: Sequence[Aligned]) -> Iterator[Difference]:
    for pair in aligned:
        for i in pair.ours:
            for j in pair.theirs:
                yield from _of_pair(ours, theirs, i, j)
    yield from _tolls(ours, theirs, aligned)


def _of_pair(ours: Side, theirs: Side, i: int, j: int) -> Iterator[Difference]:
    side_by_side = list(swaps(ours.told[i], theirs.told[j]))
    for a, b in _swapped_figures(side_by_side, ours.facts[i], theirs.facts[j]):
        yield Difference(Matter.NUMBER, a.text, b.text, i, j)
    for a, b in _same_subject(ours, theirs, i, j):
        yield Difference(Matter.NUMBER, a.text, b.text, i, j)
    for swap in side_by_side:
        yield from _moments(swap, ours.facts[i], theirs.facts[j], i, j)
    small = ours.small | theirs.small
    for name, other in differing_names(side_by_side, ours.told[i], theirs.told[j], small):
        yield Difference(Matter.NAME, name, other, i, j)
    yield from _quotes(ours, theirs, i, j)


def _quotes(ours: Side, theirs: Side, i: int, j: int) -> Iterator[Difference]:
    mine, other = ours.facts[i].quotations, theirs.facts[j].quotations
    if mine and other:
        nexts = ours.quotes_after(i), theirs.quotes_after(j)
        for quote, version in differing_quotes(mine, other, *nexts):
            yield Difference(Matter.QUOTE, quote, version, i, j)


def _swapped_figures(
    side_by_side: Sequence[Swap], ours: Facts, theirs: Facts
) -> Iterator[tuple[Figure, Figure]]:
    """Figures that stand in the same place of two sentences."""
    for swap in side_by_side:
        a, b = ours.figures_within(swap.ours), theirs.figures_within(swap.theirs)
        if len(a) == len(b) == 1 and not a[0].agrees(b[0]) and _comparable(a[0], b[0]):
            yield a[0], b[0]


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether nothing says that the two are about different things."""
    if a.measure or b.measure:
        return a.measure == b.measure or not (a.measure and b.measure)
    return a.concept == b.concept or not (a.concept and b.concept)


def _same_subject(ours: Side, theirs: Side, i: int, j: int) -> Iterator[tuple[Figure, Figure]]:
    """Figures about the same thing, the only ones of theirs, that neither article has as well."""
    for a in ours.facts[i].figures:
        key = about(a)
        if key is None or ours.facts[i].count(key) != 1 or theirs.facts[j].count(key) != 1:
            continue
        b = next(figure for figure in theirs.facts[j].figures if about(figure) == key)
        if not a.agrees(b) and not theirs.has(a, key) and not ours.has(b, key):
            yield a, b


def _moments(swap: Swap, ours: Facts, theirs: Facts, i: int, j: int) -> Iterator[Difference]:
    """Dates and times that stand in the same place of two sentences."""
    a, b = ours.moments_within(swap.ours), theirs.moments_within(swap.theirs)
    if len(a) == len(b) == 1 and not a[0].agrees(b[0]):
        yield Difference(Matter.DATE, a[0].text, b[0].text, i, j)


def _tolls(ours: Side, theirs: Side, aligned: Sequence[Aligned]) -> Iterator[Difference]:
    """The highest count of dead, missing and so on, where the two articles tell one story."""
    if not aligned:
        return
    a, b = _highest(ours), _highest(theirs)
    for concept in a.keys() & b.keys():
        (i, mine), (j, other) = a[concept], b[concept]
        if not mine.agrees(other) and not (theirs.has(mine, concept) or ours.has(other, concept)):
            yield Difference(Matter.NUMBER, mine.text, other.text, i, j)


def _highest(side: Side) -> dict[str, tuple[int, Figure]]:
    highest: dict[str, tuple[int, Figure]] = {}
    for number, facts in enumerate(side.facts):
        for figure in facts.figures:
            if figure.concept and not figure.measure:
                known = highest.get(figure.concept)
                if known is None or figure.value > known[1].value:
                    highest[figure.concept] = number, figure
    return highest
