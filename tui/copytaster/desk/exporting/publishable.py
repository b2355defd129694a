"""What of an article may leave the desk, and which articles may not.

Folded lines and notes that are not for publication stay behind, and with them what only they said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.wire.article import Article, Block, Role, Status
from copytaster.wire.lines.notices import NOT_FOR_PUBLICATION

_FIELDS = {
    Role.TITLE: "title",
    Role.KICKER: "kicker",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.DATELINE: "dateline",
    Role.DATE: "date",
    Role.SOURCE: "source",
}


class Hindrance(StrEnum):
    """Why an article should not be passed on, not without being asked for."""

    KILLED = "killed"
    ON_HOLD = "on hold"
    EMBARGOED = "embargoed"


def hindrance(article: Article, now: float) -> Hindrance | None:
    """What stands against passing an article on at this moment, in seconds since 1970.

    An embargo whose moment cannot be told counts as one that has not passed.
    """
    if article.status is Status.CANCELED:
        return Hindrance.KILLED
    if still_to_wait(article.embargo, now):
        return Hindrance.EMBARGOED
    return Hindrance.ON_HOLD if article.status is Status.WITHHELD else None


def publishable(article: Article) -> Article:
    """The article without folded blocks and private notes, and without what only they said."""
    shown = tuple(block for block in article.blocks if not _stays(block))
    hidden = [block.text for block in article.blocks if _stays(block)]
    if not hidden:
        return article
    told = "\n".join(block.text for block in shown)
    links = (link for link in article.links if link in told or not _in_any(link, hidden))
    private = (
        article.advisory and article.advisory not in told and _in_any(article.advisory, hidden)
    )
    advisory = None if private else article.advisory
    return replace(article, blocks=shown, links=tuple(links), advisory=advisory)


def below_head(article: Article) -> Iterator[Block]:
    """The blocks below the head: all but the first of each kind that a field tells already."""
    told: set[Role] = set()
    for block in article.blocks:
        field = _FIELDS.get(block.role)
        if field and block.role not in told and getattr(article, field):
            told.add(block.role)
        elif block.role is not Role.NOTE or block.text != article.advisory:
            yield block


def warning(article: Article) -> str | None:
    """The line that must stand above a killed, held or embargoed article wherever it goes."""
    match article.status:
        case Status.CANCELED:
            return "KILLED: not to be used"
        case Status.WITHHELD if not article.embargo:
            return "ON HOLD: not to be used until released"
    return f"EMBARGO until {article.embargo}" if article.embargo else None


def credit(article: Article) -> str:
    """Who, where, when and from whom, as far as the article says."""
    parts = (article.byline, article.dateline, _stated(article.date), article.source)
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _stays(block: Block) -> bool:
    return block.role.folded or block.reason == NOT_FOR_PUBLICATION


def _in_any(text: str, others: list[str]) -> bool:
    return any(text in other for other in others)


def _stated(date: str | None) -> str:
    """`2026-09-14 07:12 UTC` for `2026-09-14T07:12:00Z`; a day as it is."""
    day, _, time = (date or "").partition("T")
    zone = "UTC" if time.endswith(("Z", "+00:00")) else time[8:]
    return f"{day} {time[:5]} {zone}".strip()
