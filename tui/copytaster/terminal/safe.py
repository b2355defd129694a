"""Text that may be drawn: nothing in it acts on the terminal or deceives the reader.

Wire files are written by the whole world, and Textual hands control characters in text straight to
the terminal. Every string of a file passes through `safe` (or `safe_row`) before it is laid out;
`SafeFilter` (filter.py) and the driver stand behind as second and third nets. This module imports
neither Textual nor rich, so the commands that only print can use it too.

The classes of characters follow the Unicode Character Database: Cc, Cs, the bidirectional controls
of UAX #9, the default-ignorable ones, the non-characters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from unicodedata import category

MOST_MARKS: Final = 4
"""Combining marks kept on one letter; Vietnamese needs 2, pointed Hebrew 3, Tibetan 4."""

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f"
LINE_SEPARATORS: Final = "\u2028\u2029"
BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
NOT_CHARACTERS: Final = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
INVISIBLE: Final = (
    "\u00ad\u034f\u180b-\u180e\u200b\u200d\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
FILLERS: Final = "\u1160-\u11ff\ud7b0-\ud7ff"
"""Hangul vowels and finals: letters of no width of their own, which stack as marks do."""

_UNTOUCHED_RUNS = "\\w\\s\x00-\u02ff\u2000-\u2bff\u3000-\u303f\ufe10-\uffff"
_HOSTILE = f"{CONTROLS}{LINE_SEPARATORS}{BIDI_CONTROLS}{NOT_CHARACTERS}"
_SUSPECT = re.compile(f"[\t{_HOSTILE}{INVISIBLE}]")
_RUN_OF_MARKS = re.compile(
    f"[^{_UNTOUCHED_RUNS}]{{{MOST_MARKS + 1},}}|[{FILLERS}]{{{MOST_MARKS + 1},}}"
)

HOSTILE: Final = re.compile(f"[\t\n{_HOSTILE}]+")
"""What must never reach a terminal, whatever drew it; safe text holds none of it but newlines."""


def safe(text: str) -> str:
    """The text as it may be drawn, its newlines kept and its tabs opened to stops of eight.

    Control characters become their symbols (␛ for escape), C1 controls, overrides of direction and
    broken characters become �, and characters without width go, since each terminal counts them
    differently: zero-width spaces and joiners, variation selectors, soft hyphens, tags. At most
    `MOST_MARKS` marks stay on a letter.
    """
    if text.isascii() and text.isprintable():
        return text
    if _SUSPECT.search(text):
        text = text.replace("\r\n", "\n").translate(_drawn()).expandtabs(8)
    return bounded(text)


def safe_row(text: str) -> str:
    """The text as one row may show it: as `safe`, with a space for every newline and tab."""
    if text.isascii() and text.isprintable():
        return text
    return safe(text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")).replace("\n", " ")


def bounded(text: str) -> str:
    """The text with no more than `MOST_MARKS` marks in a row."""
    return text if text.isascii() else _RUN_OF_MARKS.sub(_fewer_marks, text)


def _fewer_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if _stacks(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _stacks(character: str) -> bool:
    return category(character) in ("Mn", "Me") or re.match(f"[{FILLERS}]", character) is not None


@cache
def _drawn() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(32)}
    table |= dict.fromkeys((0x09,), "\t") | dict.fromkeys((0x0A, 0x85, 0x2028, 0x2029), "\n")
    table[0x7F] = "\N{SYMBOL FOR DELETE}"
    table |= {code: REPLACEMENT for code in range(0x80, 0xA0) if code not in table}
    table |= dict.fromkeys(_members(NOT_CHARACTERS), REPLACEMENT)
    table |= dict.fromkeys(_members(INVISIBLE + BIDI_CONTROLS))
    return table | dict.fromkeys((0x202D, 0x202E), REPLACEMENT)


def _members(characters: str) -> list[int]:
    """The code points of the inside of a regular expression's class."""
    spans = re.findall("(.)(?:-(.))?", characters)
    return [code for first, last in spans for code in range(ord(first), ord(last or first) + 1)]
