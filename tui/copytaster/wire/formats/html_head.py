"""What a web page says of its article outside the text: JSON-LD (schema.org), meta, title.

schema.org's NewsArticle is what most outlets fill in best; Open Graph and plain meta come after it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from copytaster.wire.dates import iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import web_addresses
from copytaster.wire.formats.values import first_line, keyed, names_in, records_in, text_value
from copytaster.wire.formats.xml_tree import raw_texts, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLE_TYPES = ("article", "posting", "report", "webpage")
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "og:published_time",
    "last-modified", "article:modified_time",
)  # fmt: skip
_DECKS = ("og:description", "description", "twitter:description")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_SECTIONS = ("article:section", "section", "parsely-section")
_KEYWORDS = ("news_keywords", "keywords", "article:tag")
_SITE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_MOST_NODES = 200


def page_fields(root: _Element) -> Filing:
    """The fields that the page's head gives; an empty title where it names none."""
    linked = _article(root)
    meta = _meta(root)
    return Filing(
        title=_title(root, linked, meta) or "",
        deck=_first(meta, _DECKS) or first_line(linked, "description"),
        byline=", ".join(dict.fromkeys(names_in(linked.get("author")))) or meta.get("author"),
        date=_date(root, linked, meta),
        source=next(names_in(linked.get("publisher")), None) or _first(meta, _SITES),
        language=first_line(linked, "inlanguage") or root.get("lang") or meta.get("og:locale"),
        keywords=_keywords(linked, meta),
        category=next(names_in(linked.get("articlesection")), None) or _first(meta, _SECTIONS),
        links=web_addresses((_canonical(root), meta.get("og:url"))),
    )


def _meta(root: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(root: _Element, linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The page's own h1 where it is the headline that the head names, else what the head names."""
    named = first_line(linked, "headline") or meta.get("og:title") or meta.get("twitter:title")
    named = unescape(named) if named else None
    printed = list(filter(None, map(text_of, root.iter("h1"))))
    title = next(filter(None, map(text_of, root.iter("title"))), None)
    for line in printed:
        if _share_words(line, named or title or ""):
            return named if named and named in line else line
    return named or (printed[0] if len(printed) == 1 else None) or _without_site(title)


def _share_words(line: str, other: str) -> bool:
    words, others = set(line.casefold().split()), set(other.casefold().split())
    return len(words & others) * 2 >= max(1, len(words)) if len(words) > 2 else line in other


def _without_site(title: str | None) -> str | None:
    return _SITE_TAIL.sub("", title) if title else None


def _date(root: _Element, linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    values = [text_value(linked.get(name)) for name in ("datepublished", "datecreated")]
    values += [meta[name] for name in _DATES if name in meta]
    values += [element.get("datetime") for element in root.iter("time")][:3]
    return next(filter(None, map(iso, values)), None)


def _keywords(linked: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    found = list(names_in(linked.get("keywords"))) or [_first(meta, _KEYWORDS) or ""]
    words = (word.strip() for text in found for word in text.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def _canonical(root: _Element) -> str | None:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            return element.get("href")
    return None


def _article(root: _Element) -> dict[str, Any]:
    """The first JSON-LD node that is an article of some kind and has a headline or a date."""
    for node in _nodes(root):
        kinds = " ".join(names_in(node.get("type"))).lower()
        if any(kind in kinds for kind in _ARTICLE_TYPES) and (
            node.get("headline") or node.get("datepublished")
        ):
            return node
    return {}


def _nodes(root: _Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            value = _json("".join(raw_texts(script)))
            yield from _flat(value)


def _flat(value: Any) -> Iterator[dict[str, Any]]:
    for each in (value if isinstance(value, list) else [value])[:_MOST_NODES]:
        if isinstance(each, dict):
            record = keyed(each)
            yield record
            for name in ("graph", "mainentity", "mainentityofpage"):
                yield from records_in(record.get(name))


def _json(text: str) -> Any:
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
