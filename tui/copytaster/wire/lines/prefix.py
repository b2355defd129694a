"""The ` date 2025-08-07 ` prefix that some collectors glue to the first line of a file.

The date goes to the field `date`; the rest of its line is the line. A date that cannot be (the 31st
of February) stays visible where it was, and so does a second prefix: nothing is ever lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PREFIX = re.compile(r"\A[ \t]*date[ \t]+(\d{4}-\d{2}-\d{2})(?=\s|\Z)[ \t]?")

OLDEST = date(1800, 1, 1)
"""Older than any wire agency: Havas opened in 1835."""


@dataclass(frozen=True, slots=True)
class Prefixed:
    """A text without its prefix, the day that the prefix named, and what is odd about it."""

    text: str
    day: str | None
    warnings: tuple[str, ...] = ()


def take_prefix(text: str, today: date) -> Prefixed:
    """The text and its prefixed day; the text as it was where it has no possible prefix."""
    start = len(text) - len(text.lstrip("\n"))
    found = _PREFIX.match(text[start:])
    if not found:
        return Prefixed(text, None)
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return Prefixed(
            text, None, (f"the date {found[1]} does not exist; it was left as it stands",)
        )
    rest = text[start + found.end() :]
    return Prefixed(text[:start] + rest, day.isoformat(), tuple(_oddities(day, today, rest)))


def _oddities(day: date, today: date, rest: str) -> list[str]:
    odd = []
    if day > today + timedelta(days=1):
        odd.append(f"the date {day} lies in the future")
    if day < OLDEST:
        odd.append(f"the date {day} is older than any wire")
    if _PREFIX.match(rest):
        odd.append("a second date prefix was left as it stands")
    return odd
