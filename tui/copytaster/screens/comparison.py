"""The comparison: what this article has that another does not, and where the two do not agree."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from copytaster.desk.rows import Row
from copytaster.presentation.comparison import SIDE_BY_SIDE, ComparedLine, compared_lines
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import cut, fit
from copytaster.stories.comparing.comparison import Comparison
from copytaster.terminal.safe import safe_row
from copytaster.widgets.text_pane import TextPane


class ComparisonText(TextPane):
    """The comparison in lines; `n` and `p` go from difference to difference."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "stop(1)", "Next difference", show=False),
        Binding("p", "stop(-1)", "Previous difference", show=False),
    ]

    def __init__(self, ours: Row, theirs: Row, comparison: Comparison) -> None:
        super().__init__()
        self._ours, self._theirs, self._comparison = ours, theirs, comparison
        self._lines: list[ComparedLine] = []

    @property
    def length(self) -> int:
        """How many lines the comparison has."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One line of it."""
        return self._lines[place].line

    def head(self) -> Line:
        """Which two, and how much of the second is new."""
        width = self.outer_size.width
        new = f"{100 * self._comparison.new:.0f}% new "
        if width < SIDE_BY_SIDE:
            name = cut(f" + {_name(self._theirs)}", width - len(new) - 1)
            return ((fit(name, width - len(new)), Look.PLAIN), (new, Look.PLAIN))
        half = width // 2
        left = fit(f" {_name(self._ours)}", half)
        right = fit(f" {_name(self._theirs)}", width - half - len(new))
        return ((left, Look.PLAIN), (right, Look.PLAIN), (new, Look.PLAIN))

    def on_resize(self) -> None:
        """Another width: other lines."""
        super().on_resize()
        self._lines = list(compared_lines(self._comparison, self.outer_size.width))
        self.show_from(self.top)

    def action_stop(self, step: int) -> None:
        """To the next or previous difference."""
        stops = [place for place, line in enumerate(self._lines) if line.stop]
        ahead = [place for place in stops if (place - self.top) * step > 0]
        if ahead:
            self.show_from(min(ahead) if step > 0 else max(ahead))


class CompareScreen(ModalScreen[None]):
    """The comparison on the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,D", "dismiss", "Close", show=False)]

    def __init__(self, ours: Row, theirs: Row, comparison: Comparison) -> None:
        super().__init__()
        self._text = ComparisonText(ours, theirs, comparison)

    def compose(self) -> ComposeResult:
        """Put up the comparison."""
        yield self._text


def _name(row: Row) -> str:
    source = f"{row.source}: " if row.source else ""
    return safe_row(f"{source}{row.title}")
