"""Lines that speak to editors: what changed, until when to wait, what is not to be published."""

from __future__ import annotations

import re
from typing import Final

from copytaster.wire.dates import comparable, iso

NOT_FOR_PUBLICATION: Final = "not for publication"
"""The reason of a note that no export may contain."""

_ADVISORY = re.compile(
    r"^\W{0,2}\(?\s*(?:adds|updates|updating|recasts|corrects|correcting|clarifies|removes|"
    r"deletes|fixes|rewrites|writes through|changes|repeats|restores|refiles|new throughout|with |"
    r"ajoute|actualise|corrige|neu:|ergänzt|berichtigt|añade|actualiza|aggiunge)(?!\w).{3,400}\)$",
    re.IGNORECASE | re.DOTALL,
)
_EMBARGO = re.compile(
    r"^\W{0,4}(?:strictly |under |news )?"
    r"(?:(?:embargo(?:ed)?|sperrfrist|embargado|sous embargo)"
    r"(?:\s*:|\s+(?:until|till|to|for|bis|hasta|jusqu\S*)\b(?=.*\d))|"
    r"hold for release|not for (?:publication|release|use) (?:before|until)).{0,160}$",
    re.IGNORECASE | re.MULTILINE,
)
_PRIVATE = re.compile(
    r"\bnot (?:intended )?for publication(?! (?:before|until))\b|"
    r"nicht zur veröffentlichung bestimmt|"
    r"pas destinée?s? à (?:la publication|être publiée?s?)|"
    r"no (?:destinad[ao]s? a|para) (?:la |su )?publicación",
    re.IGNORECASE,
)
_NOTEBOOK = re.compile(r"^#{1,3}\s.*\b(?:notebook|notizblock)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:/[\w .-]{2,20}/|"
    r"\(?[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}\)?|"
    r"(?:AAP|AFP|APA|ANP|dpa|NTB|TT|STT|PA)(?: \w{2,6}){0,6}|"
    r"\([A-Za-z]\w{1,18}\)\.?|"
    r"ends?|END|-?30-?|###|XXX)$"
)
_LONGEST_ADVISORY = 500
_LONGEST_MARK = 200
_LONGEST_CLOSING = 40


def advisory_of(line: str) -> str | None:
    """The line itself where it says what changed in this take: `(Adds quotes, paragraph 4)`."""
    text = line.strip()
    return text if len(text) < _LONGEST_ADVISORY and _ADVISORY.match(text) else None


def embargo_of(text: str) -> str | None:
    """The embargo that a line of this text states: its moment as ISO 8601, else the line."""
    match = _EMBARGO.search(text)
    if match is None:
        return None
    line = " ".join(match[0].split())
    return iso(line) or iso(line.partition(":")[2]) or line


def embargo_until(release: str | None, issued: str | None) -> str | None:
    """The moment of release where it lies behind that of issue: then it is an embargo."""
    if not release or not issued or release == issued:
        return None
    return release if comparable(release) > comparable(issued) else None


def is_private_mark(line: str) -> bool:
    """Whether this line says that what follows is not for publication."""
    return len(line) < _LONGEST_MARK and bool(_PRIVATE.search(line))


def is_notebook_mark(line: str) -> bool:
    """Whether this line heads an agency's notes below its text (dpa: `# Notizblock`)."""
    return bool(_NOTEBOOK.match(line))


def is_closing_line(line: str) -> bool:
    """Whether this line is an agency's last: initials, its name in slashes, `ends`."""
    return len(line) < _LONGEST_CLOSING and bool(_CLOSING.match(line))
