"""The dates and times that a sentence names: weekdays, days of a month, years, times of day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from copytaster.stories.comparing.amounts import A_DIGIT
from copytaster.stories.comparing.folding import folded_word
from copytaster.stories.comparing.wordings import any_of, begins_like


class Precision(StrEnum):
    """What kind of moment is named; only moments of one kind are compared."""

    WEEKDAY = "weekday"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    CLOCK = "time of day"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as it is written, and its parts: (weekday), (month, day), (year) or (minutes)."""

    precision: Precision
    text: str
    parts: tuple[int, ...]
    start: int
    end: int

    def agrees(self, other: Moment, told_on: datetime.date | None = None) -> bool:
        """Whether both may be one moment; a weekday is one of the week that ends as it is told."""
        if self.precision is other.precision:
            return self.parts == other.parts
        if told_on is None or {self.precision, other.precision} != _WEEK:
            return True
        weekday, day = sorted((self, other), key=lambda one: one.precision is Precision.DAY)
        found = _nearest(told_on, *day.parts)
        near = found is not None and abs((found - told_on).days) < _DAYS_OF_A_WEEK
        return not near or found is None or (found.isoweekday(),) == weekday.parts


_WEEK = {Precision.WEEKDAY, Precision.DAY}
_DAYS_OF_A_WEEK = 7


def _nearest(told_on: datetime.date, month: int, day: int) -> datetime.date | None:
    """The day of a month in the year in which it is nearest to another day, or None."""
    try:
        years = [datetime.date(told_on.year + step, month, day) for step in (-1, 0, 1)]
    except ValueError:
        return None
    return min(years, key=lambda date: abs((date - told_on).days))


_WEEKDAYS = (
    "monday mon montag lundi lunes понедельник",
    "tuesday tue dienstag mardi martes вторник",
    "wednesday wed mittwoch mercredi miércoles среду",
    "thursday thu donnerstag jeudi jueves четверг",
    "friday fri freitag vendredi viernes пятницу",
    "saturday sat samstag sonnabend samedi sábado субботу",
    "sunday sun sonntag dimanche domingo воскресенье",
)
_MONTHS = (
    "january jan januar jänner janvier enero",
    "february feb februar février febrero",
    "march mar märz mars marzo",
    "april apr avril abril",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août agosto",
    "september sept sep septembre septiembre",
    "october oct oktober octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember décembre diciembre",
)


def _numbered(rows: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, row in enumerate(rows, start=1) for name in row.split()}


_WEEKDAY, _MONTH = _numbered(_WEEKDAYS), _numbered(_MONTHS)
WEEKDAYS, MONTHS = (frozenset(map(folded_word, names)) for names in (_WEEKDAY, _MONTH))
"""The names of weekdays and of months as folded words."""
CALENDAR = WEEKDAYS | MONTHS
_SHORTEST_ALONE = 4
_DIGIT = r"\d"
_DAY = re.compile(
    rf"{begins_like(_MONTH, others=_DIGIT)}"
    rf"(?:(?P<month>{any_of(_MONTH)})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s(?:of\s|de\s)?(?P<second>{any_of(_MONTH)}))"
    r"\b(?:,?\s(?:de\s)?(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")
_YEAR = re.compile(
    r"(?:1[6-9]|20)(?<![\w.,$£€-]..)\d\d(?![\w%]|[.,]\d|\s(?:tonnes|tons|people|crowns|dollars))"
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\b(?P<hour24>[01]?\d|2[0-3])[:h](?P<minute24>[0-5]\d)\b",
    re.IGNORECASE,
)
_CAPITAL_WORD = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{2,}\b")
_MAY_BE_CLOCK = re.compile(r"\d(?:[:.h]\d\d|\s?[ap]\.?\s?m)", re.IGNORECASE)
"""What is in every time of day; quick to look for."""
_SIGNED_POST = re.compile(r"(?:[—–-]{1,2}|&mdash;)\s?[^()]{1,60}\(@\w+\)")
"""The name and handle under a post that an article shows; its date is not the article's."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def moments(
    sentence: str, begin: int = 0, *, weekdays: bool = True, months: bool = True
) -> list[Moment]:
    """The moments of a sentence from `begin` on, in order; those in brackets are left out.

    Without `weekdays` or `months` it is known that the sentence names none of these.
    """
    if _SIGNED_POST.match(sentence):
        return []
    if "(" in sentence:
        sentence = _IN_BRACKETS.sub(lambda found: " " * len(found[0]), sentence)
    found: list[Moment] = []
    for moment in _all(sentence, begin, weekdays, months):
        if all(moment.start >= one.end or moment.end <= one.start for one in found):
            found.append(moment)
    return sorted(found, key=lambda moment: moment.start)


def _all(sentence: str, begin: int, weekdays: bool, months: bool) -> Iterator[Moment]:
    """Longer forms first, so that a day of a month is not read as a month."""
    if digit := A_DIGIT.search(sentence, begin):
        if months:
            yield from map(_day, _DAY.finditer(sentence, begin))
        if _MAY_BE_CLOCK.search(sentence, digit.start()):
            yield from map(_clock, _CLOCK.finditer(sentence, digit.start()))
        for year in _YEAR.finditer(sentence, digit.start()):
            yield _moment(Precision.YEAR, year, int(year[0]))
    if weekdays:
        yield from _weekdays(sentence, begin)
    if months:
        yield from _months(sentence, begin)


def _weekdays(sentence: str, begin: int) -> Iterator[Moment]:
    for weekday in _LONG_WORD.finditer(sentence, begin):
        name = weekday[0].casefold()
        if number := _WEEKDAY.get(name) or _WEEKDAY.get(name.removesuffix("s")):
            yield _moment(Precision.WEEKDAY, weekday, number)


def _months(sentence: str, begin: int) -> Iterator[Moment]:
    for month in _CAPITAL_WORD.finditer(sentence, begin):
        name = month[0].casefold()
        if name in _MONTH and (len(name) >= _SHORTEST_ALONE or name == "may") and name != "mars":
            yield _moment(Precision.MONTH, month, _MONTH[name])


def _day(found: re.Match[str]) -> Moment:
    month = (found["month"] or found["second"]).casefold()
    return _moment(Precision.DAY, found, _MONTH[month], int(found["day"] or found["first"]))


def _clock(found: re.Match[str]) -> Moment:
    if found["hour24"]:
        return _moment(Precision.CLOCK, found, int(found["hour24"]) * 60 + int(found["minute24"]))
    hour = int(found["hour"]) % 12 + (12 if found["half"].casefold() == "p" else 0)
    return _moment(Precision.CLOCK, found, hour * 60 + int(found["minute"] or 0))


def _moment(precision: Precision, found: re.Match[str], *parts: int) -> Moment:
    return Moment(precision, found[0].strip(), parts, found.start(), found.end())
