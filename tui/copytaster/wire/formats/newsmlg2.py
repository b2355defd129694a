"""NewsML-G2 of the IPTC (2.0 to 2.35): dpa, Reuters, STT, NTB, ANSA, AP, press release services.

One filing a `newsItem`, wherever in a `newsMessage`, whatever the prefix. The text is in
`inlineXML` (XHTML or NITF) or `inlineData`; a picture has only its caption, a package only the
headlines of its items.
Editors' notes that are not public (`pubconstraint`, dpa's np-nonpublic sections) are marked so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from copytaster.wire.article import Block, Role
from copytaster.wire.conventions import status_named
from copytaster.wire.dates import iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import (
    links_in,
    pieces_of_element,
    pieces_of_text,
    web_addresses,
)
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.g2_notes import notes_of
from copytaster.wire.formats.nitf import fields_of as nitf_fields
from copytaster.wire.formats.rendering import pieces
from copytaster.wire.formats.xml_tree import (
    LANGUAGE,
    first_text,
    first_value,
    parse_tree,
    raw_texts,
    text_of,
    texts,
)
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.pieces import Kind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_ITEMS = ("newsItem", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem")
_ROOTS = frozenset({"newsMessage", *_ITEMS})
_CODE = ("literal", "qcode", "uri")
_SUBHEADS = ("subheadline", "subhead", "deck", "sub")


def sniff(incoming: Incoming) -> bool:
    """The root is a newsMessage or one of its items."""
    return incoming.root[0] in _ROOTS


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a newsItem; of a message without any, one a package or other item."""
    tree = parse_tree(incoming.text)
    sent = iso(first_text(tree.root, ".//header/sent", ".//Header/Sent"))
    for item in _items(tree.root):
        filing = _read(item, incoming)
        date = filing.date or sent
        yield replace(filing, date=date, warnings=(*filing.warnings, *tree.warnings))


def _items(root: _Element) -> list[_Element]:
    for name in _ITEMS:
        if found := list(root.iter(name)):
            return found
    return []


def _read(item: _Element, incoming: Incoming) -> Filing:
    nitf = item.find(".//nitf")
    known = _fields(item)
    if nitf is not None:
        known = _completed(known, nitf_fields(nitf))
    body = list(_body(item, nitf))
    if not body:
        body = list(_captions(item))
    filing = read_agency(body, incoming, known)
    return replace(filing, blocks=(*filing.blocks, *_references(item), *notes_of(item)))


def _completed(known: Filing, inner: Filing) -> Filing:
    """The item's fields, with those of the NITF inside where the item has none."""
    names = ("title", "deck", "byline", "dateline", "date", "source", "slug", "keywords")
    missing = {name: getattr(inner, name) for name in names if not getattr(known, name)}
    return replace(known, **missing)


def _fields(item: _Element) -> Filing:
    title, deck = _headlines(item)
    return Filing(
        title=title or first_text(item, ".//itemMeta/title", ".//inlineXML//head/title") or "",
        deck=deck or _summary(item),
        byline=first_text(item, ".//contentMeta/by"),
        dateline=first_text(item, ".//contentMeta/dateline"),
        date=_date(item),
        source=_source(item),
        language=first_value(item, ".//contentMeta/language", "tag")
        or item.get(LANGUAGE)
        or first_value(item, ".//language", "tag"),
        slug=first_text(item, ".//slugline"),
        keywords=tuple(dict.fromkeys(texts(item, ".//contentMeta/keyword"))),
        urgency=first_text(item, ".//contentMeta/urgency", ".//urgency"),
        category=_category(item),
        version=item.get("version"),
        guid=item.get("guid"),
        status=status_named(_code(item, ".//itemMeta/pubStatus") or _code(item, ".//pubStatus")),
        embargo=iso(first_text(item, ".//itemMeta/embargoed", ".//embargoed")),
        links=_links(item),
    )


def _code(item: _Element, path: str) -> str | None:
    return first_value(item, path, *_CODE) or first_text(item, path)


def _headlines(item: _Element) -> tuple[str | None, str | None]:
    """The headline and the deck: by role where they have one, else in their order."""
    title = deck = None
    for headline in item.iterfind(".//contentMeta/headline"):
        role = (headline.get("role") or "").lower().rpartition(":")[2]
        text = text_of(headline)
        if role.startswith(_SUBHEADS):
            deck = deck or text
        else:
            title = title or text
    return title or deck, deck if title and deck != title else None


def _summary(item: _Element) -> str | None:
    for description in item.iterfind(".//contentMeta/description"):
        role = (description.get("role") or "").lower()
        if "caption" not in role and (text := text_of(description)):
            return text
    return None


def _date(item: _Element) -> str | None:
    paths = ("itemMeta/versionCreated", "contentMeta/contentModified", "contentMeta/contentCreated")
    found = (iso(first_text(item, f".//{path}")) for path in (*paths, "itemMeta/firstCreated"))
    return next(filter(None, found), None)


def _source(item: _Element) -> str | None:
    """Who tells the story: the source's name, the credit line, else the provider."""
    return (
        first_text(item, ".//infoSource/name")
        or first_value(item, ".//infoSource", "literal")
        or (first_text(item, ".//creditline") or "").strip("–—- ")
        or first_text(item, ".//itemMeta/provider/name")
        or first_value(item, ".//itemMeta/provider", "literal")
        or first_text(item, ".//copyrightHolder/name")
        or first_value(item, ".//copyrightHolder", "literal")
        or (first_value(item, ".//itemMeta/provider", "qcode", "uri") or "").rpartition(":")[2]
        or None
    )


def _category(item: _Element) -> str | None:
    subjects = list(item.iterfind(".//contentMeta/subject"))
    marked = [each for each in subjects if "category" in (each.get("type") or "")]
    for subject in (*marked, *subjects):
        if name := first_text(subject, "./name") or subject.get("qcode"):
            return name
    return None


def _links(item: _Element) -> tuple[str, ...]:
    related = (link.get("href") for link in item.iterfind(".//itemMeta/link"))
    return web_addresses((*related, *links_in(item.find(".//contentSet"))))


def _body(item: _Element, nitf: _Element | None) -> Iterator[Piece]:
    if nitf is not None:
        content = nitf.find(".//body.content")
        yield from pieces(nitf if content is None else content)
        return
    for inline in item.iterfind(".//contentSet/inlineXML"):
        body = inline.find(".//body")
        yield from pieces(inline if body is None else body)
    for data in item.iterfind(".//contentSet/inlineData"):
        yield from pieces_of_element(data)


def _captions(item: _Element) -> Iterator[Piece]:
    if item.tag == "packageItem":
        return
    for description in item.iterfind(".//contentMeta/description"):
        for piece in pieces_of_text("".join(raw_texts(description))):
            yield replace(piece, kind=Kind.CAPTION)


def _references(item: _Element) -> Iterator[Block]:
    """The headlines of the items that a package lists."""
    for reference in item.iterfind(".//groupSet//itemRef"):
        if text := first_text(reference, "./headline", "./title", "./description"):
            yield Block(Role.NOTE, text, reason="an item of this package")


FORMAT = Format("newsml-g2", "application/vnd.iptc.g2.newsitem+xml", sniff, parse)
