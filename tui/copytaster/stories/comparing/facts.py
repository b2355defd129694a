"""What can be checked in one sentence: its figures, its dates and times, its quotations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from copytaster.stories.comparing.amounts import A_DIGIT
from copytaster.stories.comparing.figures import Figure, figures
from copytaster.stories.comparing.folding import dateline_end, folded_word
from copytaster.stories.comparing.moments import CALENDAR, Moment, moments
from copytaster.stories.comparing.numerals import SCALES, small_numbers
from copytaster.stories.comparing.quotations import Quotation
from copytaster.stories.comparing.telling import Told

Span = tuple[int, int]
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one sentence, in order; its dateline is no part of them."""

    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    quotations: tuple[Quotation, ...]

    def figures_within(self, span: Span) -> list[Figure]:
        """The figures that touch a span of the sentence."""
        return [one for one in self.figures if one.start < span[1] and span[0] < one.end]

    def moments_within(self, span: Span) -> list[Moment]:
        """The dates and times that touch a span of the sentence."""
        return [one for one in self.moments if one.start < span[1] and span[0] < one.end]

    def count(self, key: str) -> int:
        """How many figures are about this unit, noun or happening."""
        return sum(key in (one.concept, one.measure, one.counted) for one in self.figures)


def facts_of(told: Told, language: str | None = None) -> Facts:
    """The facts of a sentence; most have no number and no date, which their words tell."""
    numbers = A_DIGIT.search(told.text) is not None
    calendar = not CALENDAR.isdisjoint(told.folded)
    worded = not _counting(language).isdisjoint(told.folded)
    if not (numbers or worded or calendar):
        return Facts((), (), told.quotations)
    return Facts(*_read(told.text, language, numbers, worded, calendar), told.quotations)


@lru_cache(maxsize=_KEPT)
def _read(
    text: str, language: str | None, numbers: bool, worded: bool, calendar: bool
) -> tuple[tuple[Figure, ...], tuple[Moment, ...]]:
    """Figures and moments, kept for the next article that this one is compared with."""
    begin = dateline_end(text)
    named = moments(text, begin, calendar=calendar)
    if not (numbers or worded):
        return (), tuple(named)
    found = figures(text, language, named, worded=worded)
    counted = (one for one in found if one.start >= begin)
    return tuple(counted), tuple(named)


@cache
def _counting(language: str | None) -> frozenset[str]:
    """The folded words of which one is in every number that is written out."""
    return frozenset(map(folded_word, (*small_numbers(language), *SCALES)))
