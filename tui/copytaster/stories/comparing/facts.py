"""What can be checked in one sentence: its figures, its dates and times, its quotations."""

from __future__ import annotations

from dataclasses import dataclass

from copytaster.stories.comparing.figures import Figure, figures
from copytaster.stories.comparing.folding import dateline_end
from copytaster.stories.comparing.moments import Moment, moments
from copytaster.stories.comparing.quotations import Quotation, quotations

Span = tuple[int, int]


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


def facts_of(sentence: str, language: str | None = None) -> Facts:
    """The facts of a sentence."""
    begin = dateline_end(sentence)
    named = moments(sentence, begin)
    counted = [one for one in figures(sentence, language, named) if one.start >= begin]
    return Facts(tuple(counted), tuple(named), tuple(quotations(sentence)))
