"""Spans in a query: of days, of ages and of numbers.

Each function gives a `Span`, or, where the value is none, a line that says what it should look
like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`, either left out where it has no end; `open_end` excludes `last`."""

    first: float | None
    last: float | None
    open_end: bool = False


_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_AGE = re.compile(r"([<>]?)(\d+(?:\.\d+)?)(m|h|d|w)", re.IGNORECASE)
_NUMBER = re.compile(r"(<=|>=|<|>|)(-?\d+)|(-?\d+|)\.\.(-?\d+|)")
_SECONDS = {"m": 60, "h": 3600, "d": 86400, "w": 604800}
_DATE_HELP = "a date is 2025, 2025-08, 2025-08-07, today, yesterday, or a span with “..”"
_AGE_HELP = "an age is <6h, >2d: a number with m, h, d or w"
_NUMBER_HELP = "a number is 400, <400, >400, or a span with “..”"


def date_span(value: str, now: float) -> Span | str:
    """The span, in seconds since 1970 UTC, of a year, month or day, or from one to another."""
    first, dots, last = value.partition("..")
    beginning = _day(first, now) if first else None
    end = _day(last if dots else first, now) if (last or not dots) else None
    if (first and beginning is None) or (last and end is None) or not (first or last):
        return _DATE_HELP
    return Span(beginning[0] if beginning else None, end[1] if end else None, open_end=True)


def age_span(value: str, now: float) -> Span | str:
    """The span of moments that are younger (<, or no sign) or older (>) than an age."""
    match = _AGE.fullmatch(value)
    if match is None:
        return _AGE_HELP
    moment = now - float(match[2]) * _SECONDS[match[3].lower()]
    return Span(None, moment) if match[1] == ">" else Span(moment, None)


def number_span(value: str) -> Span | str:
    """The span of one number, of those below or above it, or from one to another."""
    match = _NUMBER.fullmatch(value)
    if match is None or value == "..":
        return _NUMBER_HELP
    if match[2] is None:
        return Span(float(match[3]) if match[3] else None, float(match[4]) if match[4] else None)
    number = float(match[2])
    return {
        "": Span(number, number),
        "<": Span(None, number - 1),
        "<=": Span(None, number),
        ">": Span(number + 1, None),
        ">=": Span(number, None),
    }[match[1]]


def _day(text: str, now: float) -> tuple[float, float] | None:
    """The first moment of a day, month or year, and the first one after it."""
    today = datetime.fromtimestamp(now, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if text.lower() in ("today", "yesterday"):
        day = today - timedelta(days=text.lower() == "yesterday")
        return day.timestamp(), (day + timedelta(days=1)).timestamp()
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        year, month, day_of_month = (int(part) if part else None for part in match.groups())
        first = datetime(year or 1, month or 1, day_of_month or 1, tzinfo=UTC)
        return first.timestamp(), _after(first, month, day_of_month).timestamp()
    except (ValueError, OverflowError):
        return None


def _after(first: datetime, month: int | None, day: int | None) -> datetime:
    if day:
        return first + timedelta(days=1)
    if month:
        return (first + timedelta(days=31)).replace(day=1)
    return first.replace(year=first.year + 1)
