"""Which element of a web page holds the article: by its markup, and by how much text it holds.

Measured on text that is not in links, menus or forms: the innermost of `article`, `main`,
`itemprop=articleBody` and their like that holds nearly all that the best of them holds; without
any of them, the element around most paragraphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_CANDIDATES = (
    ".//article",
    ".//main",
    ".//*[@role='main']",
    ".//*[@role='article']",
    ".//*[@itemprop='articleBody']",
)
_IGNORED = frozenset(
    {
        "a", "nav", "footer", "form", "aside", "button", "script", "style", "noscript", "select",
        "svg", "template",
    }
)  # fmt: skip
_NEARLY_ALL = 0.85
_LEAST_OF_BODY = 0.2
_MOST_OF_BODY = 0.6
_MOST_CANDIDATES = 80
_RUN = 20


def main_element(root: _Element) -> _Element:
    """The element that holds the article; the body where nothing tells it from the rest."""
    body = root.find("body")
    body = root if body is None else body
    whole = weight(body)
    marked = _marked(body, whole)
    return marked if marked is not None else _densest(body, whole)


def _marked(body: _Element, whole: int) -> _Element | None:
    """The innermost of the marked elements that holds nearly what the best of them does."""
    weights = {element: weight(element) for element in _candidates(body)}
    best = max(weights.values(), default=0)
    if not best or best < _LEAST_OF_BODY * whole:
        return None
    return max((each for each, found in weights.items() if found >= best * _NEARLY_ALL), key=_depth)


def _candidates(body: _Element) -> list[_Element]:
    found = dict.fromkeys(each for path in _CANDIDATES for each in body.iterfind(path))
    return list(found)[:_MOST_CANDIDATES]


def _densest(body: _Element, whole: int) -> _Element:
    """The element around most of the paragraphs; the body where that is not most of its text."""
    paragraphs: dict[_Element, int] = {}
    for paragraph in body.iter("p"):
        parent = paragraph.getparent()
        if parent is not None:
            paragraphs[parent] = paragraphs.get(parent, 0) + weight(paragraph)
    if not paragraphs:
        return body
    element = max(paragraphs, key=lambda each: paragraphs[each])
    while weight(element) < _MOST_OF_BODY * whole:
        parent = element.getparent()
        if parent is None or element is body:
            return body
        element = parent
    return element


def _depth(element: _Element) -> int:
    return sum(1 for _ in element.iterancestors())


def weight(element: _Element) -> int:
    """Characters of text in runs of some length, outside links, menus and forms."""
    from lxml import etree

    total = _long(element.text)
    walker = etree.iterwalk(element, events=("start",))
    for _, each in walker:
        if each is element or not isinstance(each.tag, str):
            continue
        total += _long(each.tail)
        if each.tag in _IGNORED:
            walker.skip_subtree()
        else:
            total += _long(each.text)
    return total


def _long(text: str | None) -> int:
    size = len(text.strip()) if text else 0
    return size if size >= _RUN else 0
