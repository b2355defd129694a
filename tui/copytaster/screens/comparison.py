"""The comparison: what this article has that another does not, and where the two do not agree."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from copytaster.desk.words.rows import Row
from copytaster.presentation.comparison import (
    SIDE_BY_SIDE,
    ComparedLine,
    compared_lines,
    right_column,
)
from copytaster.presentation.glyphs import UNICODE, Glyphs
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.story_setting import counted
from copytaster.presentation.wrap import cut, fit
from copytaster.screens.overlay import Overlay, leaving
from copytaster.stories.comparing.comparison import Comparison
from copytaster.stories.comparing.revision import Revision
from copytaster.terminal.safe import safe_row
from copytaster.widgets.key_line import KeyLine
from copytaster.widgets.text_pane import TextPane

_CONTEXT = 2
"""Lines that stay in sight above the difference one goes to."""


class ComparisonText(TextPane):
    """The comparison in lines; `n` and `p` go from difference to difference."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "stop(1)", "Next difference", show=False),
        Binding("p", "stop(-1)", "Previous difference", show=False),
    ]

    def __init__(
        self,
        ours: Row,
        theirs: Row,
        comparison: Comparison,
        revision: Revision | None,
        glyphs: Glyphs,
    ) -> None:
        super().__init__()
        self._ours, self._theirs = ours, theirs
        self._comparison, self._revision = comparison, revision
        self._glyphs = glyphs
        self._lines: list[ComparedLine] = []
        self._stops: list[int] = []
        self.chosen: int | None = None
        """The number of the difference that `n` or `p` went to."""

    @property
    def length(self) -> int:
        """How many lines the comparison has."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One line of it, marked where it is part of the chosen difference."""
        each = self._lines[place]
        if each.difference is None or each.difference != self.chosen:
            return each.line
        (first, look), *rest = each.line
        return ((self._glyphs.cursor, Look.KEY), (first[1:], look), *rest)

    def head(self) -> Line:
        """Which two, how much of the second is new, and which of its differences is chosen."""
        width = self.outer_size.width
        told = f" {self._comparison.new:.0%} new{self._position()} "
        if width < SIDE_BY_SIDE:
            name = cut(f" + {_name(self._theirs)}", width - len(told))
            return ((fit(name, width - len(told)), Look.PLAIN), (told, Look.PLAIN))
        start = right_column(width)
        left = fit(f"  {_name(self._ours)}", start - 2) + "  "
        right = fit(_name(self._theirs), width - start - len(told))
        return ((left, Look.PLAIN), (right, Look.PLAIN), (told, Look.PLAIN))

    def _position(self) -> str:
        if not self._stops:
            return ""
        count = len(self._stops)
        if self.chosen is not None:
            told = f"{self.chosen + 1}/{count}"
        else:
            roomy = self.outer_size.width >= SIDE_BY_SIDE
            told = counted(count, "difference") if roomy else str(count)
        return f" {self._glyphs.dot} {told}"

    def on_resize(self) -> None:
        """Another width: other lines."""
        super().on_resize()
        found = compared_lines(self._comparison, self.outer_size.width, self._revision)
        self._lines = list(found)
        self._stops = [place for place, line in enumerate(self._lines) if line.stop]
        self.show_from(self.top)

    def action_stop(self, step: int) -> None:
        """To the next or previous difference; from the text that is in sight at first."""
        if not self._stops:
            return
        if self.chosen is None:
            chosen = self._first_in_sight(step)
        else:
            chosen = max(0, min(self.chosen + step, len(self._stops) - 1))
        self.chosen = chosen
        place = self._stops[chosen]
        end = place + sum(line.difference == chosen for line in self._lines)
        if place < self.top or end > self.top + self.page:
            self.show_from(place - _CONTEXT)
        else:
            self.refresh()

    def _first_in_sight(self, step: int) -> int:
        ahead = [number for number, place in enumerate(self._stops) if place >= self.top]
        if step > 0:
            return ahead[0] if ahead else len(self._stops) - 1
        return max(0, (ahead[0] if ahead else len(self._stops)) - 1)


class CompareScreen(Overlay[None]):
    """The comparison on the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*leaving("D", "compare")]
    FOOT: ClassVar[dict[str, str]] = {
        "stop(1)": "next difference",
        "stop(-1)": "previous",
        "move(1)": "line down",
        "app.help": "keys",
        "dismiss": "back",
    }

    def __init__(
        self,
        ours: Row,
        theirs: Row,
        comparison: Comparison,
        revision: Revision | None = None,
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        self._text = ComparisonText(ours, theirs, comparison, revision, glyphs)

    def compose(self) -> ComposeResult:
        """Put up the comparison."""
        yield self._text
        yield KeyLine()


def _name(row: Row) -> str:
    source = f"{row.source}: " if row.source else ""
    return safe_row(f"{source}{row.title}")
