"""Writing cells: the cursor, the pen, and the fewest bytes that move them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from copytaster.terminal.cells import SINGLE, steady

if TYPE_CHECKING:
    from copytaster.terminal.plan import Piece
    from copytaster.terminal.row import Row
    from copytaster.terminal.sgr import Styles


class Erasing(StrEnum):
    """Which blanks may be erased instead of written."""

    NEVER = "never"
    PLAIN = "plain"
    """Those of the terminal's own background: every terminal can."""
    COLOURED = "coloured"
    """Those of any background: terminals with terminfo's `bce`."""


_LONG_BLANK: Final = re.compile("( {12,})")
"""Blanks that are shorter to erase (ECH and a move, 9 bytes and more) than to write."""


class Painter:
    """Knows where the terminal's cursor is and what its pen is; gathers what is to be sent."""

    def __init__(self, styles: Styles, erasing: Erasing) -> None:
        self._styles = styles
        self._erasing = erasing
        self._out: list[str] = []
        self.forget()

    def forget(self) -> None:
        """Take the cursor's place and the pen as unknown: the next writing sets both."""
        self._at: tuple[int, int] | None = None
        self._pen: int | None = None

    def taken(self) -> str:
        """What was gathered since the last call."""
        out = "".join(self._out)
        self._out.clear()
        return out

    def move(self, y: int, x: int) -> None:
        """Bring the cursor to row `y` and column `x`, both from 0."""
        if self._at == (y, x):
            return
        row, column = self._at or (-2, 0)
        if row == y and x > column:
            self._out.append(f"\x1b[{x - column}C" if x - column > 1 else "\x1b[C")
        elif row == y - 1 and x == 0:
            self._out.append("\r\n")
        else:
            self._out.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")
        self._at = (y, x)

    def use(self, style: int) -> None:
        """Take up the pen of this number."""
        if self._pen is None:
            self._out.append("\x1b[m\x1b]8;;\x1b\\")
            self._pen = 0
        if style != self._pen:
            self._out.append(self._styles.change(self._pen, style))
            self._pen = style

    @property
    def pen(self) -> int | None:
        """The number of the style that the terminal writes in; None: unknown."""
        return self._pen

    def write(self, row: Row, piece: Piece) -> None:
        """Write the cells of a piece of the row."""
        self.use(piece.style)
        text = "".join(filter(None, row.characters[piece.start : piece.end]))
        if not SINGLE.issuperset(text):
            self._write_cells(piece.y, row, piece.start, piece.end)
        elif self._may_erase(piece.style):
            self._write_erasing(piece.y, piece.start, text, len(row.characters))
        else:
            self._write_text(piece.y, piece.start, text)

    def _may_erase(self, style: int) -> bool:
        seen = self._styles.pens[self._styles.blank[style]]
        coloured = self._erasing is Erasing.COLOURED
        return (
            self._erasing is not Erasing.NEVER
            and not seen.attributes
            and (coloured or not seen.back)
        )

    def _write_text(self, y: int, x: int, text: str) -> None:
        self.move(y, x)
        self._out.append(text)
        self._at = (y, x + len(text))

    def _write_erasing(self, y: int, x: int, text: str, width: int) -> None:
        for part in _LONG_BLANK.split(text):
            if _LONG_BLANK.fullmatch(part):
                self.move(y, x)
                self._out.append("\x1b[K" if x + len(part) == width else f"\x1b[{len(part)}X")
            elif part:
                self._write_text(y, x, part)
            x += len(part)

    def _write_cells(self, y: int, row: Row, left: int, right: int) -> None:
        self.move(y, left)
        for x in range(left, right):
            cell = row.characters[x] or ""
            if cell:
                self.move(y, x)
                self._out.append(cell)
            self._at = (y, x + 1) if steady(cell) and self._at else None
