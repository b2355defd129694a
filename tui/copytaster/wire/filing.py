"""What an agency filed: one article as its format gives it, before ids and conventions."""

from __future__ import annotations

from dataclasses import dataclass

from copytaster.wire.article import Block, Status


@dataclass(frozen=True, slots=True)
class Filing:
    """The fields that the format itself has, named as in `Article`, and its blocks in order.

    `status` is None where the format says nothing of it. `language` and `urgency` are as written;
    `date` and `embargo` are ISO 8601 already. `own_id` is an id that the file brings along.
    """

    blocks: tuple[Block, ...] = ()
    title: str = ""
    title_derived: bool = False
    kicker: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: str | None = None
    source: str | None = None
    language: str | None = None
    slug: str | None = None
    keywords: tuple[str, ...] = ()
    urgency: str | None = None
    category: str | None = None
    version: str | None = None
    guid: str | None = None
    item: str | None = None
    own_id: str | None = None
    status: Status | None = None
    embargo: str | None = None
    take: str | None = None
    advisory: str | None = None
    links: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
