"""XML parsed safely: nothing outside is read, no entity is expanded, names lose their namespaces.

The DOCTYPE is cut off before parsing, so entity bombs, external entities and external DTDs never
reach the parser; the HTML entities that agencies use without declaring them (`&nbsp;`) are
resolved, unknown ones stay as they are written. lxml gets `resolve_entities=False, no_network=True,
load_dtd=False, huge_tree=False`; a file that is not well-formed is read again with `recover=True`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final

from copytaster.wire.opening.incoming import root_offset

if TYPE_CHECKING:
    from lxml.etree import _Element

LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITY = re.compile(r"<!\[CDATA\[.*?\]\]>|&([A-Za-z][A-Za-z0-9]{0,40});", re.DOTALL)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CONTROLS = dict.fromkeys(range(32)) | dict.fromkeys((65534, 65535))
for _kept in (9, 10, 13):
    del _CONTROLS[_kept]
_CONTROL_SYMBOLS = {code: chr(0x2400 + code) if code < 32 else "\ufffd" for code in _CONTROLS}
_CONTROL_REFERENCE = re.compile(r"&#(?:x(0*[01]?[0-9a-fA-F])|(0*[0-3]?[0-9]));")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


class NoMarkupError(ValueError):
    """There is no root element to be had."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The root element, and what had to be put up with."""

    root: _Element
    warnings: tuple[str, ...] = ()


def parse_tree(text: str) -> Tree:
    """The tree of this text; NoMarkupError where not even the recovering parser finds a root."""
    from lxml import etree

    options: dict[str, Any] = {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
        "encoding": "utf-8",
    }
    body = _resolved(text[root_offset(text) or 0 :])
    try:
        return Tree(_plain_names(etree.fromstring(_bytes(body), etree.XMLParser(**options))))
    except (etree.XMLSyntaxError, ValueError):
        parser = etree.XMLParser(**options, recover=True)
        root = etree.fromstring(_bytes(_legal(body)), parser)
    if root is None:
        raise NoMarkupError("no root element")
    return Tree(_plain_names(root), (_complaint(body, root.tag),))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _resolved(text: str) -> str:
    """The text with HTML's named entities as characters, and unknown ones as literal text."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_entity, text)


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if name is None or name in _XML_ENTITIES:
        return match[0]
    return html5.get(f"{name};", f"&amp;{name};")


def _legal(text: str) -> str:
    """The text with the characters that XML forbids shown as symbols, references to them too."""
    text = text.translate(_CONTROL_SYMBOLS)
    text = _CONTROL_REFERENCE.sub(_control_reference, text)
    return _SURROGATES.sub("\ufffd", text)


def _control_reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return _CONTROL_SYMBOLS.get(code, match[0])


def _complaint(body: str, tag: str) -> str:
    closed = body.rstrip().endswith((f"{tag.rpartition('}')[2]}>", "/>"))
    return "not well-formed XML: read as far as it goes" if closed else "the file is cut off"


def _plain_names(root: _Element) -> _Element:
    """The same tree with `newsItem` for `{http://…}newsItem` and for `nar:newsItem`."""
    for element in root.iter("*"):
        tag = element.tag
        if "}" in tag or ":" in tag:
            element.tag = tag.rpartition("}")[2].rpartition(":")[2]
    return root


def raw_texts(element: _Element) -> Iterator[str]:
    """Every piece of text in an element, as it stands there."""
    return (text for text in element.itertext() if isinstance(text, str))


def text_of(element: _Element | None) -> str | None:
    """All text in an element, its blanks collapsed; None where there is none."""
    if element is None:
        return None
    return " ".join("".join(raw_texts(element)).split()) or None


def spaced_text(element: _Element | None) -> str | None:
    """All text in an element whose parts, a name and a position, stand for themselves."""
    if element is None:
        return None
    return " ".join(" ".join(raw_texts(element)).split()).replace(" ,", ",") or None


def first_text(element: _Element, *paths: str) -> str | None:
    """The text at the first of these paths (ElementPath, `.//name`) that has any."""
    for path in paths:
        for found in element.iterfind(path):
            if text := text_of(found):
                return text
    return None


def markup_of(element: _Element) -> str:
    """What is inside an element, as it would be written."""
    from lxml import etree

    return (element.text or "") + "".join(
        etree.tostring(each, encoding="unicode") for each in element
    )


def first_value(element: _Element, path: str, *names: str) -> str | None:
    """The first attribute of these names, at the first element of this path that has one."""
    for found in element.iterfind(path):
        for name in names:
            if value := (found.get(name) or "").strip():
                return value
    return None


def texts(element: _Element, path: str) -> Iterator[str]:
    """The texts of all elements at this path that have any."""
    return filter(None, map(text_of, element.iterfind(path)))
