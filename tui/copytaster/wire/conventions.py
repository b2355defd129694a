"""The conventions of a wire desk, read from slug, title and first lines: takes, kills, embargoes.

Pure functions from text to field. The words are those of the agencies' own style guides: Reuters
("UPDATE 2-", "ALERT-", "REFILE-"), AP ("1st Ld-Writethru"), dpa ("2ND LEAD", "URGENT"), AFP.
Nothing is corrected and nothing guessed: a field is only filled where the text says so.
"""

from __future__ import annotations

import re

from copytaster.wire.article import Status
from copytaster.wire.dates import comparable, iso

_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_LEAD = re.compile(
    rf"\b({_ORDINAL})[ -]?(?:Ld|Lead|NewsLd)(?:[ -]*(Writethru))?\b|\b(Ld)[ -]?(Writethru)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W{0,3}(UPDATE|WRAPUP|TAKE|ROUNDUP|Update)[ -]?(\d{1,2})?(?=[-–:, ])")
_WORD = [
    "ALERT",
    "NEWSALERT",
    "APNEWSALERT",
    "NEWSBREAK",
    "FLASH",
    "SNAP",
    "URGENT",
    "BULLETIN",
    "EXCLUSIVE",
    "LEAD",
    "CORRECTED",
    "CORRECTION",
    "CORRECTIVE",
    "REFILE",
    "REPEAT",
    "RPT",
    "KILL",
    "HOLD",
    "WITHDRAWN",
    "WITHDRAWAL",
    "CANCELS",
    "EILMELDUNG",
    "EIL",
]
_STARTS = re.compile(rf"^\W{{0,3}}({'|'.join(_WORD)})(?=\s*(?:[-–—:/]|\.\.\.|\(|$)| \1)")
_SLUG_WORDS = re.compile(
    r"(?:^|[-–—/, ])(APNewsAlert|NewsAlert|KILL|HOLD|WITHDRAWN|CORRECTION|CORRECTIVE|URGENT|ALERT|BULLETIN|FLASH)(?=$|[-–—/, ])"
)
_PARENTHESIS = re.compile(
    r"\((LEAD|URGENT|UPDATE|\d(?:ST|ND|RD|TH) LEAD|CORRECTED|URGENT\)? ?)\s*(\d)?\)\s*$"
)
_CANONICAL = {
    "NEWSALERT": "ALERT", "APNEWSALERT": "ALERT", "CORRECTION": "CORRECTED", "CORRECTIVE": "CORRECTED",
    "RPT": "REPEAT", "WITHDRAWAL": "WITHDRAWN", "CANCELS": "WITHDRAWN", "EILMELDUNG": "ALERT",
    "EIL": "ALERT", "SNAP": "ALERT",
}  # fmt: skip
_CANCELED = frozenset({"KILL", "WITHDRAWN"})
_ADVISORY = re.compile(
    r"^\W{0,2}\(?\s*(?:adds|updates|updating|recasts|corrects|correcting|clarifies|removes|deletes|fixes|"
    r"rewrites|writes through|changes|repeats|restores|refiles|new throughout|with |ajoute|"
    r"actualise|corrige|neu:|ergänzt|berichtigt|añade|actualiza|aggiunge)\b.{3,400}\)$",
    re.IGNORECASE | re.DOTALL,
)
_EMBARGO = re.compile(
    r"^\W{0,4}(?:strictly |under |news )?(?:embargo(?:ed)?|sperrfrist|hold for release|"
    r"not for (?:publication|release|use) (?:before|until)|embargado hasta|sous embargo)\b.{0,160}$",
    re.IGNORECASE | re.MULTILINE,
)
_DIGEST = re.compile(
    r"\b(?:news digest|daily digest|news budget|news agenda|top stories|news summary|"
    r"headlines? at|newsletter|schedule for|tagesvorschau|terminvorschau|day ahead|week ahead|"
    r"diary|calendar|10 things to know|highlights at)\b",
    re.IGNORECASE,
)
_TO_EDITORS = re.compile(
    r"^\W{0,3}(?:advisory|attention:? editors|editors?:|note to editors|media advisory|"
    r"service advisory|hinweis an die redaktionen|achtung redaktionen|avis aux)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\bnot (?:intended )?for publication(?! (?:before|until))\b|nicht zur veröffentlichung bestimmt|"
    r"pas destinée?s? à (?:la publication|être publiée?s?)|no (?:destinad[ao]s? a|para) (?:la |su )?publicación",
    re.IGNORECASE,
)
_NOTEBOOK = re.compile(r"^#{1,3}\s.*\b(?:notebook|notizblock)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:/[\w .-]{2,20}/|\(?[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}\)?|(?:AAP|AFP|APA|ANP|dpa|NTB|TT|STT|PA)(?: \w{2,6}){0,6}|"
    r"\((?:ANSA|AFP|AP|Reuters|dpa|APA|TASS|Xinhua|[A-Z]\w{2,18})\)\.?|ends?|END|-?30-?|###|XXX)$"
)
NOT_FOR_PUBLICATION = "not for publication"
_LETTER_URGENCY = {"f": 1, "b": 2, "u": 3}
_ORDINARY = 5
_LEAST = 8


