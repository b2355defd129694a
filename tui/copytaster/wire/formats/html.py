"""HTML pages: the article or main element, rendered to lines and judged by the line rules.

Text is not extracted by a library: trafilatura alone loses text on 42% of pages. Our renderer keeps
all of the chosen element, and what is not the story is folded like any other furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import html_root, links_in
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.html_head import page_fields
from copytaster.wire.formats.html_main import main_element
from copytaster.wire.formats.rendering import pieces
from copytaster.wire.lines.prose import read_page
from copytaster.wire.opening.incoming import Incoming

_ROOTS = frozenset(
    {
        "html", "head", "body", "title", "meta", "div", "p", "article", "main", "section", "header",
        "h1", "h2", "h3", "table", "ul", "ol", "blockquote", "img", "span", "figure", "center",
        "font",
    }
)  # fmt: skip


def sniff(incoming: Incoming) -> bool:
    """A DOCTYPE of HTML, or a first element that only HTML has."""
    return incoming.root[0].lower() in _ROOTS or incoming.head[:14].lower() == "<!doctype html"


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a page."""
    root = html_root(incoming.text)
    if root is None:
        return
    main = main_element(root)
    known = page_fields(root)
    filing = read_page(pieces(main), incoming, replace(known, deck=None))
    deck = known.deck if _in_text(known.deck, filing) else filing.deck
    links = dict.fromkeys((*known.links, *links_in(main)))
    yield replace(filing, deck=deck, links=tuple(links))


def _in_text(deck: str | None, filing: Filing) -> bool:
    """Whether the description of the page is printed on it, and so is its deck."""
    return bool(deck) and any(block.text == deck for block in filing.blocks)


FORMAT = Format("html", "text/html", sniff, parse)
