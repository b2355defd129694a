"""Dates as agencies write them, to ISO 8601: ISO itself, RFC 2822, and a table of month names.

dateutil is not used: it invents dates out of half of one. A day stays a day (`2025-08-07`); a
moment keeps the zone that it was given, or has none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january janvier januar enero gennaio janeiro januari stycznia ocak января jan",
        "february février februar febrero febbraio fevereiro februari lutego şubat февраля feb",
        "march mars märz marzo março maart marca mart марта mar mär",
        "april avril abril aprile kwietnia nisan апреля apr avr abr",
        "may mai mayo maggio maio mei maja mayıs мая mag",
        "june juin juni junio giugno junho czerwca haziran июня jun giu",
        "july juillet juli julio luglio julho lipca temmuz июля jul lug",
        "august août agosto augustus augusti sierpnia ağustos августа aug ago",
        "september septembre septiembre settembre setembro września eylül сентября sep sept set",
        "october octobre oktober octubre ottobre outubro października ekim октября oct okt ott out",
        "november novembre noviembre novembro listopada kasım ноября nov",
        "december décembre dezember diciembre dicembre dezembro grudnia aralık декабря dec dez "
        "déc dic",
    ),
    start=1,
):
    _MONTHS.update(dict.fromkeys(_names.split(), _number))
_ZONES = {"Z": 0, "GMT": 0, "UTC": 0, "UT": 0, "BST": 60, "CET": 60, "CEST": 120, "MEZ": 60}
_ZONES |= {"MESZ": 120, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "PST": -480}
_ZONES |= {"PDT": -420, "IST": 330, "JST": 540, "MSK": 180, "AEST": 600, "AEDT": 660}
_BASIC = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?)?"
    r" ?(?:GMT(?=[+-]))?(Z|GMT|UTC|[+-]\d\d:?\d\d)?$"
)
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de |of )?"
    r"([^\W\d_]{3,12})\.?,?[\s-]+(?:de )?(\d{4})\b"
)
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_CLOCK = re.compile(
    r"\b(\d{1,2})[:.](\d\d)(?::(\d\d))?(?: ?([ap])\.?m\b\.?)?(?:\s*(?:Uhr|hrs|h))?"
    r"\s*\(?([A-Z]{1,4}\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_MILITARY_CLOCK = re.compile(
    rf"\b([01]\d|2[0-3])([0-5]\d)()()\s?(?:hrs\s?)?({'|'.join(_ZONES)})\b", re.IGNORECASE
)
_EARLIEST_YEAR = 1900
_LATEST = timedelta(days=2)


def iso(text: str | None) -> str | None:
    """The date or moment that this text is, as ISO 8601; None where it is none or impossible."""
    if not text or not (text := " ".join(text.split())) or len(text) > 80:
        return None
    return _from_basic(text) or _from_words(text) or _from_mail(text)


def iso_from_epoch(number: float) -> str | None:
    """The moment of so many seconds or milliseconds since 1970, in UTC."""
    seconds = number / 1000 if abs(number) > 1e11 else number
    try:
        return in_iso(datetime.fromtimestamp(seconds, UTC).replace(microsecond=0))
    except (ValueError, OverflowError, OSError):
        return None


def in_iso(moment: datetime) -> str:
    """A moment as ISO 8601 to the second, UTC written as Z."""
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def month_number(name: str) -> int | None:
    """The month of this name or abbreviation, in eleven languages; None for any other word."""
    return _MONTHS.get(name.lower().rstrip("."))


def comparable(value: str) -> datetime:
    """An ISO date or moment to compare by; without a zone it counts as UTC.

    Raises ValueError for text that is no ISO date.
    """
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def absurdity(value: str, today: date) -> str | None:
    """Why this ISO date cannot be when the story was written, or None where it can."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    if day > today + _LATEST:
        return f"dated in the future: {value[:10]}"
    return f"dated long ago: {value[:10]}" if day.year < _EARLIEST_YEAR else None


def _from_basic(text: str) -> str | None:
    match = _BASIC.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        if match[4] is None:
            return date(year, month, day).isoformat()
        return in_iso(datetime(year, month, day, hour, minute, second, tzinfo=_zone(match[7])))
    except (ValueError, OverflowError):
        return None


def _from_words(text: str) -> str | None:
    """`7 August 2025`, `Aug. 7, 2025 10:00 p.m. EST`, and the like in eleven languages."""
    if match := _DAY_FIRST.search(text):
        day, month, year = int(match[1]), month_number(match[2]), int(match[3])
    elif match := _MONTH_FIRST.search(text):
        day, month, year = int(match[2]), month_number(match[1]), int(match[3])
    elif match := _DOTTED.search(text):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
    else:
        return None
    if month is None:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    rest = text[: match.start()] + " " + text[match.end() :]
    return _with_clock(found, rest) or found.isoformat()


def _with_clock(day: date, text: str) -> str | None:
    match = _CLOCK.search(text) or _MILITARY_CLOCK.search(text)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    try:
        moment = datetime(
            day.year, day.month, day.day, hour, minute, second, tzinfo=_zone(match[5])
        )
    except ValueError:
        return None
    return in_iso(moment)


def _from_mail(text: str) -> str | None:
    """RFC 2822, as mail and RSS have it."""
    try:
        return in_iso(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if (minutes := _ZONES.get(name.upper())) is not None:
        return timezone(timedelta(minutes=minutes))
    digits = name[1:].replace(":", "")
    if name[0] not in "+-" or len(digits) != 4 or not digits.isdigit():
        return None
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if name[0] == "-" else offset) if offset < timedelta(hours=24) else None
