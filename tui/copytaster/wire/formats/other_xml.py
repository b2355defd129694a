"""XML of an agency's own: elements named as fields usually are, else its longest texts.

Ritzau's RBNews, the Canadian Press's Publish, Cision's and Solita's releases each name a headline
and a text as children of one element; every such element is an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of, is_article
from copytaster.wire.formats.rendering import pieces
from copytaster.wire.formats.values import keyed
from copytaster.wire.formats.xml_tree import LANGUAGE, Tree, markup_of, parse_tree
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.opening.incoming import Incoming

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXTS = frozenset(
    {"content", "body", "text", "contenttext", "bodytext", "bodyhtml", "story", "article"}
)
_HEADLINES = frozenset({"headline", "title", "heading", "subject", "name"})
_MOST_ARTICLES = 10_000


def sniff(incoming: Incoming) -> bool:
    """Any element that is closed again, behind a declaration or not."""
    name, start_tag = incoming.root
    return bool(name) and (
        start_tag.endswith("/>") or f"</{name}" in incoming.text or _declared(incoming)
    )


def _declared(incoming: Incoming) -> bool:
    return incoming.head.startswith("<?xml")


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing an element with a headline and a text; else one of all the text there is."""
    tree = parse_tree(incoming.text)
    found = list(_articles(tree.root))[:_MOST_ARTICLES]
    if not found:
        yield _whole(tree, incoming)
    for record in found:
        filing = filing_of(record, incoming, agency=True)
        yield replace(filing, warnings=(*filing.warnings, *tree.warnings))


def _articles(root: _Element) -> Iterator[dict[str, Any]]:
    for element in root.iter("*"):
        names = {child.tag.lower() for child in element if isinstance(child.tag, str)}
        if names & _TEXTS and names & _HEADLINES:
            record = _record(element)
            if is_article(record):
                yield record


def _record(element: _Element) -> dict[str, Any]:
    """The children as named values: text, markup where it is a text's, else values within."""
    values: dict[str, Any] = {"language": element.get("lang") or element.get(LANGUAGE)}
    values["guid"] = element.get("id") or element.get("guid")
    for child in element:
        if isinstance(child.tag, str) and (value := _value(child)):
            values.setdefault(child.tag, value)
    return keyed(values)


def _value(child: _Element) -> str | dict[str, str | None]:
    if len(child) == 0:
        return (child.text or "").strip()
    if child.tag.lower() in _TEXTS:
        return markup_of(child)
    return {each.tag: each.text for each in child if isinstance(each.tag, str)}


def _whole(tree: Tree, incoming: Incoming) -> Filing:
    known = Filing(warnings=(*tree.warnings, "XML of no known kind: all its text is shown"))
    return read_agency(pieces(tree.root), incoming, known)


FORMAT = Format("other-xml", "application/xml", sniff, parse)
