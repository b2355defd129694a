"""What a kill, a withdrawal or a correction says of the item that it is about.

Agencies name it by its guid, by the number of its transmission ("kill W2870"), by its slug, or by
its headline in quotes ("Please kill the alert headlined …"). Only what stands there is taken; which
item it is, the desk finds (`desk/rules/recalling.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from copytaster.wire.article import STORY_ROLES, Article, Role, Status


class RecallKind(StrEnum):
    """What an item does to an earlier one."""

    KILLED = "killed"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Sought:
    """The item that a recall is about: its slug, numbers of transmissions, headlines, as named.

    `titles` are the headlines that its text quotes, `own` is its own without the mark of its take.
    """

    kind: RecallKind
    slug: str | None
    numbers: tuple[str, ...]
    titles: tuple[str, ...]
    own: str


TAKES = {
    "KILL": RecallKind.KILLED,
    "WITHDRAWN": RecallKind.WITHDRAWN,
    "CORRECTED": RecallKind.CORRECTED,
    "REFILE": RecallKind.CORRECTED,
}
"""Takes that recall an earlier item, in the capitals of `conventions.take_of`."""

_MARK = re.compile(
    r"^\W{0,3}(?:(?:KILL|WITHDRAWN|WITHDRAWAL|CANCELS|CORRECTED|CORRECTION|CORRECTIVE|REFILE|"
    r"REPEAT|RPT|ALERT|URGENT|FLASH|NEWSBREAK|SNAP|LEAD|EXCLUSIVE|"
    r"(?:UPDATE|WRAPUP|TAKE|ROUNDUP)[ -]?\d{0,2}|\d{1,2}(?:st|nd|rd|th)[ -]?(?:Ld|Lead)"
    r"(?:-?Writethru)?)\b[\s\-–—:/.,]*)+",
    re.IGNORECASE,
)
_SLUG_MARK = re.compile(
    r"(?:^|[-–—/, ]+)(?:KILL|WITHDRAWN|WITHDRAWAL|CORRECTION|CORRECTIVE|CORRECTED|REFILE|"
    r"(?:\d{1,2}(?:st|nd|rd|th)[ -]?)?Ld(?:[ -]?Writethru)?)(?=$|[-–—/, ])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“„«\"‘]([^“”„«»\"\n]{8,200}?)[”“»\"’](?!\w)")
_NUMBER = re.compile(r"\b[A-Za-z]{1,5} ?\d{2,6}\b")
_LONGEST_NOTE = 4_000


def kind_of(article: Article) -> RecallKind | None:
    """What the article does to an earlier one; None for one that recalls nothing."""
    named = TAKES.get((article.take or "").split(" ")[0])
    if article.status is Status.CANCELED:
        return named if named is RecallKind.WITHDRAWN else RecallKind.KILLED
    return named


def sought(article: Article) -> Sought | None:
    """What it says of the item that it recalls; None where it recalls none."""
    kind = kind_of(article)
    if kind is None:
        return None
    text = _told(article) if kind is not RecallKind.CORRECTED else ""
    return Sought(
        kind,
        bare_slug(article.slug),
        tuple(dict.fromkeys(match[0].replace(" ", "").upper() for match in _NUMBER.finditer(text))),
        tuple(dict.fromkeys(bare_title(match[1]) for match in _QUOTED.finditer(text))),
        bare_title(article.title),
    )


def bare_title(title: str) -> str:
    """A headline without the marks of its take, small and with single blanks, to be compared."""
    return " ".join(_MARK.sub("", title).casefold().split())


def bare_slug(slug: str | None) -> str | None:
    """A slug without what says that it kills or corrects; None where nothing is left."""
    return _SLUG_MARK.sub("", slug).strip("-–—/, ") or None if slug else None


def _told(article: Article) -> str:
    """What the article says in its own words, notes to editors among them."""
    roles = (*STORY_ROLES, Role.NOTE, Role.TITLE)
    return "\n".join(b.text for b in article.blocks if b.role in roles)[:_LONGEST_NOTE]
