"""The article list: rows in the desk's order, a cursor that never moves by itself."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from copytaster.commands import Room, bindings
from copytaster.desk.desk import Desk
from copytaster.desk.rows import Row
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look, Span
from copytaster.presentation.rows import RowStyle, row_line
from copytaster.widgets.pane import LinePane

CHUNK = 200


class ArticleList(LinePane, can_focus=True):
    """All articles of a view, one line each, whatever their number: only what is in sight is read.

    `order` holds row numbers; `caption` is what the head says; `turn` counts what was decided, so
    that a change in the ledger shows; `shown_number` is the row that the screen shows, and follows the
    cursor. It opens where it was left the last time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.LIST)]

    order: var[array[int]] = var(lambda: array("q"))
    caption: var[str] = var("")
    turn: var[int] = var(0)
    marked: var[frozenset[int]] = var(frozenset())
    shown_number: var[int | None] = var(None)

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another row (None: the list is empty), moved by a key or not."""

        number: int | None
        by_hand: bool

    @dataclass
    class Lost(Message):
        """The article under the cursor is no longer there; the cursor stands on another."""

    @dataclass
    class Read(Message):
        """The row under the cursor is to be read."""

    def __init__(
        self, desk: Desk, glyphs: Glyphs, clock: Callable[[], float], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.desk = desk
        self.glyphs = glyphs
        self.cursor = 0
        bookmark = desk.bookmark()
        self._number = bookmark.number if bookmark else None
        self._first_top = bookmark.top if bookmark else None
        self._stands = bookmark is not None
        self._last_marked: int | None = None
        self._stale: set[int] = set()
        self._scrolled = False
        self._clock = clock
        self._now = clock()

    @property
    def length(self) -> int:
        """How many rows the view has."""
        return len(self.order)

    @property
    def number(self) -> int | None:
        """The row number under the cursor."""
        return self._number

    def line(self, place: int) -> Line:
        """The row at a place, or a blank line where it has just gone."""
        row = self._row(place)
        if row is None:
            return ()
        style = RowStyle(self.outer_size.width - 2, self._now, self.glyphs)
        return (self._edge(place), *row_line(row, style))

    def head(self) -> Line:
        """The name of the view, and where in it the cursor stands."""
        place = f"{self.cursor + 1:,} of {self.length:,}" if self.order else "nothing here"
        if self.marked:
            place = f"{len(self.marked):,} marked, {place}"
        room = max(0, self.outer_size.width - len(place) - 3)
        return ((f" {self.caption[:room]:<{room}}", Look.PLAIN), (f" {place} ", Look.PLAIN))

    def _edge(self, place: int) -> Span:
        if self.order[place] in self.marked:
            return (self.glyphs.marked, Look.FLAGGED)
        return (self.glyphs.cursor if place == self.cursor else " ", Look.KEY)

    def under_cursor(self, place: int) -> bool:
        """Whether the cursor stands on this row."""
        return place == self.cursor

    def cache_key(self, place: int) -> object:
        """Rows are kept by their number."""
        return self.order[place]

    def on_unmount(self) -> None:
        """Keep where one was."""
        if self._number is not None:
            self.desk.keep_bookmark(self._number, self.top)

    def watch_order(self, order: array[int]) -> None:
        """Rows came, went or changed places: the cursor stays on its article, the scroll too."""
        self._strips.clear()
        self._now = self._clock()
        place = self._place_of(self._number)
        if not self._stands and order:
            if place != 0:
                self._arrive(0)
        elif place is None:
            self._lose_place()
        elif self._first_top is not None:
            self.top, self._first_top = self._first_top, None
            self._arrive(place)
        else:
            self.top = max(0, self.top + place - self.cursor)
            self.cursor = place
        self.top = min(self.top, max(0, len(order) - self.page))
        self.refresh()

    def stand(self) -> None:
        """From now on the cursor stays on its article.

        Until the first key, or until all was read for the first time, it stays on the first place
        instead: a newcomer's list fills from above.
        """
        self._stands = True

    def _lose_place(self) -> None:
        """The article under the cursor is not in the view: the nearest one takes its place.

        Where it is because its file has gone, what is being read stays on show.
        """
        gone = self._number is not None and self.desk.row(self._number) is None
        nearest = min(self.cursor, max(0, len(self.order) - 1))
        if gone and self.order:
            self.cursor, self._number = nearest, self.order[nearest]
            self.post_message(self.Lost())
        else:
            self._arrive(nearest)

    def on_resize(self) -> None:
        """Another height: the cursor stays in sight."""
        super().on_resize()
        self.show_from(self.top)
        self.scroll_to_place(self.cursor)

    def watch_turn(self) -> None:
        """Something was decided: what is in sight is read again."""
        self.forget()

    def watch_shown_number(self) -> None:
        """The article of the cursor is on show: draw the move now, in one frame with it."""
        if self._scrolled:
            self.refresh()
        else:
            for place in self._stale:
                self.refresh_place(place)
            self.refresh_head()
        self._stale, self._scrolled = set(), False

    def watch_marked(self) -> None:
        """Rows were marked, or marks taken away."""
        self.forget()

    def watch_caption(self) -> None:
        """The head changes."""
        self.refresh_head()

    def go(self, place: int) -> bool:
        """Put the cursor on the row at a place, or as near as there is one; whether it moved."""
        place = max(0, min(place, len(self.order) - 1))
        if not self.order or (place == self.cursor and self._number is not None):
            return False
        self.stand()
        self._stale |= {self.cursor, place}
        self.cursor = place
        self._scrolled |= self.scroll_to_place(place)
        self._arrive(place, by_hand=True)
        return True

    def go_to_number(self, number: int) -> bool:
        """Put the cursor on a row of this number; whether it moved."""
        place = self._place_of(number)
        return place is not None and self.go(place)

    def shows(self, number: int) -> bool:
        """Whether the view has a row of this number."""
        return self._place_of(number) is not None

    def find(self, wanted: Callable[[Row], bool], step: int) -> int | None:
        """The place of the next row that is wanted, after the cursor or before it, or None.

        Rows are fetched in chunks, since what is wanted is nearly always near.
        """
        places = range(self.cursor + step, len(self.order) if step > 0 else -1, step)
        for start in range(0, len(places), CHUNK):
            chunk = places[start : start + CHUNK]
            rows = {row.number: row for row in self.desk.rows([self.order[at] for at in chunk])}
            for place in chunk:
                row = rows.get(self.order[place])
                if row is not None and wanted(row):
                    return place
        return None

    def around(self, reach: int) -> list[int]:
        """The row numbers around the cursor, nearest first: what may be wanted next."""
        places = [self.cursor + sign * far for far in range(1, reach + 1) for sign in (1, -1)]
        return [self.order[place] for place in places if 0 <= place < len(self.order)]

    def action_move(self, step: int) -> None:
        """One row down or up."""
        self.go(self.cursor + step)

    def action_page(self, step: int) -> None:
        """One page down or up."""
        self.go(self.cursor + step * max(1, self.page - 1))

    def action_first(self) -> None:
        """To the first row."""
        self.go(0)

    def action_last(self) -> None:
        """To the last row."""
        self.go(len(self.order) - 1)

    def action_mark(self) -> None:
        """Mark the row, or take its mark away, and go to the next."""
        if self._number is not None:
            self.marked = self.marked ^ {self._number}
            self._last_marked = self._number
            self.go(self.cursor + 1)

    def action_mark_range(self) -> None:
        """Mark all rows from the last mark to the cursor."""
        start = self._place_of(self._last_marked)
        if start is not None and self._number is not None:
            first, last = sorted((start, self.cursor))
            self.marked = self.marked | set(self.order[first : last + 1])

    def chosen(self) -> list[int]:
        """The rows that a decision is about: the marked ones in their order, or the one here."""
        if self.marked:
            return [number for number in self.order if number in self.marked]
        return [] if self._number is None else [self._number]

    def action_read(self) -> None:
        """Read the article under the cursor."""
        if self._number is not None:
            self.post_message(self.Read())

    def _arrive(self, place: int, *, by_hand: bool = False) -> None:
        self.cursor = place
        self._number = self.order[place] if self.order else None
        self.post_message(self.Highlighted(self._number, by_hand))

    def _place_of(self, number: int | None) -> int | None:
        if number is None:
            return None
        try:
            return self.order.index(number)
        except ValueError:
            return None

    def _row(self, place: int) -> Row | None:
        return self.desk.row(self.order[place])
