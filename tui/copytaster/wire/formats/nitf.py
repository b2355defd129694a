"""NITF, the News Industry Text Format of the IPTC (nitf.org, versions 2.5 to 3.6).

Also the text inside NewsML 1.2 and NewsML-G2. Seen: `<byline>` used for a deck (ANSA), a
`date.release` that repeats `date.issue`, an empty `ed-msg`, AAP's fields in `meta` elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from copytaster.wire.article import Block, Role
from copytaster.wire.conventions import status_named
from copytaster.wire.dates import iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.rendering import pieces
from copytaster.wire.formats.xml_tree import (
    LANGUAGE,
    first_text,
    first_value,
    parse_tree,
    spaced_text,
    text_of,
    texts,
)
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.lines.notices import embargo_until
from copytaster.wire.opening.incoming import Incoming

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = {
    "slug": ("anpa-keyword", "NTBStikkord", "slugline", "slug", "keyword"),
    "category": ("anpa-category", "category", "NTBTjeneste"),
    "source": ("aap-source", "NTBKilde", "source"),
    "urgency": ("aap-priority", "NTBPrioritet", "priority", "urgency"),
}
_LONGEST_NAME = 5
_LANGUAGE_META = ("language", "lang", "NTBSprak")


def sniff(incoming: Incoming) -> bool:
    """The root element is `nitf`."""
    return incoming.root[0] == "nitf"


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a file."""
    tree = parse_tree(incoming.text)
    known = fields_of(tree.root)
    filing = read_text(tree.root, incoming, known)
    yield replace(filing, warnings=(*filing.warnings, *tree.warnings))


def fields_of(nitf: _Element) -> Filing:
    """What head and body.head say, each field None where they do not."""
    meta = _meta(nitf)
    byline = spaced_text(nitf.find(".//byline"))
    issued = iso(first_value(nitf, ".//date.issue", "norm"))
    return Filing(
        title=first_text(nitf, ".//hl1", "./head/title", ".//hl2", ".//hedline") or "",
        deck=_deck(nitf) or (None if _is_byline(byline) else byline),
        byline=byline if _is_byline(byline) else None,
        dateline=first_text(nitf, ".//body.head/dateline", ".//dateline"),
        date=issued or _other_date(nitf),
        source=_source(nitf) or _from_meta(meta, "source"),
        language=_language(nitf, meta),
        slug=first_value(nitf, ".//du-key", "key") or _slug(meta),
        keywords=tuple(_keywords(nitf)),
        urgency=first_value(nitf, ".//urgency", "ed-urg") or _from_meta(meta, "urgency"),
        category=_from_meta(meta, "category")
        or first_value(nitf, ".//tobject.subject", "tobject.subject.type", "tobject.subject.refnum")
        or first_value(nitf, ".//tobject", "tobject.type"),
        version=first_value(nitf, ".//du-key", "version"),
        guid=first_value(nitf, ".//doc-id", "id-string"),
        status=status_named(first_value(nitf, ".//docdata", "management-status")),
        embargo=embargo_until(iso(first_value(nitf, ".//date.release", "norm")), issued),
        blocks=tuple(_notes(nitf)),
    )


def read_text(nitf: _Element, incoming: Incoming, known: Filing) -> Filing:
    """The known fields with the blocks of body.content, or of the whole body without one."""
    content = nitf.find(".//body.content")
    if content is None:
        content = nitf.find(".//body")
    notes, known = known.blocks, replace(known, blocks=())
    filing = read_agency(pieces(nitf if content is None else content), incoming, known)
    return replace(filing, blocks=(*filing.blocks, *_tagline(nitf), *notes))


def _meta(nitf: _Element) -> dict[str, str]:
    return {
        name: " ".join(content.split())
        for element in nitf.iterfind(".//meta")
        if (name := element.get("name")) and (content := (element.get("content") or "").strip())
    }


def _from_meta(meta: dict[str, str], field: str) -> str | None:
    return next((meta[name] for name in _META[field] if name in meta), None)


def _slug(meta: dict[str, str]) -> str | None:
    slug = _from_meta(meta, "slug")
    take_key = meta.get("anpa-takekey")
    return f"{slug} {take_key}" if slug and take_key else slug


def _deck(nitf: _Element) -> str | None:
    """The abstract, or a second headline that says something else than the first."""
    deck = first_text(nitf, ".//body.head/abstract", ".//abstract")
    second = first_text(nitf, ".//hedline/hl2")
    return deck or (second if second != first_text(nitf, ".//hl1") else None)


def _is_byline(text: str | None) -> bool:
    """Whether a byline names a person: ANSA puts its deck there, a sentence in lower case."""
    words = (text or "").split()
    lower = [word for word in words if word.islower() and len(word) > 1]
    return len(words) <= _LONGEST_NAME or len(lower) * 2 < len(words)


def _other_date(nitf: _Element) -> str | None:
    return (
        iso(first_value(nitf, ".//story.date", "norm"))
        or iso(first_value(nitf, ".//pubdata", "date.publication"))
        or iso(first_value(nitf, ".//date.release", "norm"))
        or iso(first_value(nitf, ".//dateline/story.date", "norm"))
    )


def _source(nitf: _Element) -> str | None:
    return (
        first_text(nitf, ".//distributor")
        or first_value(nitf, ".//del-list/from-src", "src-name")
        or first_value(nitf, ".//doc.copyright", "holder")
        or first_value(nitf, ".//doc-id", "regsrc")
    )


def _language(nitf: _Element, meta: dict[str, str]) -> str | None:
    return (
        nitf.get(LANGUAGE)
        or nitf.get("baselang")
        or next((meta[name] for name in _LANGUAGE_META if name in meta), None)
        or first_value(nitf, ".//lang", "iso639", "lang")
    )


def _keywords(nitf: _Element) -> Iterator[str]:
    for keyword in nitf.iterfind(".//keyword"):
        if word := (keyword.get("key") or text_of(keyword) or "").strip():
            yield word


def _notes(nitf: _Element) -> Iterator[Block]:
    for message in nitf.iterfind(".//ed-msg"):
        if note := (message.get("info") or text_of(message) or "").strip():
            yield Block(Role.NOTE, note, reason="a message to editors")


def _tagline(nitf: _Element) -> Iterator[Block]:
    for text in texts(nitf, ".//body.end"):
        yield Block(Role.SIGNOFF, text)


FORMAT = Format("nitf", "application/nitf+xml", sniff, parse)
