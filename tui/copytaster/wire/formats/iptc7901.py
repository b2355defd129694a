"""IPTC 7901, the text transmission format of the news agencies of 1979, still sent by dpa and APA.

    SOH eca062 4 i 211  dpa 061        source and number, priority, category, words, service
    Germany-politics/                  slug
    STX headline … byline =            up to an equals sign
    the text, hard-wrapped at 69 characters
    ETX 071341 GMT Okt 15              day, hour and minute, zone, month, year

Seen: all control characters lost on the way, a LEAD or REFILE line above the headline, and
telephone numbers under "not intended for publication".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copytaster.wire.conventions import take_of
from copytaster.wire.dates import iso, month_number
from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.lines.agency import read_agency_text
from copytaster.wire.opening.incoming import Incoming

_STX, _ETX = "\x02", "\x03"
_HEADER = re.compile(
    r"^[\s\x00\x7f]{0,8}\x01?\s*([a-z]{2,6}\d{2,6}) (\d) ([a-z]{1,4}) (\d+)"
    r"(?: +(\S[^\n]*))?\s*(?:\n|$)"
)
_DATE = re.compile(
    r"^\s*(\d\d)(\d\d)(\d\d)(?: ([A-Z]{3,4}))? ([^\W\d_]{3,4})\.? (\d\d)\s*$", re.MULTILINE
)
_SERVICE = re.compile(r"([A-Za-z][\w-]*)\s+(\d+)\s*$")
_BYLINE = re.compile(r"^(?:By|Von|Par|Por|De|Da) [A-ZÀ-Þ]", re.IGNORECASE)
_MARKS = re.compile(
    r"^(?:\(?(?:Achtung|Eil|Urgent|Extra|Blitz)\)?|\w+ NET|\(.{0,20}\))$", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MOST_HEAD_LINES = 8


def sniff(incoming: Incoming) -> bool:
    """A first line of number, priority, category and words, with or without its SOH."""
    return bool(_HEADER.match(incoming.text))


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a transmission; its blocks keep the line numbers of the file."""
    header = _HEADER.match(incoming.text)
    if header is None:
        return
    lines = incoming.text.replace(_STX, "").split("\n")
    first = header[0].count("\n") or 1
    slug_line = next((n for n in range(first, len(lines)) if lines[n].strip()), first)
    end_of_head = _end_of_head(lines, slug_line + 1)
    known = replace(
        _head([_clean(line) for line in lines[slug_line + 1 : end_of_head]]),
        slug=_slug(lines, slug_line),
        urgency=header[2],
        category=header[3],
        source=_source(header[5]),
        item=_item(header),
        date=_date(incoming.text),
        warnings=() if _date(incoming.text) else ("no end mark: the transmission may be cut off",),
    )
    body = "\n" * end_of_head + "\n".join(map(_clean, _until_end(lines[end_of_head:])))
    yield read_agency_text(body, incoming, known)


def _end_of_head(lines: list[str], start: int) -> int:
    """The line after the one with the equals sign; only the headline's where there is none."""
    for number, line in enumerate(lines[start : start + _MOST_HEAD_LINES], start):
        if line.rstrip().endswith("="):
            return number + 1
    blank = (n for n in range(start + 1, len(lines)) if not lines[n].strip())
    return min(next(blank, start), start + _MOST_HEAD_LINES)


def _slug(lines: list[str], number: int) -> str | None:
    return _clean(lines[number]).strip(" /") or None if number < len(lines) else None


def _head(lines: list[str]) -> Filing:
    """The headline, with the take above it and the byline below."""
    title: list[str] = []
    byline: list[str] = []
    take = None
    for line in (text.strip(" =") for text in lines):
        if not line or _MARKS.match(line):
            continue
        if not title and take_of(line) and len(line) < 20:
            take = take or take_of(line)
        elif title and _BYLINE.match(line):
            byline.append(line)
        else:
            (byline or title).append(line)
    return Filing(title=" ".join(title), byline=" ".join(byline) or None, take=take)


def _source(rest: str | None) -> str | None:
    match = _SERVICE.search(rest or "")
    return match[1] if match else None


def _item(header: re.Match[str]) -> str:
    """The numbers of the transmission, of the source and of the service: `ECA062 DPA061`."""
    service = _SERVICE.search(header[5] or "")
    return f"{header[1]} {service[1]}{service[2]}".upper() if service else header[1].upper()


def _clean(line: str) -> str:
    return _CONTROLS.sub("", line).rstrip()


def _until_end(lines: list[str]) -> Iterator[str]:
    """The lines before ETX, or before the closing date where there is no ETX."""
    for line in lines:
        if _ETX in line or (_DATE.match(line) and line.strip()):
            return
        yield line


def _date(text: str) -> str | None:
    match = None
    for found in _DATE.finditer(text.replace(_ETX, "\n")):
        match = found
    month = month_number(match[5]) if match else None
    if match is None or month is None:
        return None
    day, hour, minute, zone, year = match[1], match[2], match[3], match[4], match[6]
    return iso(f"{day} {_MONTH_NAMES[month - 1]} 20{year} {hour}:{minute} {zone or ''}")


_MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

FORMAT = Format("iptc7901", "text/vnd.IPTC.7901", sniff, parse)
