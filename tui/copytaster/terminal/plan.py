"""What to write in which order: row by row, or all of one style before the next.

A change of 24-bit colours takes about 20 bytes and a move 3 to 8, so where many styles stand side
by side, as in panes, going through the styles is shorter; in running text, through the rows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copytaster.terminal.row import Row
    from copytaster.terminal.sgr import Styles


class Piece(NamedTuple):
    """Cells of one row, from column `start` to before `end`, that one pen writes."""

    style: int
    y: int
    start: int
    end: int


class Plan:
    """The pieces of one frame."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._pieces: list[Piece] = []
        self._latest: dict[int, int] = {}

    def add(self, y: int, row: Row, start: int, end: int) -> None:
        """Add the cells of a span; blanks go with any pen that looks the same on them."""
        for style, left, right in self._stretches(row, start, end):
            self._pieces.append(Piece(style, y, left, right))

    def ordered(self, pen: int | None) -> Sequence[Piece]:
        """The pieces in the order that costs fewer bytes, beginning with this pen."""
        by_style = sorted(self._pieces, key=lambda piece: (piece.style != pen, piece))
        return min((self._pieces, by_style), key=self._cost)

    def _stretches(self, row: Row, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        blank = self._styles.blank
        first, cells = row.styles[start], end - start
        if row.styles[start:end].count(first) == cells:
            blanks = row.characters[start:end].count(" ")
            yield self._known(blank[first], -1 if blanks == cells else first), start, end
            return
        left, ground, style = start, blank[first], -1
        for x in range(start, end):
            here, letter = row.styles[x], row.characters[x] != " "
            if blank[here] != ground or (letter and style not in (-1, here)):
                yield self._known(ground, style), left, x
                left, ground, style = x, blank[here], -1
            if letter:
                style = here
        yield self._known(ground, style), left, end

    def _known(self, ground: int, style: int) -> int:
        if style >= 0:
            self._latest[ground] = style
        return self._latest.get(ground, ground) if style < 0 else style

    def _cost(self, pieces: Sequence[Piece]) -> int:
        change = self._styles.change
        return sum(
            len(change(old.style, new.style)) + _move(old, new) for old, new in pairwise(pieces)
        )


def _move(old: Piece, new: Piece) -> int:
    """About the bytes of a move from the end of one piece to the start of another."""
    if old.y == new.y and new.start >= old.end:
        return 0 if new.start == old.end else 4
    return 2 if new.y == old.y + 1 and new.start == 0 else 7
