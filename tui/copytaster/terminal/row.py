"""One line of the screen, and which of its cells differ to the eye."""

from __future__ import annotations

from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING, Final

from copytaster.terminal.cells import SINGLE, steady

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP: Final = 4
"""Unchanged cells that cost no more to write again than to jump over (a jump is 3 to 5 bytes)."""


class Row:
    """Cells of a line: what stands in each (None: unknown), and the number of its style.

    A wide character is followed by a cell that holds "".
    """

    __slots__ = ("characters", "styles")

    def __init__(self, width: int) -> None:
        self.characters: list[str | None] = [None] * width
        self.styles = [0] * width

    def put(self, x: int, text: Sequence[str], style: int) -> None:
        """Write cells from column `x`; what runs over either edge is cut, halves become blanks."""
        characters = self.characters
        room = len(characters) - x
        end = x + min(len(text), room)
        if x > 0 and characters[x] == "":
            characters[x - 1] = " "
        if end < len(characters) and characters[end] == "":
            characters[end] = " "
        characters[x:end] = text[:room]
        self.styles[x:end] = [style] * (end - x)
        if len(text) > room and text[room] == "":
            characters[-1] = " "

    def equals(self, other: Row) -> bool:
        """Whether the same stands in every cell, in the same style."""
        return self.characters == other.characters and self.styles == other.styles

    def copy_from(self, other: Row) -> None:
        """Become equal to another row of the same width, but for cells unknown in the other."""
        if None in other.characters:
            both = zip(self.characters, other.characters, strict=True)
            self.characters[:] = [own if cell is None else cell for own, cell in both]
        else:
            self.characters[:] = other.characters
        self.styles[:] = other.styles

    def forget(self) -> None:
        """Make every cell unknown."""
        self.characters[:] = [None] * len(self.characters)


def runs(wanted: Row, shown: Row, blank: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The spans of columns to write, left to right, so that `shown` looks like `wanted`.

    `blank` gives for each style the number of its look on a blank cell.
    """
    start = end = -1
    for x in _changed(wanted, shown, blank):
        if start >= 0 and x != end and (x - end > GAP or not _joined(wanted, end, x)):
            yield start, end
            start = x
        start = x if start < 0 else start
        end = x + 1
    if start >= 0:
        yield start, end


def _changed(wanted: Row, shown: Row, blank: Sequence[int]) -> list[int]:
    """The columns that differ, most of the comparing done in C."""
    new, old = wanted.characters, shown.characters
    new_styles, old_styles = wanted.styles, shown.styles
    found = set(compress(count(), map(ne, new, old)))
    if new_styles != old_styles:
        found.update(
            x
            for x in compress(count(), map(ne, new_styles, old_styles))
            if not (new[x] == " " == old[x] and blank[new_styles[x]] == blank[old_styles[x]])
        )
    changed = sorted(x for x in found if new[x] is not None) if None in new else sorted(found)
    if not changed or (SINGLE.issuperset(new) and SINGLE.issuperset(old)):
        return changed
    return _whole(wanted, _with_neighbours(wanted, shown, changed))


def _with_neighbours(wanted: Row, shown: Row, changed: list[int]) -> set[int]:
    """With the cells that a terminal may have drawn over, where it counts otherwise than rich."""
    width = len(wanted.characters)
    found = set(changed)
    for x in changed:
        if not (steady(wanted.characters[x] or "") and steady(shown.characters[x] or "")):
            found |= {near for near in (x + 1, x + 2) if near < width}
    return {x for x in found if wanted.characters[x] is not None}


def _whole(wanted: Row, found: set[int]) -> list[int]:
    """With the second cell of every wide character that was found."""
    ends = {x for x, cell in enumerate(wanted.characters) if cell == ""}
    return sorted(found | ({x + 1 for x in found} & ends))


def _joined(wanted: Row, end: int, x: int) -> bool:
    """Whether the few cells between two changes are so plain that they are written again."""
    one_style = len(set(wanted.styles[end - 1 : x])) == 1
    return one_style and SINGLE.issuperset(wanted.characters[end:x])
