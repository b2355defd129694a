"""RSS 0.9 to 2.0, RDF and Atom: one file, many stories.

Read with lxml like all XML here. An item's fields are its children by their local names, the first
of each name: that is the feed's own before those of extensions such as Media RSS.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of
from copytaster.wire.formats.xml_tree import LANGUAGE, first_text, markup_of, parse_tree, text_of
from copytaster.wire.opening.incoming import Incoming

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {"creator": "author", "summary": "description", "encoded": "bodyhtml", "id": "guid"}


def sniff(incoming: Incoming) -> bool:
    """The root is `rss`, `feed` or `RDF`."""
    return incoming.root[0] in ("rss", "feed", "RDF")


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing an item or entry."""
    tree = parse_tree(incoming.text)
    channel = tree.root.find("channel")
    named = channel_fields(tree.root if channel is None else channel)
    for item in tree.root.iter("item", "entry"):
        filing = filing_of({**named, **fields_of(item)}, incoming, agency=False)
        yield replace(filing, warnings=(*filing.warnings, *tree.warnings))


def channel_fields(channel: _Element) -> dict[str, Any]:
    """What the channel says for all its items: its title is their source."""
    language = first_text(channel, "language") or channel.get(LANGUAGE)
    return {"source": first_text(channel, "title"), "language": language}


def fields_of(item: _Element) -> dict[str, Any]:
    """The fields of an item by the names of `record`."""
    fields: dict[str, Any] = {}
    keywords: list[str] = []
    for child in item:
        name = child.tag.lower() if isinstance(child.tag, str) else ""
        if name == "category":
            keywords.append(child.get("term") or text_of(child) or "")
        elif name == "link":
            fields.setdefault("link", child.get("href") or text_of(child))
        elif value := _content(child):
            fields.setdefault(_NAMES.get(name, name), value)
    fields["keywords"] = [word for word in keywords if word]
    if not fields.get("bodyhtml") and not fields.get("content"):
        fields["bodyhtml"] = fields.pop("description", None) or first_text(item, ".//description")
    if (source := item.find("source")) is not None:
        fields["source"] = first_text(source, "title") or text_of(source)
    return fields


def _content(child: _Element) -> str | None:
    """The text of a child, with its markup where it has any."""
    if len(child) == 0:
        return (child.text or "").strip() or None
    if child.find("name") is not None:
        return first_text(child, "name")
    return markup_of(child)


FORMAT = Format("feed", "application/rss+xml", sniff, parse)
