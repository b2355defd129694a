"""One article as named values, under whichever of the usual names its fields have.

ninjs 1 to 3, AP Media API, JSON Lines, feeds, front matter and agencies' own XML differ in names,
not in kind. Keys arrive here in lower case without underscores (`values.keyed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from copytaster.wire.article import Block, Role, Status
from copytaster.wire.conventions import status_named
from copytaster.wire.dates import iso, iso_from_epoch
from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import is_markup, pieces_of_text, web_addresses
from copytaster.wire.formats.values import (
    Record,
    by_role,
    first_line,
    first_string,
    keyed,
    names_in,
    records_in,
    text_value,
)
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.lines.prose import read_page, read_prose
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.pieces import Kind

_TITLES = ("headline", "title", "headlinetext", "heading", "name")
_BODIES = (
    "bodyhtml", "bodyxhtml", "bodyhtml5", "bodytext", "contentoriginal", "contenthtml",
    "contenttext",
    "body", "content", "text", "articlebody", "fulltext", "maintext", "storytext", "articletext",
    "story", "bodynitf", "html", "plaintext", "article", "transcript",
)  # fmt: skip
_DECKS = (
    "subheadline", "subtitle", "subhead", "deck", "dek", "standfirst", "leadtext",
    "descriptiontext",
    "descriptionsummary", "abstract", "summary", "headlineextended", "description", "excerpt",
    "lead",
)  # fmt: skip
_DATES = (
    "versioncreated", "updateddatetime", "datemodified", "datepublished", "publishedat",
    "publisheddate", "published", "publicationdate", "publishdate", "pubdate", "date", "datetime",
    "issued", "contentcreated", "firstcreated", "created", "createdat", "createddatetime",
    "createddate", "timestamp", "time", "updated", "updatedat", "modified",
)  # fmt: skip
_SOURCES = (
    "source", "provider", "copyrightholder", "publisher", "outlet", "sitename", "site", "agency",
    "origin", "credit",
)  # fmt: skip
_CAPTIONS = ("descriptiontext", "descriptioncaption", "caption", "description")
_NOTES = ("ednote", "editorialnote", "ednotes", "editornote", "noteseditors", "tilredaktionen")
_PICTURES = frozenset({"picture", "image", "photo", "graphic", "video", "audio"})
_BODY_KINDS = ("html", "xhtml", "html5", "text", "nitf")


_WRAPPERS = (
    "data", "item", "items", "articles", "results", "entries", "documents", "docs", "stories",
    "news",
    "response", "hits",
)  # fmt: skip
_DEEPEST = 8


def is_article(record: Record) -> bool:
    """Whether an object has a headline or a text that an article would have."""
    if any(text_value(record.get(key)) for key in ("headline", "title", "bodyhtml", "bodytext")):
        return True
    if any(records_in(record.get(key)) for key in ("headlines", "bodies")):
        return True
    return any(len(text_value(record.get(key)) or "") > 40 for key in _BODIES)


def filing_of(record: Record, incoming: Incoming, *, agency: bool) -> Filing:
    """The filing of a record; with `agency` its text is agency copy: nothing of it is folded."""
    known = fields_of(record)
    body = _body(record)
    kind = (text_value(record.get("type")) or "").lower()
    if kind in _PICTURES:
        pieces = [
            replace(each, kind=Kind.CAPTION) for each in pieces_of_text(_caption(record) or body)
        ]
        filing = read_agency(pieces, incoming, replace(known, deck=None))
    elif agency:
        filing = read_agency(pieces_of_text(body), incoming, known)
    elif is_markup(body):
        filing = read_page(pieces_of_text(body), incoming, known)
    else:
        filing = read_prose(body, incoming, known)
    lines = (replace(block, lines=None) for block in filing.blocks)
    return replace(filing, blocks=(*lines, *_captions(record), *_notes(record)))


def fields_of(record: Record) -> Filing:
    """The fields that a record names, without its text."""
    return Filing(
        title=_title(record) or "",
        deck=_deck(record),
        byline=_byline(record),
        dateline=first_line(record, "dateline", "located", "town", "city", "place")
        or _city(record),
        date=_date(record),
        source=_source(record),
        language=first_line(record, "language", "lang", "inlanguage"),
        slug=first_line(record, "slugline", "slug", "slugproper", "strapline")
        or by_role(record.get("sluglines"), "main"),
        keywords=tuple(dict.fromkeys(_keywords(record))),
        urgency=first_line(record, "urgency", "priority", "editorialpriority"),
        category=_category(record),
        version=first_line(record, "version", "revision"),
        guid=_guid(record),
        own_id=first_line(record, "id", "articleid", "uuid", "docid", "documentid"),
        status=_status(record),
        embargo=_moment(record, "embargoed", "embargo", "embargotime", "embargoeduntil"),
        links=_links(record),
    )


def _source(record: Record) -> str | None:
    names = (name for key in _SOURCES for name in names_in(record.get(key)))
    return next(filter(None, (name.strip("/ ") for name in names)), None)


def _title(record: Record) -> str | None:
    """The main headline, without the markup and entities that some feeds have in it."""
    title = by_role(record.get("headlines"), "main") or first_string(record, *_TITLES)
    if title and is_markup(title):
        title = " ".join(piece.text for piece in pieces_of_text(title))
    return " ".join(unescape(title).split()) if title else None


def _deck(record: Record) -> str | None:
    text = first_string(record, *_DECKS) or by_role(
        record.get("descriptions"), "lead", "summary", "text"
    )
    if text is None:
        return None
    return unescape(" ".join(piece.text for piece in pieces_of_text(text))) or None


def _byline(record: Record) -> str | None:
    if line := first_line(record, "byline", "by"):
        return line
    names = []
    for each in records_in(record.get("bylines")):
        name = first_line(each, "byline", "by", "name", "value")
        if name and text_value(each.get("internal")) != "true":
            title = first_line(each, "title", "jobtitle")
            names.append(f"{name}, {title}" if title else name)
    for key in ("authors", "author", "creator"):
        names = names or list(names_in(record.get(key)))
    return ", ".join(dict.fromkeys(names)) or None


def _city(record: Record) -> str | None:
    place = records_in(record.get("datelinelocation"))
    return first_line(place[0], "city") if place else None


def _date(record: Record) -> str | None:
    return _moment(record, *_DATES)


def _moment(record: Record, *keys: str) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            found = iso_from_epoch(value) if abs(value) > 1e8 else None
        else:
            found = iso(text_value(value))
        if found:
            return found
    return None


def _keywords(record: Record) -> Iterator[str]:
    for key in ("keywords", "tags", "keyword", "topics"):
        value = record.get(key)
        if isinstance(value, str):
            yield from filter(None, (part.strip() for part in value.split(",")))
        else:
            yield from names_in(value)


def _category(record: Record) -> str | None:
    keys = ("category", "section", "topic", "service", "subjects", "subject", "categories")
    return next((name for key in keys for name in names_in(record.get(key))), None)


def _guid(record: Record) -> str | None:
    alternatives = records_in(record.get("altids"))
    item = first_line(alternatives[0], "itemid") if alternatives else None
    return first_line(record, "guid") or item or first_line(record, "uri", "newsid", "messageid")


def _status(record: Record) -> Status | None:
    if record.get("deleted") is True or record.get("annuleret") == "true":
        return Status.CANCELED
    return status_named(first_line(record, "pubstatus", "status", "state"))


def _links(record: Record) -> tuple[str, ...]:
    named = (text_value(record.get(key)) for key in ("url", "link", "canonicalurl", "externalurl"))
    listed = (first_string(each, "href", "url") for each in records_in(record.get("links")))
    return web_addresses((*named, *listed))


def _body(record: Record) -> str:
    bodies = records_in(record.get("bodies"))
    for kind in _BODY_KINDS:
        for each in bodies:
            role = (
                f"{text_value(each.get('role')) or ''} {text_value(each.get('contenttype')) or ''}"
            )
            if kind in role.lower() and (text := first_string(each, "value", "content")):
                return text
    return first_string(record, *_BODIES) or by_role(record.get("bodies")) or ""


def _caption(record: Record) -> str | None:
    return first_string(record, *_CAPTIONS) or by_role(record.get("descriptions"), "caption")


def _captions(record: Record) -> Iterator[Block]:
    """The captions of the pictures that go with the story, each once."""
    associated: dict[str, None] = {}
    for each in records_in(record.get("associations")):
        if (text_value(each.get("type")) or "picture").lower() in _PICTURES and (
            text := _caption(each)
        ):
            associated[" ".join(piece.text for piece in pieces_of_text(text))] = None
    for text in associated:
        yield Block(Role.CAPTION, text)


def _notes(record: Record) -> Iterator[Block]:
    values = [record.get(key) for key in _NOTES]
    for value in values:
        found = (
            [text_value(value)] if not isinstance(value, list) else [by_role([v]) for v in value]
        )
        for text in filter(None, found):
            for piece in pieces_of_text(text):
                yield Block(Role.NOTE, piece.text, reason="a message to editors")


def unwrapped(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The article objects in a JSON value, taken out of `data`, `item`, `items` and their like."""
    if isinstance(value, list):
        for each in value:
            yield from unwrapped(each, depth + 1)
        return
    if not isinstance(value, dict) or depth > _DEEPEST:
        return
    record = keyed(value)
    inner = [record[name] for name in _WRAPPERS if isinstance(record.get(name), dict | list)]
    if is_article(record) and not inner:
        yield record
        return
    for each in inner:
        for found in unwrapped(each, depth + 1):
            extra = record.get("nitf")
            yield {**found, **keyed(extra)} if isinstance(extra, dict) else found
