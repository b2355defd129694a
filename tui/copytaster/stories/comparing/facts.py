"""What can be checked in one sentence: its figures, its dates and times, its quotations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TypeAlias

from copytaster.stories.comparing.amounts import A_DIGIT
from copytaster.stories.comparing.figures import Figure, figures
from copytaster.stories.comparing.folding import dateline_end, folded_word
from copytaster.stories.comparing.measures import tells_of_people_harmed
from copytaster.stories.comparing.moments import MONTHS, WEEKDAYS, Moment, moments
from copytaster.stories.comparing.numerals import SCALES, small_numbers
from copytaster.stories.comparing.quotations import Quotation
from copytaster.stories.comparing.telling import Told

Span = tuple[int, int]
_Read: TypeAlias = tuple[tuple[Figure, ...], tuple[Moment, ...]]
_KEPT = 4_096
_MUCH = 10


class Facts:
    """The facts of one sentence, in order; its dateline is no part of them.

    Figures and moments are read when they are asked for: not all sentences of two articles are ever
    held against each other.
    """

    def __init__(self, told: Told, language: str | None = None) -> None:
        self._told, self._language = told, language
        self._has_digits = A_DIGIT.search(told.text) is not None
        self._read: _Read | None = None

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """What it quotes."""
        return self._told.quotations

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures."""
        return self._found()[0]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Its dates and times."""
        return self._found()[1]

    def figures_within(self, span: Span) -> list[Figure]:
        """The figures that touch a span of the sentence."""
        return [one for one in self.figures if one.start < span[1] and span[0] < one.end]

    def moments_within(self, span: Span) -> list[Moment]:
        """The dates and times that touch a span of the sentence."""
        return [one for one in self.moments if one.start < span[1] and span[0] < one.end]

    def count(self, key: str) -> int:
        """How many figures are about this unit, noun or happening."""
        return sum(key in (one.concept, one.measure, one.counted) for one in self.figures)

    def may_count_much(self) -> bool:
        """Whether a figure of ten or more may be in it, without reading them."""
        return self._has_digits or not _counting(self._language, _MUCH).isdisjoint(
            self._told.folded
        )

    def may_count_harmed(self) -> bool:
        """Whether a figure may count dead, missing and so on, without reading them."""
        return tells_of_people_harmed(self._told.text)

    def _found(self) -> _Read:
        if self._read is None:
            self._read = self._reading()
        return self._read

    def _reading(self) -> _Read:
        """Most sentences have no number and no date, which their words tell."""
        told, language = self._told, self._language
        worded = not _counting(language).isdisjoint(told.folded)
        weekdays, months = (not names.isdisjoint(told.folded) for names in (WEEKDAYS, MONTHS))
        if not (self._has_digits or worded or weekdays or months):
            return (), ()
        return _read(told.text, language, self._has_digits, worded, weekdays, months)


@lru_cache(maxsize=_KEPT)
def _read(
    text: str, language: str | None, numbers: bool, worded: bool, weekdays: bool, months: bool
) -> _Read:
    """Figures and moments, kept for the next article that this one is compared with."""
    begin = dateline_end(text)
    named = moments(text, begin, weekdays=weekdays, months=months)
    if not (numbers or worded):
        return (), tuple(named)
    found = figures(text, language, named, worded=worded)
    counted = (one for one in found if one.start >= begin)
    return tuple(counted), tuple(named)


@cache
def _counting(language: str | None, least: int = 0) -> frozenset[str]:
    """The folded words of which one is in every number, from `least` on, that is written out."""
    small = small_numbers(language).items()
    words: Iterable[str] = (word for word, value in small if value >= least)
    return frozenset(map(folded_word, (*words, *SCALES)))
