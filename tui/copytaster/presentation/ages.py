"""Ages and distances in time, in as few letters as a row can spare."""

from __future__ import annotations

import math
from datetime import UTC, datetime

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY


def age(moment: float, now: float) -> str:
    """How old a moment is, in at most six cells: `now`, `4m`, `2h`, `3d`, `14 Sep`, `Aug'18`.

    Both are seconds since the epoch; a moment ahead of `now` by more than a minute is `ahead`.
    """
    seconds = now - moment
    if seconds < -MINUTE:
        return "ahead"
    if seconds < MINUTE:
        return "now"
    if seconds < HOUR:
        return f"{seconds / MINUTE:.0f}m"
    if seconds < DAY:
        return f"{int(seconds // HOUR)}h"
    if seconds < WEEK:
        return f"{int(seconds // DAY)}d"
    return _calendar(moment, now)


def _calendar(moment: float, now: float) -> str:
    then = instant(moment)
    if then.year == instant(now).year:
        return f"{then.day} {then:%b}"
    return f"{then:%b}'{then:%y}"


def distance(seconds: float) -> str:
    """How much earlier or later another article is: `2 h before`, `3 d after`, `same time`."""
    size = abs(seconds)
    if size < MINUTE:
        return "same time"
    word = "before" if seconds < 0 else "after"
    for unit, length in (("d", DAY), ("h", HOUR), ("min", MINUTE)):
        if size >= length:
            return f"{round(size / length)} {unit} {word}"
    return "same time"


def remaining(seconds: float) -> str:
    """How long still, in as few letters as an age, rounded up: `41m`, `3h`, `2d`; none of ever."""
    if math.isinf(seconds):
        return ""
    for unit, length in (("m", MINUTE), ("h", HOUR)):
        if math.ceil(seconds / length) < (HOUR if unit == "m" else DAY) // length:
            return f"{max(1, math.ceil(seconds / length))}{unit}"
    return f"{math.ceil(seconds / DAY)}d"


def remaining_words(seconds: float) -> str:
    """How long still, in words: `41 min`, `3 h 20 min`, `2 d 4 h`; none of ever."""
    if math.isinf(seconds):
        return ""
    minutes = max(1, math.ceil(seconds / MINUTE))
    hours, minutes = divmod(minutes, HOUR // MINUTE)
    days, hours = divmod(hours, DAY // HOUR)
    parts = [(days, "d"), (hours, "h"), (0 if days else minutes, "min")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def instant(moment: float) -> datetime:
    """The UTC date and time of a moment; the epoch where the clock knows no such moment."""
    try:
        return datetime.fromtimestamp(moment, UTC)
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, UTC)


def stated(date: str) -> str:
    """An ISO date as an article's head shows it: `14 Sep 2026`, `14 Sep 2026 07:12 UTC`."""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return date
    day = f"{moment.day} {moment:%b} {moment.year}"
    if len(date) <= len("2026-09-14"):
        return day
    zone = (moment.tzname() or "").replace("UTC+00:00", "UTC")
    return f"{day} {moment:%H:%M} {zone}".rstrip()
