"""The figures of a sentence: value, bounds, measure and what they count.

Read in the forms of news copy: 12,000 and 12 000, 4.1 per cent and 4,1 Prozent, $200m, 8.4 billion
crowns, eleven, 10 to 15, more than 12,000, at least four. Times of day, dates, years, scores and
numbers of things (Quay 9) are none; `moments` reads the first three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.measures import CURRENCIES, concept_near, measure_of
from copytaster.stories.comparing.moments import Moment
from copytaster.stories.comparing.numerals import SCALES, in_words, value_in_words

_DECIMAL_COMMA = "de fr es it pt nl ru pl uk sv da nb no fi cs tr el ro hu"
_COMMA_IS_DECIMAL = frozenset(_DECIMAL_COMMA.split())
_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
_DIGITS = re.compile(
    r"(?<![\w.,/:-])(?P<currency>(?:US|A|C|HK|NZ)?\$|[£€¥₹]|(?:USD|EUR|GBP)\s)?\s?"
    r"(?P<number>\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    rf"(?:[\s-]?(?P<scale>{_SCALE_WORDS})\b\.?)?(?![\w:]|[.,]\d|\s?(?:[ap]\.?m\b|GMT\b|Uhr\b|UTC\b))"
    r"(?P<symbol>\s?[%€])?",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?P<least>at least|no fewer than|not less than|a minimum of|mindestens|au moins|al menos)"
    r"|(?P<more>more than|over|above|upwards of|exceeding|mehr als|über|plus de|más de)"
    r"|(?P<most>up to|at most|no more than|a maximum of|bis zu|jusqu['’]à|hasta)"
    r"|(?P<less>fewer than|less than|under|below|nearly|almost|close to|weniger als|fast|knapp"
    r"|moins de|près de|presque|menos de|casi)"
    r"|(?P<about>about|around|some|roughly|approximately|an estimated|circa|ca\.?|rund|etwa"
    r"|ungefähr|environ|quelque|unos|unas|cerca de|perhaps)",
    re.IGNORECASE,
)
_HEDGE_BEFORE = re.compile(rf"(?:{_HEDGE.pattern})\s+(?:an?\s)?$", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:[-–—]|to|and|or|bis|à|a|y)\s?", re.IGNORECASE)
_NUMBER_OF_A_THING = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w’'.-]*|No\.?|Nr\.?|page|paragraph)\s$")
_SENTENCE_START = re.compile(r"^[“\"„«‘'`(]*[^\s]+\s$")
_TIME_OF_DAY = re.compile(r"\s(?:past|o['’]clock|in the (?:morning|evening|afternoon))\b")
_LONGEST_HEDGE = 24
_HALF = 0.499
_ABOUT, _AT_LEAST, _MORE = 0.05, 0.1, 0.2
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")


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

    def agrees(self, other: Figure) -> bool:
        """Whether both may be true of one thing, by usual rounding and by what hedges they have."""
        if self.value == other.value:
            return True
        if self.hedge is not None and self.hedge == other.hedge:
            return False
        return self.low <= other.value <= self.high or other.low <= self.value <= other.high


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    unit: float
    scale: float
    currency: str | None
    start: int
    end: int


def figures(
    sentence: str, language: str | None = None, moments: Sequence[Moment] = ()
) -> list[Figure]:
    """The figures of a sentence in order; what lies in one of its `moments` is none."""
    numbers = sorted(_numbers(sentence, language), key=lambda number: number.start)
    free = [number for number in numbers if not _within(number, moments)]
    return list(_figures(sentence, free))


def _within(number: _Number, moments: Sequence[Moment]) -> bool:
    return any(one.start < number.end and number.start < one.end for one in moments)


def _numbers(sentence: str, language: str | None) -> Iterator[_Number]:
    for found in _DIGITS.finditer(sentence):
        if not _is_name(sentence, found.start("number")) and not _is_ordinal(sentence, found):
            yield _in_digits(found, language)
    if any(map(str.isalpha, sentence)):
        for found in in_words(language).finditer(sentence):
            if _TIME_OF_DAY.match(sentence, found.end()):
                continue
            value = value_in_words(found[0], language)
            yield _Number(value, _granularity(value), 1.0, None, found.start(), found.end())


def _is_name(sentence: str, start: int) -> bool:
    """Whether the number belongs to a thing's name: Quay 9, Flight 370, No. 5."""
    before = sentence[:start]
    return bool(_NUMBER_OF_A_THING.search(before)) and not _SENTENCE_START.match(before)


