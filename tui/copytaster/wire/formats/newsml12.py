"""NewsML 1.0 to 1.2 of the IPTC: AFP, Reuters of old, Business Wire, TASS, ANP, Belga.

One filing a `NewsItem`. Its text is in the `DataContent` of nested `NewsComponent`s, told apart by
their `Role`: as NITF, as bare `<p>`, as XHTML, as escaped HTML or as text. Seen: empty `HeadLine`s
(then `NameLabel`), headlines that are a photograph's number, photo items with only a caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from copytaster.wire.article import Block, Role
from copytaster.wire.conventions import status_named
from copytaster.wire.dates import iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import links_in, pieces_of_element
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.rendering import pieces
from copytaster.wire.formats.xml_tree import (
    LANGUAGE,
    first_text,
    first_value,
    parse_tree,
    texts,
)
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.pieces import Kind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECKS = frozenset({"subheadline", "abstract", "subtitle", "summary", "deck"})
_NO_TEXT = frozenset({"stylesheet", "headline", "title", "preview", "thumbnail", "quicklook"})
_CLOSINGS = frozenset({"contact", "copyright", "disclaimer"})
_NAME = "FormalName"


def sniff(incoming: Incoming) -> bool:
    """The root element is `NewsML`; the other NewsML calls its root newsMessage or newsItem."""
    return incoming.root[0] == "NewsML"


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a NewsItem."""
    tree = parse_tree(incoming.text)
    for item in tree.root.iterfind(".//NewsItem"):
        filing = _read(item, _fields(item, tree.root), incoming)
        yield replace(filing, warnings=(*filing.warnings, *tree.warnings))


def _fields(item: _Element, envelope: _Element) -> Filing:
    return Filing(
        title=_title(item) or "",
        deck=first_text(item, ".//NewsLines/SubHeadLine"),
        byline=_byline(item),
        dateline=first_text(item, ".//NewsLines/DateLine"),
        date=_date(item, envelope),
        source=_source(item, envelope),
        language=first_value(item, ".//DescriptiveMetadata/Language", _NAME)
        or item.get(LANGUAGE)
        or first_value(item, ".//NewsComponent", LANGUAGE),
        slug=first_text(item, ".//NewsLines/SlugLine") or first_text(item, ".//NameLabel"),
        keywords=tuple(dict.fromkeys(_keywords(item))),
        urgency=_named(item, ".//NewsManagement/Urgency")
        or first_value(item, ".//Property[@FormalName='Importance']", "Value")
        or _named(envelope, ".//NewsEnvelope/Priority"),
        category=_category(item),
        version=first_text(item, ".//RevisionId"),
        guid=first_text(item, ".//PublicIdentifier", ".//guid", ".//NewsItemId"),
        status=status_named(_named(item, ".//NewsManagement/Status")),
        embargo=_embargo(item),
        advisory=next(_advisories(item), None),
    )


def _title(item: _Element) -> str | None:
    """The first headline with a word in it, else the text's own, else the label."""
    headlines = (*texts(item, ".//HeadLine"), *texts(item, ".//hl1"), *texts(item, ".//NameLabel"))
    return next((line for line in headlines if not line.isdecimal()), None) or first_text(
        item, ".//nitf/head/title"
    )


def _byline(item: _Element) -> str | None:
    name = first_text(item, ".//NewsLines/ByLine", ".//byline")
    position = first_text(item, ".//NewsLines/ByLineTitle")
    return f"{name}, {position}" if name and position else name


def _date(item: _Element, envelope: _Element) -> str | None:
    return (
        iso(first_text(item, ".//ThisRevisionCreated"))
        or iso(first_text(item, ".//FirstCreated"))
        or iso(first_text(envelope, ".//NewsEnvelope/DateAndTime"))
        or iso(first_text(item, ".//DateId"))
    )


def _source(item: _Element, envelope: _Element) -> str | None:
    return (
        first_value(item, ".//Source/Party", _NAME)
        or first_text(item, ".//CreditLine")
        or first_value(item, ".//Provider/Party", _NAME)
        or first_value(envelope, ".//SentFrom/Party", _NAME)
        or first_text(item, ".//ProviderId")
    )


def _named(element: _Element, path: str) -> str | None:
    return first_value(element, path, _NAME) or first_text(element, path)


def _keywords(item: _Element) -> Iterator[str]:
    yield from texts(item, ".//KeywordLine")
    yield from texts(item, ".//item_keyword")
    for element in item.iterfind(".//Property[@FormalName='Keyword']"):
        if word := (element.get("Value") or "").strip():
            yield word


def _category(item: _Element) -> str | None:
    for element in item.iterfind(".//SubjectCode/*"):
        if name := element.get("cat") or element.get(_NAME):
            return name
    return first_value(item, ".//Genre", _NAME)


def _embargo(item: _Element) -> str | None:
    """The moment at which an item that is not usable yet becomes so."""
    change = item.find(".//StatusWillChange")
    if change is None:
        return None
    return iso(first_text(change, ".//DateAndTime"))


def _advisories(item: _Element) -> Iterator[str]:
    for line in item.iterfind(".//NewsLine"):
        if "Advisory" in (first_value(line, "./NewsLineType", _NAME) or ""):
            yield from texts(line, "./NewsLineText")


def _read(item: _Element, known: Filing, incoming: Incoming) -> Filing:
    found = list(_content(item))
    decks = [piece.text for role, piece in found if role in _DECKS]
    known = replace(known, deck=known.deck or "\n".join(decks) or None, links=links_in(item))
    body = [piece for role, piece in found if role not in _DECKS and role not in _CLOSINGS]
    closing = (Block(Role.SIGNOFF, piece.text) for role, piece in found if role in _CLOSINGS)
    filing = read_agency(body, incoming, known)
    notes = (Block(Role.NOTE, line, reason="a message to editors") for line in _advisories(item))
    blocks = (*filing.blocks, *closing, *notes)
    if not body:
        blocks = (*blocks, *_contents(item))
    return replace(filing, blocks=blocks)


def _content(item: _Element) -> Iterator[tuple[str, Piece]]:
    """Each piece of text with the role, in lower case, of the component that holds it."""
    for content in item.iterfind(".//DataContent"):
        role = _role(content)
        if role in _NO_TEXT:
            continue
        body = content.find(".//body.content")
        found = pieces_of_element(content) if body is None else pieces(body)
        for piece in found:
            yield role, replace(piece, kind=Kind.CAPTION) if role == "caption" else piece


def _role(content: _Element) -> str:
    component = next(content.iterancestors("NewsComponent"), None)
    return "" if component is None else (first_value(component, "./Role", _NAME) or "").lower()


def _contents(item: _Element) -> Iterator[Block]:
    """The headlines of a package that brings no text of its own."""
    for headline in list(dict.fromkeys(texts(item, ".//HeadLine")))[1:]:
        yield Block(Role.NOTE, headline, reason="an item of this package")


FORMAT = Format("newsml", "text/vnd.IPTC.NewsML", sniff, parse)
