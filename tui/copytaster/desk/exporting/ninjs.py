"""An article as ninjs 2.1, the IPTC's news in JSON (iptc.org/std/ninjs/ninjs-schema_2.1.json)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import quote

from copytaster.desk.catalogue.entries import moment_of, storable
from copytaster.desk.exporting.publishable import below_head
from copytaster.wire.article import Article, Block, Role

_STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_DAY = len("2026-09-14")
_LEAST_URGENT = 9


def ninjs(article: Article) -> dict[str, Any]:
    """The article as a ninjs object, without the properties that it has nothing for."""
    record: dict[str, Any] = {
        "standard": _STANDARD,
        "uri": _uri(article),
        "type": "text",
        "pubstatus": article.status.value,
        "version": article.version,
        "versioncreated": _moment(article.date),
        "embargoed": _moment(article.embargo),
        "urgency": min(article.urgency, _LEAST_URGENT) if article.urgency else None,
        "language": article.language,
        "slugline": article.slug,
        "by": article.byline,
        "located": article.dateline,
        "infosources": [{"name": article.source}] if article.source else None,
        "subjects": _subjects(article),
        "headlines": [{"role": "main", "value": article.title}],
        "descriptions": [{"role": "summary", "value": article.deck}] if article.deck else None,
        "ednote": _note(article),
        "bodies": [_body(article)],
    }
    return {name: value for name, value in record.items() if value}


def _uri(article: Article) -> str:
    guid = article.guid or ""
    return guid if _URI.fullmatch(guid) else f"urn:x-copytaster:{quote(storable(article.id), '')}"


def _moment(date: str | None) -> str | None:
    """A date and a time, as the standard wants it; None for what is no date."""
    if moment_of(date) is None:
        return None
    return f"{date}T00:00:00Z" if date and len(date) <= _DAY else date


def _subjects(article: Article) -> list[dict[str, str]]:
    names = dict.fromkeys(filter(None, (article.category, *article.keywords)))
    return [{"name": name} for name in names]


def _note(article: Article) -> str:
    """What is for editors, an embargo that names no moment among it."""
    embargo = article.embargo if _moment(article.embargo) is None else None
    notes = (block.text for block in below_head(article) if block.role is Role.NOTE)
    return "\n".join(filter(None, (embargo, article.advisory, *notes)))


def _body(article: Article) -> dict[str, Any]:
    blocks = [block for block in below_head(article) if block.role is not Role.NOTE]
    return {
        "role": "main",
        "contenttype": "text/html",
        "wordcount": article.word_count,
        "value": html_of(blocks),
    }


def html_of(blocks: Iterable[Block]) -> str:
    """Blocks as HTML, a paragraph a line."""
    return "\n".join(map(_element, blocks))


def _element(block: Block) -> str:
    text = escape(block.text.strip("\n"), quote=False).replace("\n", "<br>")
    match block.role:
        case Role.SUBHEAD:
            return f"<h2>{text}</h2>"
        case Role.CAPTION:
            return f"<figure><figcaption>{text}</figcaption></figure>"
    return f"<p>{text}</p>"
