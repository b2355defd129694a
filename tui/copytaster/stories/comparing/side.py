"""One of two articles that are compared: its sentences and what can be checked in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.facts import Facts, facts_of
from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.quotations import Quotation
from copytaster.stories.comparing.telling import Told, small_words

_TELLING = 10
"""A figure from here on is hardly ever there twice by chance."""


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one article with their facts, and the words it ever writes `small`."""

    told: Sequence[Told]
    facts: Sequence[Facts]
    small: frozenset[str]

    @classmethod
    def of(cls, told: Sequence[Told], language: str | None) -> Side:
        """The side of these sentences."""
        facts = [facts_of(sentence, language) for sentence in told]
        return cls(told, facts, small_words(told))

    def quotes_after(self, number: int) -> tuple[Quotation, ...]:
        """The quotations of the next sentence."""
        return self.facts[number + 1].quotations if number + 1 < len(self.facts) else ()

    def has(self, figure: Figure, subject: str) -> bool:
        """Whether the figure is anywhere: one that agrees and may be of its subject, or itself."""
        return any(
            (one.agrees(figure) and one.subject in (subject, None))
            or (one.value == figure.value >= _TELLING)
            for facts in self.facts
            for one in facts.figures
        )
