"""Text for terminals that have ASCII only: every cell drawn with what comes nearest to it.

The program has glyphs of its own for such a terminal; this is for all the rest, the copy itself
among it, since one byte that the terminal does not know shifts everything to the right of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import normalize

from rich.cells import split_graphemes

UNKNOWN: Final = "?"
_LIKE: Final = {
    "'": "‘’‚",
    '"': "“”„«»",
    "<": "‹←",
    ">": "›→▸",
    "-": "–—−―·─",
    ".": "…",
    "*": "•",
    "^": "↑",
    "v": "↓▾",
    "x": "×✓",
    "|": "│",
    "+": "┌┐└┘├┤",
    "X": "✗",
    "s": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "d": "đ",
    "D": "Đ",
}
_NEAREST: Final = {each: plain for plain, likes in _LIKE.items() for each in likes}


def ascii_only(text: str) -> str:
    """The text in ASCII, in as many cells; what has no likeness there is a question mark."""
    if text.isascii():
        return text
    spans, _ = split_graphemes(text)
    return "".join(_plain(text[start:end], width) for start, end, width in spans)


@lru_cache(4096)
def _plain(grapheme: str, width: int) -> str:
    if grapheme.isascii():
        return grapheme
    nearest = _NEAREST.get(grapheme[0]) or normalize("NFKD", grapheme)[:1]
    return (nearest if nearest.isascii() else UNKNOWN).ljust(width, UNKNOWN)[:width]
