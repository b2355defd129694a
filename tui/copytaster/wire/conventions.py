"""The conventions of a wire desk, read from slug and title: takes, kills, urgency.

Pure functions from text to field. The words are those of the agencies' own style guides: Reuters
("UPDATE 2-", "ALERT-", "REFILE-"), AP ("1st Ld-Writethru"), dpa ("2ND LEAD", "URGENT"), AFP.
Nothing is corrected and nothing guessed: a field is only filled where the text says so.
"""

from __future__ import annotations

import re

from copytaster.wire.article import Status

_WORDS = (
    "ALERT|NEWSALERT|APNEWSALERT|NEWSBREAK|FLASH|SNAP|URGENT|BULLETIN|EXCLUSIVE|LEAD|CORRECTED|"
    "CORRECTION|CORRECTIVE|REFILE|REPEAT|RPT|KILL|HOLD|WITHDRAWN|WITHDRAWAL|CANCELS|EILMELDUNG|EIL"
)
_SLUG_WORDS = (
    "APNewsAlert|NewsAlert|KILL|HOLD|WITHDRAWN|CORRECTION|CORRECTIVE|URGENT|ALERT|BULLETIN|FLASH"
)
_LEAD = re.compile(
    r"\b(\d{1,2}(?:st|nd|rd|th))[ -]?(?:Ld|Lead|NewsLd)(?:[ -]*(Writethru))?\b|"
    r"\b(Ld)[ -]?(Writethru)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W{0,3}(UPDATE|WRAPUP|TAKE|ROUNDUP|Update)[ -]?(\d{1,2})?(?=[-–:, ])")
_STARTS = re.compile(rf"^\W{{0,3}}({_WORDS})(?=\s*(?:[-–—:/]|\.\.\.|\(|$)| \1)")
_IN_SLUG = re.compile(rf"(?:^|[-–—/, ])({_SLUG_WORDS})(?=$|[-–—/, ])")
_PARENTHESIS = re.compile(r"\((LEAD|URGENT|CORRECTED|UPDATE(?: \d)?|\d(?:ST|ND|RD|TH) LEAD)\)\s*$")
_CANONICAL = {
    "NEWSALERT": "ALERT",
    "APNEWSALERT": "ALERT",
    "SNAP": "ALERT",
    "EIL": "ALERT",
    "EILMELDUNG": "ALERT",
    "CORRECTION": "CORRECTED",
    "CORRECTIVE": "CORRECTED",
    "RPT": "REPEAT",
    "WITHDRAWAL": "WITHDRAWN",
    "CANCELS": "WITHDRAWN",
}
_CANCELED = frozenset({"KILL", "WITHDRAWN"})
_ALERTS = frozenset({"ALERT", "FLASH", "NEWSBREAK", "BULLETIN"})
_MENDS = frozenset({"CORRECTED", "REFILE", "REPEAT", "KILL", "WITHDRAWN"})
_LAST = 1 << 30
_STATUS_WORDS = {
    Status.USABLE: ("usable", "use"),
    Status.WITHHELD: ("withheld", "embargoed", "hold", "held"),
    Status.CANCELED: (
        "canceled", "cancelled", "cancel", "kill", "killed", "withdrawn", "delete", "deleted",
    ),
}  # fmt: skip
_LETTER_URGENCY = {"f": 1, "b": 2, "u": 3}
_ORDINARY = 5
_LEAST = 8


def take_of(title: str, slug: str | None = None) -> str | None:
    """The take that title or slug name, in the capitals of a wire: `UPDATE 2`, `1ST LD-WRITETHRU`.

    None for a story that is sent for the first time, or whose title names none.
    """
    return _take_in_title(title) or _take_in_slug(slug or "")


def place_of_take(take: str | None) -> int:
    """Where a take stands among those of one item and moment, as a number to sort by.

    Alerts, then the first telling, then leads and updates by their number, at last what mends.
    """
    if take in _ALERTS:
        return 0
    if take in _MENDS:
        return _LAST
    number = re.search(r"\d{1,9}", take or "")
    return 1 + int(number[0]) if number else 1


def _take_in_title(title: str) -> str | None:
    if match := _NUMBERED.match(title):
        word, number = match[1], match[2]
        if word.isupper() or number:
            return f"{word.upper()} {number}" if number else word.upper()
    if match := _STARTS.match(title):
        return _CANONICAL.get(match[1], match[1])
    if match := _LEAD.match(title.lstrip("( ")):
        return _lead(match)
    match = _PARENTHESIS.search(title)
    return match[1] if match else None


def _take_in_slug(slug: str) -> str | None:
    if match := _LEAD.search(slug):
        return _lead(match)
    if match := _IN_SLUG.search(slug):
        word = match[1].upper()
        return _CANONICAL.get(word, word)
    return None


def _lead(match: re.Match[str]) -> str:
    ordinal = (match[1] or "").upper()
    writethru = match[2] or match[4]
    return f"{ordinal} LD-WRITETHRU".strip() if writethru else f"{ordinal} LEAD"


def status_of(take: str | None) -> Status | None:
    """The status that a take gives an item: a kill cancels it, a hold withholds it."""
    if take in _CANCELED:
        return Status.CANCELED
    return Status.WITHHELD if take == "HOLD" else None


def status_named(word: str | None) -> Status | None:
    """The status that a format's own word means (`stat:usable`, `Embargoed`, `kill`), or None."""
    name = (word or "").strip().lower().rpartition(":")[2].rpartition("/")[2]
    return next((status for status, words in _STATUS_WORDS.items() if name in words), None)


def urgency_of(raw: str | None) -> int | None:
    """Urgency from 1 (most) to 8 (least) of a digit (IPTC) or a letter (ANPA); None for neither.

    Letters: f flash, b bulletin, u urgent; all others are ordinary, 5.
    """
    word = (raw or "").strip().lower()
    if word.isdecimal():
        number = int(word[:3])
        return min(number, _LEAST) if number else None
    if len(word) == 1 and word.isalpha():
        return _LETTER_URGENCY.get(word, _ORDINARY)
    return None
