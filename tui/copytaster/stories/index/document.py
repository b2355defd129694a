"""What the index knows of an article: the words that are the article's own, and its wire fields."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from copytaster.wire.article import Article, Role, Status

COUNTED = frozenset({Role.TITLE, Role.DECK, Role.SUBHEAD, Role.BODY})


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the index sees it.

    `text` holds the deck, subheads and body, with a blank line between blocks; what was folded or
    is suspect never counts. `day` and `arrived` are proleptic Gregorian ordinals
    (`date.toordinal`) of the article's own date and of its arrival, or None where unknown.
    """

    key: str
    title: str
    text: str
    day: int | None = None
    arrived: int | None = None
    slug: str | None = None
    source: str | None = None
    take: str | None = None
    version: str | None = None
    guid: str | None = None
    status: str = Status.USABLE.value
    language: str | None = None
    urgency: int | None = None
    moment: str | None = None

    @property
    def words(self) -> str:
        """Title and text as one: what is compared."""
        return f"{self.title}\n{self.text}" if self.title else self.text


def document_of(article: Article, arrived: datetime.date | None = None) -> Document:
    """The document of an article as parsed.

    A title that was only derived from the lede is left out, for it would count the lede twice.
    """
    own = [block.text for block in article.blocks if block.role in COUNTED and not block.suspect]
    titles = {b.text for b in article.blocks if b.role is Role.TITLE and not b.suspect}
    return Document(
        key=article.id,
        title="" if article.title_derived else article.title,
        text="\n\n".join(text for text in own if text not in titles),
        day=day_of(article.date),
        arrived=arrived.toordinal() if arrived else None,
        slug=article.slug,
        source=article.source,
        take=article.take,
        version=article.version,
        guid=article.guid,
        status=article.status.value,
        language=article.language,
        urgency=article.urgency,
        moment=article.date,
    )


def day_of(date: str | None) -> int | None:
    """The ordinal of an ISO 8601 day or moment, or None where it is missing or is no date."""
    try:
        return datetime.date.fromisoformat((date or "")[:10]).toordinal()
    except ValueError:
        return None
