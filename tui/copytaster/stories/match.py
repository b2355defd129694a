"""How two articles belong together: the kind of their relation, and the reasons, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytaster.stories.index.document import Document
from copytaster.stories.items import near, versions
from copytaster.stories.likeness import Likeness, likeness_of
from copytaster.stories.reasons import Words, reasons_for
from copytaster.stories.standing import stands_alone

SAME_STORY = 0.5
REPEAT = "REPEAT"
"""The take of an item that is sent again as it was."""
_AT_MOST_BACKGROUND = 0.4999
_FOR_MORE_THAN_ITS_FORM = 1 / 3


class Kind(StrEnum):
    """What an article is to another: the same text, a version of it, or another's telling."""

    COPY = "copy"
    TAKE = "take"
    SAME_STORY = "same story"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Relation:
    """One related article: a score from 0 to 1 that means the same in every list, and why."""

    key: str
    score: float
    kind: Kind
    reasons: tuple[str, ...] = ()


def relation(own: Document, other: Document, score: float, words: Words) -> Relation:
    """The relation of two documents, with its reasons.

    A copy scores at least the share of its sentences that stand in the other, a take at least what
    makes it the same story. A digest or an advisory is never the same story as anything. Two items
    of one form are not either, and what they score is mostly for the form: a third of it counts.
    """
    likeness = likeness_of(own, other)
    kind = kind_of(own, other, score, likeness)
    if kind is Kind.COPY:
        score = max(score, likeness.share)
    elif kind is Kind.TAKE:
        score = max(score, SAME_STORY)
    elif likeness.one_form:
        kind, score = Kind.BACKGROUND, score * _FOR_MORE_THAN_ITS_FORM
    elif stands_alone(own) or stands_alone(other):
        kind, score = Kind.BACKGROUND, min(score, _AT_MOST_BACKGROUND)
    return Relation(other.key, score, kind, reasons_for(own, other, likeness, words))


def kind_of(own: Document, other: Document, score: float, likeness: Likeness) -> Kind:
    """The kind of the relation of two documents with this score."""
    if versions(own, other):
        return Kind.TAKE
    if likeness.copied:
        return Kind.TAKE if _of_one_house(own, other) else Kind.COPY
    return Kind.SAME_STORY if score >= SAME_STORY else Kind.BACKGROUND


def _of_one_house(own: Document, other: Document) -> bool:
    """Whether one is a house's update or correction of the other, most of which it repeats."""
    one_house = own.source is not None and own.source == other.source
    another_take = own.take != other.take and REPEAT not in (own.take, other.take)
    return one_house and another_take and near(own.day, other.day)
