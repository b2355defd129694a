"""What a piece of text on the screen means; a theme says how that looks.

A pane is made of lines, a line of spans, a span of a text and its look. The looks are the only
words that the presentation and the style sheet share: look TITLE is the class
`look--title` in every pane.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias


class Look(StrEnum):
    """What a span means: each is a class in the panes (`look--…`)."""

    PLAIN = "plain"
    MUTED = "muted"
    STRONG = "strong"
    READ = "read"
    UNREAD = "unread"
    TITLE = "title"
    DECK = "deck"
    KICKER = "kicker"
    SOURCE = "source"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    NOTE = "note"
    SUSPECT = "suspect"
    KNOWN = "known"
    CHANGED = "changed"
    SIMILAR = "similar"
    NEWS = "news"
    FOLDED = "folded"
    ALARM = "alarm"
    URGENT = "urgent"
    KEPT = "kept"
    SPIKED = "spiked"
    FLAGGED = "flagged"
    EMBARGO = "embargo"
    SCORE = "score"
    HEAD = "head"
    FOCUS = "focus"
    KEY = "key"


Span: TypeAlias = tuple[str, Look]
Line: TypeAlias = tuple[Span, ...]

BLANK: Line = ()


def plain_text(line: Line) -> str:
    """The characters of a line without their looks."""
    return "".join(text for text, _ in line)
