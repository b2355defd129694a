"""A model of the terminal's screen: what the program wants there, and what is there.

`Grid.read` takes the stream that Textual writes (moves, SGR, text); `Grid.changes` gives the least
that brings the terminal from what it shows to what is wanted. Textual repaints whole regions and
wraps each segment in its own SGR and reset; most of that is there already. Sequences that do not
paint are dropped, so nothing that came in with a text can act.
"""

from __future__ import annotations

import re

from copytaster.terminal.cells import cells
from copytaster.terminal.grammar import LINK
from copytaster.terminal.painter import Erasing, Painter
from copytaster.terminal.plan import Plan
from copytaster.terminal.row import Row, runs
from copytaster.terminal.sgr import Styles

_TOKENS = re.compile(
    r"\x1b\[(\d+)(?:;(\d+))?H"
    r"|\x1b\[(\d*C)"
    r"|\x1b\[([\d;]*m)"
    r"|([^\x00-\x1f\x7f-\x9f\ud800-\udfff]+)"
    r"|(\n)"
    r"|\x1b\]8;[^;\x00-\x1f]*(;[^\x00-\x1f\x7f-\x9f]*)(?:\x07|\x1b\\)"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b\[[\d;:<=>?]*[ -/]*[@-~]"
)
_LINK = re.compile(LINK)


class Grid:
    """The screen as it is wanted and as it is shown, `width` by `height` cells."""

    def __init__(self, width: int, height: int, erasing: Erasing = Erasing.PLAIN) -> None:
        self._styles = Styles()
        self._painter = Painter(self._styles, erasing)
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Start anew in another size: nothing is wanted, and what is shown is unknown."""
        self.size = (width, height)
        self._wanted = [Row(width) for _ in range(height)]
        self._shown = [Row(width) for _ in range(height)]
        self._x = self._y = self._style = 0
        self._parked: tuple[int, int] | None = None
        self._touched: set[int] = set()
        self._painter.forget()

    def forget(self) -> None:
        """Take what is shown as unknown, so that the next changes paint all that is wanted."""
        for row in self._shown:
            row.forget()
        self._touched.update(range(self.size[1]))
        self._painter.forget()

    def read(self, data: str) -> None:
        """Take in a piece of Textual's stream: it changes what is wanted."""
        for row, column, forward, codes, text, newline, link in _TOKENS.findall(data):
            if text:
                self._put(text)
            elif codes:
                self._style = self._styles.after(self._style, codes[:-1])
            elif row:
                self._y, self._x = int(row) - 1, int(column or 1) - 1
            elif forward:
                self._x += int(forward[:-1] or 1)
            elif newline:
                self._y, self._x = self._y + 1, 0
            elif link:
                self._link(link[1:])

    def changes(self) -> str:
        """The bytes that make the terminal show what is wanted; afterwards it does."""
        plan = Plan(self._styles)
        for y in sorted(self._touched):
            wanted, shown = self._wanted[y], self._shown[y]
            if wanted.equals(shown):
                continue
            for start, end in runs(wanted, shown, self._styles.blank):
                plan.add(y, wanted, start, end)
            shown.copy_from(wanted)
        self._touched.clear()
        for piece in plan.ordered(self._painter.pen):
            self._painter.write(self._wanted[piece.y], piece)
        self._park()
        return self._painter.taken()

    def picture(self) -> str:
        """The whole screen as it is wanted, in sequences that `read` and any terminal take."""
        plan, painter = Plan(self._styles), Painter(self._styles, Erasing.NEVER)
        for y, row in enumerate(self._wanted):
            for start, end in runs(row, Row(self.size[0]), self._styles.blank):
                plan.add(y, row, start, end)
        for piece in plan.ordered(None):
            painter.write(self._wanted[piece.y], piece)
        return painter.taken()

    def shows(self, picture: str) -> None:
        """Take it that the terminal shows this picture, painted by someone else."""
        self.read(f"{picture}\x1b[1;1H")
        for shown, wanted in zip(self._shown, self._wanted, strict=True):
            shown.copy_from(wanted)
        self._touched.clear()

    def _put(self, text: str) -> None:
        width, height = self.size
        if 0 <= self._y < height and 0 <= self._x < width:
            pieces = cells(text)
            self._wanted[self._y].put(self._x, pieces, self._style)
            self._touched.add(self._y)
            self._x += len(pieces)

    def _link(self, link: str) -> None:
        self._style = self._styles.linked(self._style, link if _LINK.fullmatch(link) else "")

    def _park(self) -> None:
        """Leave the cursor where Textual did, if that is not the corner: input methods look."""
        if (self._y, self._x) != (0, 0) and self._y < self.size[1] and self._x < self.size[0]:
            self._painter.move(self._y, self._x)
