"""What a paragraph looks like, whatever its language: length, words, sentences, capitals.

The measures are those of jusText and boilerpipe (Kohlschütter 2010), without their stop words: a
wire comes in any language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REAL_LENGTH = 240
"""Characters from which a paragraph is prose for certain; three sentences are as good."""

_STOPS = ".!?…。！？।؟"
_CLOSERS = "\"”’'»)]“"
_BREAKS = re.compile(r"[.!?…][\"”’'»)\]]*\s+[\"“‘'«(\[]*[^\W\d_a-zà-ÿа-я]|[。！？]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_STRAIGHT = str.maketrans("‘’“”„«»–—−\u00a0\u202f\u200bİı", '\'\'"""""---   ii')
_TRIM = " \t\"'`.,:;…·•*|>›‹→←▸▶►▼↓-_=~()[]}#!¡?¿؟&+"


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of one paragraph.

    `key` is the text as it is looked up: folded case, straight quotes, single spaces, no
    decoration. `words` counts words, or half the characters in scripts without spaces. `closed`
    means it ends as a sentence does; `asks` that the end is a question or an exclamation.
    """

    key: str
    length: int
    words: int
    sentences: int
    closed: bool
    asks: bool
    shouts: bool

    @property
    def real(self) -> bool:
        """A paragraph of prose beyond doubt: it ends any block of links."""
        return self.length >= REAL_LENGTH or (self.sentences >= 3 and self.words >= 15)

    @property
    def prose(self) -> bool:
        """Reads like a sentence of the story."""
        return self.real or (self.closed and not self.asks and self.words >= 8)


def key_of(text: str) -> str:
    """The text as it is looked up: folded, straight, single-spaced, undecorated.

    The dotted and the dotless i of Turkish are one letter here: capitals do not tell which it was.
    """
    straight = text if text.isascii() else text.translate(_STRAIGHT)
    return " ".join(straight.casefold().split()).strip(_TRIM)


def shape_of(text: str) -> Shape:
    """The measures of a text."""
    words = text.split()
    bare = text.rstrip(_CLOSERS + " ")
    last = bare[-1:] if bare else ""
    closed = last in _STOPS if last else False
    return Shape(
        key=key_of(text),
        length=len(text),
        words=_count(text, words),
        sentences=len(_BREAKS.findall(text)) + closed,
        closed=closed,
        asks=last in "?!？！؟" if last else False,
        shouts=len(text) > 3 and text.isupper() and 2 * sum(map(str.isupper, text)) > len(text),
    )


def _count(text: str, words: list[str]) -> int:
    if len(words) * 12 > len(text) or not _CJK.search(text):
        return len(words)
    return max(len(words), len(_CJK.findall(text)) // 2)
