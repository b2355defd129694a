"""One of two articles that are compared: its sentences and what can be checked in each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.facts import Facts
from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.quotes_apart import Quoting
from copytaster.stories.comparing.telling import Told, small_words

_AROUND = 3
_TELLING = 10
"""A figure from here on is hardly ever there twice by chance."""


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one article with their facts, and what is known of the whole.

    `small` are the words that it ever writes small, `told_on` is its date.
    """

    told: Sequence[Told]
    facts: Sequence[Facts]
    small: frozenset[str]
    told_on: datetime.date | None = None
    language: str | None = None

    @classmethod
    def of(cls, told: Sequence[Told], language: str | None, day: int | None = None) -> Side:
        """The side of these sentences; `day` is the ordinal of the article's date."""
        facts = [Facts(sentence, language) for sentence in told]
        told_on = datetime.date.fromordinal(day) if day else None
        return cls(told, facts, small_words(told), told_on, language)

    def quoting(self, number: int) -> Quoting:
        """What a sentence quotes, and what those around it do."""
        near = self.facts[max(0, number - _AROUND) : number + _AROUND + 1]
        after = self.facts[number + 1 : number + 2]
        return Quoting(
            self.facts[number].quotations,
            self.told[number].folded,
            [quote for facts in near for quote in facts.quotations],
            [quote for facts in after for quote in facts.quotations],
        )

    def has(self, figure: Figure, subject: str) -> bool:
        """Whether the figure is anywhere: one that agrees and may be of its subject, or itself."""
        return any(
            (one.agrees(figure) and one.subject in (subject, None))
            or (one.value == figure.value >= _TELLING)
            for facts in self.facts
            for one in facts.figures
        )