def _is_ordinal(sentence: str, found: re.Match[str]) -> bool:
    return _ORDINAL.match(sentence, found.end("number")) is not None


def _in_digits(found: re.Match[str], language: str | None) -> _Number:
    scale = SCALES[found["scale"].casefold()] if found["scale"] else 1.0
    value, decimals = _value(found["number"], language)
    currency = found["currency"] or (found["symbol"] or "").strip().replace("%", "") or None
    unit = scale * 10.0**-decimals if decimals or scale > 1 else _granularity(value)
    end = found.end("scale") if found["scale"] else found.end("number")
    standard = CURRENCIES.get(currency.strip().casefold(), currency) if currency else None
    return _Number(value * scale, unit, scale, standard, found.start(), end)


def _value(number: str, language: str | None) -> tuple[float, int]:
    """The value of digits with their marks, and how many of them are decimals."""
    comma = (language or "en")[:2] in _COMMA_IS_DECIMAL
    number = re.sub(r"['’\u00a0\u202f]", "", number)
    groups = re.split(r"[.,]", number)
    marks = re.findall(r"[.,]", number)
    thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])
    if thousands and (len(marks) > 1 or marks[0] == ("." if comma else ",")):
        return float("".join(groups)), 0
    if len(groups) == 1:
        return float(number), 0
    return float("".join(groups[:-1]) + "." + groups[-1]), len(groups[-1])


def _granularity(value: float) -> float:
    """The place of the last digit that is not 0, at most a tenth of the value."""
    if value < 100 or value != int(value):
        return 0.0
    unit = 1.0
    while value % (unit * 10) == 0:
        unit *= 10
    return min(unit, value / 10) if unit > 1 else 0.0


def _figures(sentence: str, numbers: Sequence[_Number]) -> Iterator[Figure]:
    place = 0
    while place < len(numbers):
        first = last = numbers[place]
        if place + 1 < len(numbers):
            between = sentence[first.end : numbers[place + 1].start]
            if _RANGE.fullmatch(between) and _is_range(sentence, first, numbers[place + 1]):
                place += 1
                last = numbers[place]
        if _counts(figure := _figure(sentence, first, last)):
            yield figure
        place += 1


def _counts(figure: Figure) -> bool:
    """Whether it is a figure at all: *one* is, before a unit or of the dead, and no pronoun."""
    return figure.value != 1 or figure.text[-1:].isdigit() or bool(figure.measure or figure.concept)


def _is_range(sentence: str, first: _Number, last: _Number) -> bool:
    between = sentence[first.end : last.start].strip().casefold()
    if between in ("and", "y"):
        return bool(re.search(r"(?:between|entre)\s$", sentence[: first.start], re.IGNORECASE))
    return first.value < last.value or between in ("-", "–")


def _figure(sentence: str, first: _Number, last: _Number) -> Figure:
    measure, counted = measure_of(sentence, last.end)
    found = _HEDGE_BEFORE.search(sentence, max(0, first.start - _LONGEST_HEDGE), first.start)
    hedge = found.lastgroup if found else None
    value, low, high = _bounds(first, last, hedge)
    return Figure(
        text=sentence[found.start() if found else first.start : last.end].strip(),
        value=value,
        low=low,
        high=high,
        hedge=hedge,
        measure=first.currency or last.currency or measure,
        counted=counted,
        concept=concept_near(sentence, first.start, last.end),
        start=first.start,
        end=last.end,
    )


def _bounds(first: _Number, last: _Number, hedge: str | None) -> tuple[float, float, float]:
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
