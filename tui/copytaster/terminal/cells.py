"""Text cut into the cells of a terminal, as rich measures it, which is how Textual lays it out.

A cell holds a grapheme (a letter with its marks), or "" where the wide character before it ends.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final
from unicodedata import combining

from rich.cells import split_graphemes

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CODE_POINTS: Final = 8
"""Code points kept in one cell, whatever was stacked on it."""

_SINGLE_RANGES: Final = (
    (0x20, 0x7F), (0xA0, 0xAD), (0xAE, 0x300), (0x370, 0x378), (0x37A, 0x380), (0x390, 0x3A2),
    (0x3A3, 0x483), (0x48A, 0x530), (0x531, 0x557), (0x561, 0x588), (0x5D0, 0x5EB),
    (0x60C, 0x60D), (0x61B, 0x61C), (0x61F, 0x64B), (0x660, 0x670), (0x671, 0x6D6),
    (0x6F0, 0x700), (0xE01, 0xE31), (0x10D0, 0x1100), (0x1E00, 0x1F00), (0x2010, 0x2028),
    (0x2030, 0x205F), (0x20A0, 0x20C1), (0x2100, 0x2189), (0x2190, 0x21F8), (0x2200, 0x2300),
    (0x2400, 0x2427), (0x2500, 0x25FD), (0x2800, 0x2900), (0xFFFD, 0xFFFE),
)  # fmt: skip
_WIDE_RANGES: Final = (
    (0x3001, 0x303F), (0x3041, 0x3097), (0x3099, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000),
    (0xAC00, 0xD7A4), (0xF900, 0xFA6E), (0xFF01, 0xFF61),
)  # fmt: skip

SINGLE: Final = frozenset(chain.from_iterable(map(chr, range(*span)) for span in _SINGLE_RANGES))
"""Characters that every terminal draws in one cell."""


def cells(text: str) -> Sequence[str]:
    """The cells that the text takes; marks that have no letter before them are dropped."""
    if SINGLE.issuperset(text):
        return text
    spans, _ = split_graphemes(text)
    return [cell for start, end, width in spans for cell in _cell(text[start:end], width)]


@lru_cache(4096)
def steady(cell: str) -> bool:
    """Whether terminals agree how many cells this one takes.

    They do not on emoji, joined or qualified characters and many scripts of South Asia; after one
    of those only an absolute move says where the cursor is.
    """
    if cell in SINGLE or not cell:
        return True
    known = cell[0] in SINGLE or any(low <= ord(cell[0]) < high for low, high in _WIDE_RANGES)
    return known and all(map(combining, cell[1:]))


def _cell(grapheme: str, width: int) -> tuple[str, ...]:
    return (grapheme[:MOST_CODE_POINTS], "")[:width]
