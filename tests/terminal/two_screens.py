"""Two emulated terminals side by side: one gets Textual's stream, one what the grid makes of it."""

from __future__ import annotations

import pyte
from wcwidth import wcwidth

from copytaster.terminal.grammar import foreign
from copytaster.terminal.grid import Grid
from copytaster.terminal.painter import Erasing

Cell = tuple[object, ...]


class TwoScreens:
    """Feeds a stream to both terminals and says where they differ."""

    def __init__(self, width: int, height: int, erasing: Erasing = Erasing.COLOURED) -> None:
        self.grid = Grid(width, height, erasing)
        self.stock, self.ours = (emulated(width, height) for _ in range(2))
        self.stock_bytes = self.our_bytes = 0

    def feed(self, stream: str) -> str:
        """Show a frame on both; gives what the grid sent."""
        self.grid.read(stream)
        changes = self.grid.changes()
        assert foreign(changes) == []
        pyte.Stream(self.stock).feed(stream)
        pyte.Stream(self.ours).feed(changes)
        self.stock_bytes += len(stream.encode())
        self.our_bytes += len(changes.encode())
        return changes

    def resize(self, width: int, height: int) -> None:
        """Both terminals are another size now, and what they show is anyone's guess."""
        self.grid.resize(width, height)
        self.stock, self.ours = (emulated(width, height) for _ in range(2))

    def differences(self) -> list[tuple[int, int, Cell, Cell]]:
        """(row, column, stock, ours) of every cell that looks different."""
        return [
            (y, x, stock, ours)
            for y in range(self.stock.lines)
            for x, (stock, ours) in enumerate(
                zip(looks(self.stock, y), looks(self.ours, y), strict=True)
            )
            if stock != ours
        ]


def emulated(width: int, height: int) -> pyte.Screen:
    """A terminal that does not wrap its lines, as Textual sets it."""
    screen = pyte.Screen(width, height)
    screen.reset_mode(7, private=True)
    return screen


def looks(screen: pyte.Screen, y: int) -> list[Cell]:
    """A row as the eye sees it: no letter colour on blanks, no half of a wide character."""
    row = [screen.buffer[y][x] for x in range(screen.columns)]
    letters = [cell.data for cell in row]
    for x, letter in enumerate(letters):
        after = letters[x + 1] if x + 1 < len(letters) else None
        wide = wcwidth(letter[0]) == 2 if letter else False
        if wide and after != "":
            letters[x] = " "
        if letter == "" and (x == 0 or wcwidth((letters[x - 1] or " ")[0]) != 2):
            letters[x] = " "
    return [_look(letter, cell) for letter, cell in zip(letters, row, strict=True)]


def _look(letter: str, cell: pyte.screens.Char) -> Cell:
    marks = (cell.underscore, cell.strikethrough, cell.reverse, cell.blink)
    if letter == " " and not any(marks):
        return (" ", cell.bg)
    weight = () if letter == " " else (cell.bold, cell.italics)
    return (letter, cell.fg, cell.bg, *weight, *marks)
