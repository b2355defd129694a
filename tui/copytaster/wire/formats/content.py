"""The text inside an envelope, whichever of the usual ways it was put in.

NewsML, ninjs, feeds and mail all carry text as plain text, as HTML in a string, or as elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from copytaster.wire.formats.rendering import pieces
from copytaster.wire.formats.wrapping import text_paragraphs
from copytaster.wire.pieces import Kind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(
    r"</?(?:p|br|div|b|i|u|a|em|strong|su[bp]|small|ul|ol|li|h[1-6r]|span|font|img|figure|blockquote|pre|"
    r"table|t[rdh]|html|body|section|article|nitf|block)\b[^<>]*>",
    re.IGNORECASE,
)
_MONSTROUS = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})\s[^<>]{20000,}>")
"""A start tag of many kilobytes: libxml2 takes minutes over 200,000 attributes."""
_LINK = ".//a[@href]"
_MOST_LINKS = 100


def is_markup(text: str) -> bool:
    """Whether a string holds HTML rather than plain text."""
    return bool(_TAG.search(text))


def pieces_of_text(text: str) -> list[Piece]:
    """The pieces of a string that may be HTML or plain text."""
    if is_markup(text):
        return pieces_of_html(text)
    return [Piece(Kind.TEXT, paragraph) for paragraph in text_paragraphs(text)]


def pieces_of_html(html: str) -> list[Piece]:
    """The pieces of an HTML fragment or page in a string."""
    root = html_root(html)
    return [] if root is None else list(pieces(root))


def html_root(html: str) -> _Element | None:
    """The root of an HTML text, parsed leniently with nothing fetched; None for an empty one."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = _MONSTROUS.sub(r"<\1>", html).encode("utf-8", "replace")
    return etree.fromstring(data, parser) if data.strip() else None


def pieces_of_element(element: _Element) -> list[Piece]:
    """The pieces of an element that holds markup, escaped markup, or text."""
    if len(element) == 0:
        return pieces_of_text(element.text or "")
    return list(pieces(element))


def links_in(element: _Element | None) -> tuple[str, ...]:
    """Where the links of an element lead: http addresses, each once."""
    if element is None:
        return ()
    return web_addresses(link.get("href") for link in element.iterfind(_LINK))


def web_addresses(addresses: Iterable[str | None]) -> tuple[str, ...]:
    """Those of the addresses that lead to the web, each once, in order."""
    found = (address.strip() for address in addresses if address)
    kept = dict.fromkeys(each for each in found if each.startswith(("http://", "https://")))
    return tuple(kept)[:_MOST_LINKS]
