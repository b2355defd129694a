"""Marked-up text to pieces: paragraphs, subheads, captions and tables, in the order of the page.

Our own renderer, for XHTML, NITF and HTML alike: every block-level element ends a piece, and
nothing is judged here. It walks with lxml's `iterwalk`, so depth costs no stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytaster.wire.formats.tables import aligned, data_rows
from copytaster.wire.formats.wrapping import BREAK, paragraphs
from copytaster.wire.pieces import Kind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element, iterwalk


_KINDS = {
    "h1": Kind.TITLE,
    "hl1": Kind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "hl2", "dt"), Kind.SUBHEAD),
    **dict.fromkeys(("figcaption", "caption", "media-caption", "media-producer"), Kind.CAPTION),
    **dict.fromkeys(("li", "dd"), Kind.ITEM),
    **dict.fromkeys(("nav", "footer", "form", "button", "menu"), Kind.MENU),
    **dict.fromkeys(("aside",), Kind.ASIDE),
    **dict.fromkeys(("byline",), Kind.BYLINE),
}
_CLASSES = {"byline": Kind.BYLINE, "teaser": Kind.DECK}
_MENU_ROLES = frozenset({"navigation", "dialog", "alertdialog", "contentinfo", "menu", "search"})
_OUTER = (Kind.MENU, Kind.ASIDE, Kind.CAPTION)
_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
        "head",
        "select", "option", "textarea", "video", "audio", "canvas", "map", "media-metadata",
        "media-object",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "p", "div", "section", "article", "main", "header", "address", "blockquote", "pre",
        "ul", "ol",
        "dl", "tr", "td", "th", "tbody", "thead", "table", "figure", "fieldset", "details",
        "summary",
        "hr", "center", "html", "body",
        "block", "body.head", "body.content", "body.end", "hedline", "abstract", "tagline", "note",
        "bq", "q.block", "ln", "poem", "media", "fn",
    }
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def pieces(root: _Element) -> Iterator[Piece]:
    """The pieces under this element."""
    return _Renderer().walk(root)


class _Renderer:
    """The state of one walk: the text since the last boundary, and the kinds around it."""

    def __init__(self) -> None:
        self._buffer: list[str] = []
        self._kinds: list[Kind] = []
        self._linked = 0
        self._links = 0
        self._passed_over: _Element | None = None

    def walk(self, root: _Element) -> Iterator[Piece]:
        """The pieces under an element, in the order of the page."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = element.tag.lower() if isinstance(element.tag, str) else ""
            if self._passed_over is not None and element is self._passed_over:
                self._passed_over = None
                self._take(element.tail)
            elif event == "end":
                yield from self._leave(name, element, is_root=element is root)
            elif _is_skipped(name, element):
                self._pass_over(walker, element)
            elif name == "table" and (rows := data_rows(element)):
                yield from self._flush()
                yield Piece(Kind.TABLE, aligned(rows))
                self._pass_over(walker, element)
            else:
                yield from self._enter(name, element)
        yield from self._flush()

    def _pass_over(self, walker: iterwalk, element: _Element) -> None:
        walker.skip_subtree()
        self._passed_over = element

    def _enter(self, name: str, element: _Element) -> Iterator[Piece]:
        kind = _kind_of(name, element)
        if name in _BLOCKS or kind:
            yield from self._flush()
        if kind:
            self._kinds.append(kind)
        if name == "br":
            self._buffer.append(BREAK)
        elif name == "a":
            self._links += 1
        self._take(element.text)

    def _leave(self, name: str, element: _Element, *, is_root: bool) -> Iterator[Piece]:
        kind = _kind_of(name, element)
        if name in _BLOCKS or kind:
            yield from self._flush()
        if kind:
            self._kinds.pop()
        if name == "a":
            self._links = max(0, self._links - 1)
        if not is_root:
            self._take(element.tail)

    def _take(self, text: str | None) -> None:
        if text:
            self._buffer.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _flush(self) -> Iterator[Piece]:
        text = "".join(self._buffer)
        linked, self._linked = self._linked, 0
        self._buffer.clear()
        if text.strip():
            share = min(1.0, linked / len(text.strip()))
            kind = self._kind()
            for paragraph in paragraphs(text):
                yield Piece(kind, paragraph, share)

    def _kind(self) -> Kind:
        outer = next((kind for kind in self._kinds if kind in _OUTER), None)
        return outer or (self._kinds[-1] if self._kinds else Kind.TEXT)


def _kind_of(name: str, element: _Element) -> Kind | None:
    if element.get("role") in _MENU_ROLES:
        return Kind.MENU
    return _CLASSES.get(element.get("class") or "") if name == "p" else _KINDS.get(name)


def _is_skipped(name: str, element: _Element) -> bool:
    if name in _SKIPPED or element.get("hidden") is not None:
        return True
    if name in ("ul", "time") and element.get("class") in ("slugline", "publicationDate"):
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
