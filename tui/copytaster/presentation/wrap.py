"""Text to lines of a given width, counted in cells of the terminal.

Text whose characters are all one cell wide, nearly all wire copy, is cut by offsets: 0.1 ms for a
thousand words. Everything else is measured character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

_NARROW = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_WORDS = (
    r"\s+|[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]"
    r"|[^\s\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]+"
)
"""Compiled where it is used: that takes 3 ms, which the start can do without."""
_NEVER_FIRST = frozenset("、。，．！？；：）」』】〕〉》”’…ー々")


def is_narrow(text: str) -> bool:
    """Whether each character of the text takes exactly one cell."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def width_of(text: str) -> int:
    """The cells that a text takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """The text in exactly `width` cells: padded with spaces, or cut with an ellipsis."""
    return pad(cut(text, width, ellipsis), width)


def pad(text: str, width: int) -> str:
    """The text with spaces after it up to `width` cells; longer text as it is."""
    return text + " " * (width - width_of(text))


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """The text in at most `width` cells, its loss marked by an ellipsis."""
    if width <= 0:
        return ""
    if is_narrow(text):
        return text if len(text) <= width else text[: width - 1].rstrip() + ellipsis
    if cell_len(text) <= width:
        return text
    return _prefix(text, width - 1).rstrip() + ellipsis


def longest(width: int, *wordings: str) -> str:
    """The first of several wordings, the longest first, that is no wider; else the last, cut."""
    fitting = (each for each in wordings if width_of(each) <= width)
    return next(fitting, None) or cut(wordings[-1], width)


def cut_front(text: str, width: int, ellipsis: str = "…") -> str:
    """The end of the text in at most `width` cells, as of a path the name; its loss marked."""
    if width <= 0 or width_of(text) <= width:
        return text if width > 0 else ""
    start = len(text)
    while width_of(text[start - 1 :]) < width:
        start -= 1
    return ellipsis + text[start:]


def _prefix(text: str, width: int) -> str:
    taken = 0
    for offset, character in enumerate(text):
        taken += get_character_cell_size(character)
        if taken > width:
            return text[:offset]
    return text


def wrap(text: str, width: int) -> Iterator[str]:
    """The text as lines of at most `width` cells, broken at spaces where there are any."""
    width = max(1, width)
    return _wrap_narrow(text, width) if is_narrow(text) else _wrap_wide(text, width)


def _wrap_narrow(text: str, width: int) -> Iterator[str]:
    start, end = 0, len(text)
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space <= start:
            yield text[start : start + width]
            start += width
        else:
            yield text[start:space]
            start = space + 1
    yield text[start:]


def _wrap_wide(text: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for word in _words(text, width):
        cells = cell_len(word)
        if taken and taken + cells > width:
            kept = _hold_back(line) if word in _NEVER_FIRST else ""
            yield line[: len(line) - len(kept)].rstrip()
            line = kept + word.lstrip()
            taken = cell_len(line)
        else:
            line, taken = line + word, taken + cells
    yield line.rstrip()


def _hold_back(line: str) -> str:
    """The last character of a line, to go before a mark that begins no line (JIS X 4051)."""
    return line[-1] if len(line) > 1 and not line[-1].isspace() else ""


def _words(text: str, width: int) -> Iterator[str]:
    for word in re.findall(_WORDS, text):
        rest = word
        while cell_len(rest) > width:
            head = _prefix(rest, width) or rest[0]
            yield head
            rest = rest[len(head) :]
        if rest:
            yield rest
