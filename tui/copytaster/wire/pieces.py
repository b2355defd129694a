"""What markup gives: pieces of text, each with what its element says that it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the markup says that a piece is."""

    TEXT = "text"
    TITLE = "title"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    ITEM = "item"
    TABLE = "table"
    BYLINE = "byline"
    DECK = "deck"
    KICKER = "kicker"
    MENU = "menu"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or its like; `link_share` is the part of its letters that are in links."""

    kind: Kind
    text: str
    link_share: float = 0.0
