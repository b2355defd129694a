"""Random frames as Textual's compositor writes them: whole regions, and spans of lines."""

from __future__ import annotations

from random import Random

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

NARROW = ["the", "council", "met", "on", "Monday", "–", "“aye”", "14", "│", "é", "ü", "─", "•", ""]
WIDE = ["市議会", "は月曜日", "に開かれ", "ａｂｃ", "한국어", "e\u0301a\u0300", "क", "，"]
COLOURS = ["default", "red", "bright_blue", "color(57)", "#1a2b3c", "#c0ffee", "#000000"]
ATTRIBUTES = ["bold", "italic", "underline", "reverse", "strike", "dim", "underline2"]


class Frames:
    """A source of frames for a screen of one size."""

    def __init__(self, random: Random, width: int, height: int) -> None:
        self._random = random
        self._width = width
        self._height = height
        self._console = Console(force_terminal=True, color_system="truecolor")
        self._styles = [self._style() for _ in range(6)]

    def layout(self) -> str:
        """The whole screen or a part of it, painted anew."""
        random = self._random
        left, top = random.randrange(self._width), random.randrange(self._height)
        region = random.choice(
            (
                Region(0, 0, self._width, self._height),
                Region(left, top, self._width - left, self._height - top),
            )
        )
        return self._whole(region)

    def whole(self) -> str:
        """The whole screen."""
        return self._whole(Region(0, 0, self._width, self._height))

    def spans(self, rows: int = 0) -> str:
        """This many lines (0: as chance has it), each cut in two."""
        count = rows or self._random.randint(1, self._height)
        chosen = sorted(self._random.sample(range(self._height), count))
        chops: list[dict[int, Strip | None]] = [{} for _ in range(self._height)]
        ends: list[list[int]] = [[] for _ in range(self._height)]
        for y in chosen:
            cut = self._random.randint(1, self._width)
            chops[y] = {0: self._strip(cut), cut: self._strip(self._width - cut)}
            ends[y] = [cut, self._width]
        spans = [(y, 0, self._width) for y in chosen]
        return self._written(ChopsUpdate(chops, spans, ends))

    def _whole(self, region: Region) -> str:
        strips = [[self._strip(region.width)] for _ in range(region.height)]
        return self._written(LayoutUpdate(strips, region))

    def _written(self, update: CompositorUpdate) -> str:
        return update.render_segments(self._console)

    def _strip(self, width: int) -> Strip:
        words = NARROW + self._random.choice(([], [], WIDE))
        segments = [
            Segment(
                self._random.choice(words) + " " * self._random.choice((0, 1, 1, 1, 25)),
                self._random.choice([*self._styles, None]),
            )
            for _ in range(self._random.randint(0, 1 + width // 3))
        ]
        return Strip(segments).adjust_cell_length(width, self._random.choice(self._styles))

    def _style(self) -> Style:
        marks = self._random.sample(ATTRIBUTES, self._random.choice((0, 0, 1, 1, 2)))
        colours = f"{self._random.choice(COLOURS)} on {self._random.choice(COLOURS)}"
        return Style.parse(" ".join([*marks, colours]))
