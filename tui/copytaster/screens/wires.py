"""The wires: what each source sent, hour by hour, and which of them has gone quiet."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from copytaster.desk.lists.wires import Span, Wire, Wires
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.wires import sum_line, wire_line, wires_head
from copytaster.screens.overlay import Overlay, leaving
from copytaster.widgets.pick_list import PickList, picking

SPANS = list(Span)
TELLING = 10
KEYS: Line = (
    (" Enter", Look.KEY),
    (" lists this wire ", Look.MUTED),
    (" h l", Look.KEY),
    (" look back less, more ", Look.MUTED),
    (" Esc", Look.KEY),
    (" closes", Look.MUTED),
)


class WireList(PickList):
    """One line a source, the busiest first; `h` and `l` look back less and more far."""

    BINDINGS: ClassVar[list[BindingType]] = [
        picking("List this wire"),
        Binding("l,right,tab", "span(1)", "Look back further", show=False),
        Binding("h,left", "span(-1)", "Look back less far", show=False),
    ]

    def __init__(self, read: Callable[[Span], Wires], glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._read = read
        self._wires = _of_a_telling_span(read)

    @property
    def wires(self) -> tuple[Wire, ...]:
        """The sources as they stand in the list."""
        return self._wires.wires

    @property
    def chosen(self) -> Wire | None:
        """The source under the cursor."""
        return self.wires[self.cursor] if self.wires else None

    @property
    def length(self) -> int:
        """A line a source, then all of them together, and the keys."""
        return len(self.wires) + 4 if self.wires else 1

    def line(self, place: int) -> Line:
        """One source; under the last all together, and the keys."""
        width, wires = self.outer_size.width, self._wires
        if not wires.wires:
            return ((" Nothing has come in yet.", Look.MUTED),)
        if place < len(wires.wires):
            return wire_line(wires.wires[place], wires, width, self.glyphs)
        if place == len(wires.wires) + 1:
            return sum_line(wires, width, self.glyphs)
        return KEYS if place == len(wires.wires) + 3 else BLANK

    def head(self) -> Line:
        """The names of the columns."""
        return wires_head(self._wires, self.outer_size.width, self.glyphs)

    def go(self, place: int) -> None:
        """Only a source can be picked."""
        super().go(min(place, len(self.wires) - 1))

    def action_span(self, step: int) -> None:
        """Look back another span of time."""
        place = SPANS.index(self._wires.span) + step
        self._wires = self._read(SPANS[max(0, min(place, len(SPANS) - 1))])
        self.go(self.cursor)


class WiresScreen(Overlay[str | None]):
    """The wires over whatever was on show; its result is the source that was picked."""

    BINDINGS: ClassVar[list[BindingType]] = [*leaving("W", "wires")]

    def __init__(self, read: Callable[[Span], Wires], glyphs: Glyphs) -> None:
        super().__init__()
        self._list = WireList(read, glyphs)

    def compose(self) -> ComposeResult:
        """Put up the one pane."""
        yield self._list

    def on_pick_list_picked(self) -> None:
        """Whoever is picked is listed."""
        if self._list.chosen is not None:
            self.dismiss(self._list.chosen.source)


def _of_a_telling_span(read: Callable[[Span], Wires]) -> Wires:
    """The wires of the last day, or of longer where a day has too little to show."""
    for span in (Span.DAY, Span.WEEK):
        if (wires := read(span)).total >= TELLING:
            return wires
    return read(Span.MONTH)
