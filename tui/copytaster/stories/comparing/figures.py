"""The figures of a sentence: value, bounds, measure and what they count.

Read in the forms of news copy: 4.1 per cent and 4,1 Prozent, 8.4 billion crowns, 10 to 15, 88 votes
to 85, more than 12,000, at least four. Dates and times are none of them (`moments`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.amounts import Amount, amounts
from copytaster.stories.comparing.measures import OTHERS, are_others, measure_of, what_happened
from copytaster.stories.comparing.moments import Moment

_HEDGES = {
    "least": "at least|no fewer than|not less than|a minimum of|mindestens|au moins|al menos",
    "more": "more than|over|above|upwards of|exceeding|mehr als|über|plus de|más de",
    "most": "up to|as much as|as many as|at most|no more than|a maximum of|bis zu|jusqu'à|hasta",
    "less": "fewer than|less than|under|below|nearly|almost|close to|weniger als|fast|knapp"
    "|moins de|près de|presque|menos de|casi",
    "about": "about|around|some|roughly|approximately|an estimated|something like|circa|ca.|ca|rund"
    "|etwa|ungefähr|environ|quelque|unos|unas|cerca de|perhaps",
}
_HEDGE_OF = {words: kind for kind, row in _HEDGES.items() for words in row.split("|")}
_ENDS = (*(words.split()[-1] for words in _HEDGE_OF), "a", "an")
"""What stands right before a figure with a hedge, which is quick to see."""
_RANGE = re.compile(r"\s?(?:[-–—]|to|or|bis|à|a)\s?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|y|et|und)\s", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|entre|zwischen)\s$", re.IGNORECASE)
_TALLY = re.compile(r"(?:\s(?:votes?|points?|goals?))?\s?(?:[-–]|to|against)\s?")
_TALLY_MEASURE = "tally"
_LONGEST_HEDGE = 32
_OF_THE_REST = re.compile(
    r"\b(?:(?:other|another|further|additional|remaining)|(?:half|third|quarter)s?\s(?:of\s)?the)\s$",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\S+")
_HALF = 0.499
_ABOUT, _AT_LEAST, _MORE = 0.05, 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a sentence.

    `low` and `high` are what it may be when its hedge is taken at its word; `measure` is a unit or
    a currency ("percent", "USD"), `counted` the stem of the noun behind it, `concept` what a count
    is about ("dead", "missing"), each None where there is none. `hedge` is what stands before it
    ("least", "about"). `start` and `end` are offsets.
    """

    text: str
    value: float
    low: float
    high: float
    hedge: str | None
    measure: str | None
    counted: str | None
    concept: str | None
    start: int
    end: int

    @property
    def subject(self) -> str | None:
        """What it is about, as far as the words beside it say."""
        return self.concept or self.measure or self.counted

    def _rounds(self, exact: Figure) -> bool:
        """Whether this is the other without its decimals: 1 percent for 1.1."""
        return self.value == round(exact.value) and self.value != 0

    def _may_be_under(self, other: Figure) -> bool:
        """Whether one says at least this much and the other at most that much more."""
        return (
            self.hedge in ("least", "more") and other.hedge == "most" and self.value < other.value
        )

    def agrees(self, other: Figure) -> bool:
        """Whether both may be true of one thing, by usual rounding and by what hedges they have."""
        if self.value == other.value or self._rounds(other) or other._rounds(self):
            return True
        if self.hedge == other.hedge == "least":
            return False
        if self._may_be_under(other) or other._may_be_under(self):
            return True
        return self.low <= other.value <= self.high or other.low <= self.value <= other.high


def figures(
    sentence: str,
    language: str | None = None,
    moments: Sequence[Moment] = (),
    *,
    worded: bool = True,
) -> list[Figure]:
    """The figures of a sentence in order; what lies in one of its `moments` is none.

    Without `worded` it is known that no number is written out in words.
    """
    read = sorted(amounts(sentence, language, worded=worded), key=lambda amount: amount.start)
    found: list[Figure] = []
    for first, last in _joined(sentence, [one for one in read if not _within(one, moments)]):
        figure = _figure(sentence, first, last, found[-1].hedge if found else None)
        if _counts(figure):
            found.append(figure)
    return found


def _within(amount: Amount, moments: Sequence[Moment]) -> bool:
    return any(one.start < amount.end and amount.start < one.end for one in moments)


