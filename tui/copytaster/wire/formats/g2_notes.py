"""Editors' notes of NewsML-G2: what an `edNote` says, and whether readers may see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytaster.wire.article import Block, Role
from copytaster.wire.formats.content import pieces_of_element
from copytaster.wire.lines.notices import NOT_FOR_PUBLICATION

if TYPE_CHECKING:
    from lxml.etree import _Element

_PRIVATE_ROLES = ("contacts", "closingline", "internal", "nonpublic")
_PUBLIC_REASON = "a note to editors"


def notes_of(item: _Element) -> Iterator[Block]:
    """The notes of an item, each text once, the private ones marked as not for publication."""
    notes = list(_notes(item))
    private = {text for text, is_private in notes if is_private}
    for text in dict.fromkeys(text for text, _ in notes):
        reason = NOT_FOR_PUBLICATION if text in private else _PUBLIC_REASON
        yield Block(Role.NOTE, text, reason=reason)


def _notes(item: _Element) -> Iterator[tuple[str, bool]]:
    for note in (*item.iterfind(".//edNote"), *item.iterfind(".//ednote")):
        is_private = _is_private(note)
        hidden = {text for section in _private_sections(note) for text in _texts(section)}
        for text in _texts(note):
            yield text, is_private or text in hidden


def _texts(element: _Element) -> list[str]:
    return [piece.text for piece in pieces_of_element(element)]


def _is_private(note: _Element) -> bool:
    role = (note.get("role") or "").lower()
    return "nonpublic" in (note.get("pubconstraint") or "").lower() or role.endswith(_PRIVATE_ROLES)


def _private_sections(note: _Element) -> Iterator[_Element]:
    for element in note.iter("*"):
        name = element.get("class") or ""
        if "nonpublic" in name or "closingline" in name:
            yield element