def is_private_mark(line: str) -> bool:
    """Whether this line says that what follows is not for publication."""
    return len(line) < 200 and bool(_PRIVATE.search(line))


def is_notebook_mark(line: str) -> bool:
    """Whether this line heads an agency's notes below its text (dpa: `# Notizblock`)."""
    return bool(_NOTEBOOK.match(line))


def is_closing_line(line: str) -> bool:
    """Whether this line is an agency's last: initials, its name in slashes, `ends`."""
    return len(line) < 40 and bool(_CLOSING.match(line))


def take_of(title: str, slug: str | None = None) -> str | None:
    """The take that title or slug name, in the capitals of a wire: `UPDATE 2`, `1ST LD-WRITETHRU`.

    None for a story that is sent for the first time, or whose title names none.
    """
    return _take_in_title(title) or _take_in_slug(slug or "")


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
    return match[1].strip(") ") if match else None


def _take_in_slug(slug: str) -> str | None:
    if match := _LEAD.search(slug):
        return _lead(match)
    if match := _SLUG_WORDS.search(slug):
        word = match[1].upper()
        return _CANONICAL.get(word, word)
    return None


def _lead(match: re.Match[str]) -> str:
    ordinal = (match[1] or "").upper()
    writethru = match[2] or match[4]
    return f"{ordinal} LD-WRITETHRU".strip() if writethru else f"{ordinal} LEAD".strip()


def status_of(take: str | None) -> Status | None:
    """The status that a take gives an item: a kill cancels it, a hold withholds it."""
    if take in _CANCELED:
        return Status.CANCELED
    return Status.WITHHELD if take == "HOLD" else None


def status_named(word: str | None) -> Status | None:
    """The status that a format's own word means (`stat:usable`, `Embargoed`, `kill`), or None."""
    name = (word or "").strip().lower().rpartition(":")[2]
    if name in {"usable", "use"}:
        return Status.USABLE
    if name in {"withheld", "embargoed", "hold", "held", "tentative"}:
        return Status.WITHHELD
    if name in {
        "canceled",
        "cancelled",
        "cancel",
        "kill",
        "killed",
        "withdrawn",
        "delete",
        "deleted",
    }:
        return Status.CANCELED
    return None


def advisory_of(line: str) -> str | None:
    """The line itself where it says what changed in this take: `(Adds quotes, paragraph 4)`."""
    text = line.strip()
    return text if len(text) < 500 and _ADVISORY.match(text) else None


def embargo_of(text: str) -> str | None:
    """The embargo that a line of this text states: its moment as ISO 8601, else the line."""
    match = _EMBARGO.search(text)
    if match is None:
        return None
    line = " ".join(match[0].split())
    return iso(line) or line


def embargo_until(release: str | None, issued: str | None) -> str | None:
    """The moment of release where it lies behind that of issue: then it is an embargo."""
    if not release or not issued or release == issued:
        return None
    return release if comparable(release) > comparable(issued) else None


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


def is_digest(title: str) -> bool:
    """Whether the title is that of a list of stories: such an item joins no story."""
    return bool(_DIGEST.search(title))


def is_to_editors(title: str) -> bool:
    """Whether the title addresses editors, not readers: such an item joins no story."""
    return bool(_TO_EDITORS.match(title))