def _joined(sentence: str, read: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """First and last number of each figure: two of a range or a tally, else one twice."""
    place = 0
    while place < len(read):
        first = last = read[place]
        if place + 1 < len(read) and _belong(sentence, first, read[place + 1]):
            place += 1
            last = read[place]
        yield first, last
        place += 1


def _belong(sentence: str, first: Amount, last: Amount) -> bool:
    between = sentence[first.end : last.start]
    if _RANGE.fullmatch(between) and first.value < last.value:
        return True
    if _AND.fullmatch(between):
        return (
            _BETWEEN.search(sentence, max(0, first.start - _LONGEST_HEDGE), first.start) is not None
        )
    return _is_tally(sentence, first, last)


def _is_tally(sentence: str, first: Amount, last: Amount) -> bool:
    """Whether it is the result of a vote or a match: 88 votes to 85, 5-4."""
    whole = first.value == int(first.value) and last.value == int(last.value)
    return (
        whole
        and last is not first
        and first.value >= last.value
        and _TALLY.fullmatch(sentence, first.end, last.start) is not None
    )


def _figure(sentence: str, first: Amount, last: Amount, hedge_before: str | None) -> Figure:
    """A figure; one in brackets is a conversion and has the hedge of the figure before it.

    “Another four” and “the other 28” are about nothing, for they are a part of something; so is
    that of which a part is told, “more than half of the 1.7 million”.
    """
    rest = (
        _OF_THE_REST.search(sentence, max(0, first.start - _LONGEST_HEDGE), first.start) is not None
    )
    measure, counted = (None, None) if rest else measure_of(sentence, last.end)
    start, hedge = _hedge(sentence, first.start)
    if sentence.endswith("(", 0, first.start):
        hedge = hedge_before
    tally = _is_tally(sentence, first, last)
    people = not (tally or rest or measure)
    concept = what_happened(sentence, first.start, last.end) if people else None
    if concept is None and are_others(sentence, last.end):
        measure, counted = OTHERS, None
    value, low, high = _result(first, last) if tally else _bounds(first, last, hedge)
    return Figure(
        text=sentence[start : last.end].strip(),
        value=value,
        low=low,
        high=high,
        hedge=hedge,
        measure=_TALLY_MEASURE if tally else first.currency or last.currency or measure,
        counted=counted,
        concept=concept,
        start=first.start,
        end=last.end,
    )


def _hedge(sentence: str, start: int) -> tuple[int, str | None]:
    """Where the figure begins with the hedge before it, and which kind of hedge it is."""
    if not sentence[max(0, start - _LONGEST_HEDGE) : start].rstrip().casefold().endswith(_ENDS):
        return start, None
    before = list(_WRITTEN.finditer(sentence, max(0, start - _LONGEST_HEDGE), start))
    if before and before[-1][0] in ("a", "an"):
        before.pop()
    for length in (3, 2, 1):
        last = before[-length:]
        words = " ".join(word[0] for word in last).casefold().replace("’", "'")
        if len(last) == length and words in _HEDGE_OF:
            return last[0].start(), _HEDGE_OF[words]
    return start, None


def _counts(figure: Figure) -> bool:
    """Whether it is a figure at all: *one* is, before a unit or of the dead, and no pronoun."""
    return figure.value != 1 or figure.text[-1:].isdigit() or bool(figure.measure or figure.concept)


def _result(first: Amount, last: Amount) -> tuple[float, float, float]:
    """A tally as one value, the same whoever is named first."""
    value = first.value + last.value / 1e6
    return value, value, value


def _bounds(first: Amount, last: Amount, hedge: str | None) -> tuple[float, float, float]:
    """The value, and what it may be: half its last digit to either side, more with a hedge."""
    scale = last.scale if first.scale == 1 and last.scale > first.value else 1.0
    low, high = first.value * scale, last.value
    value = (low + high) / 2
    below = above = _HALF * last.unit
    if hedge == "about":
        below = above = max(below, _ABOUT * high)
    elif hedge in ("more", "least"):
        above = max(above, (_MORE if hedge == "more" else _AT_LEAST) * high)
    elif hedge in ("less", "most"):
        below = max(below, _MORE * low)
    return value, min(low, high) - below, max(low, high) + above
