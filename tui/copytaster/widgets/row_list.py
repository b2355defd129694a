"""Rows in an order, with a cursor that never moves by itself.

What a row is and how it looks is for others to say (`article_list`); here is only where the cursor
stands when rows come, go and change places.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from textual.message import Message
from textual.reactive import var

from copytaster.desk.keeping.bookmark import Bookmark
from copytaster.desk.words.order import place_of
from copytaster.widgets.pane import LinePane


class RowList(LinePane):
    """A list of row numbers of any length, of which only what is in sight is drawn.

    `order` holds the numbers; `caption` is what the head says; `turn` counts what was decided, so
    that a change in the ledger shows; `shown_number` is the row that the screen shows, and follows
    the cursor.
    """

    order: var[array[int]] = var(lambda: array("q"))
    caption: var[str] = var("")
    turn: var[int] = var(0)
    shown_number: var[int | None] = var(None)

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another row (None: the list is empty), moved by a key or not."""

        number: int | None
        by_hand: bool

    @dataclass
    class Lost(Message):
        """The article under the cursor is no longer there; the cursor stands on another."""

    def __init__(self, bookmark: Bookmark | None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self._number = bookmark.number if bookmark else None
        self._first_top = bookmark.top if bookmark else None
        self._stands = bookmark is not None
        self._stale: set[int] = set()
        self._scrolled = False

    def exists(self, number: int) -> bool:
        """Whether there still is such a row, in this order or not."""
        raise NotImplementedError

    @property
    def length(self) -> int:
        """How many rows the view has."""
        return len(self.order)

    @property
    def number(self) -> int | None:
        """The row number under the cursor."""
        return self._number

    @property
    def at_top(self) -> bool:
        """Whether the first row is in sight, where in most orders new ones come."""
        return self.top == 0

    def stand(self) -> None:
        """From now on the cursor stays on its article.

        Until the first key, or until all was read for the first time, it stays on the first place
        instead: a newcomer's list fills from above.
        """
        self._stands = True

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

    def around(self, reach: int) -> list[int]:
        """The row numbers around the cursor, nearest first: what may be wanted next."""
        places = [self.cursor + sign * far for far in range(1, reach + 1) for sign in (1, -1)]
        return [self.order[place] for place in places if 0 <= place < len(self.order)]

    def in_sight(self) -> list[int]:
        """The row numbers that the pane shows."""
        return self.order[self.top : self.top + self.page].tolist()

    def under_cursor(self, place: int) -> bool:
        """Whether the cursor stands on this row."""
        return place == self.cursor

    def cache_key(self, place: int) -> object:
        """Rows are kept by their number."""
        return self.order[place]

    def watch_order(self, order: array[int]) -> None:
        """Rows came, went or changed places: the cursor stays on its article, the scroll too."""
        self.forget()
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

    def watch_caption(self) -> None:
        """The head changes."""
        self.refresh_head()

    def on_resize(self) -> None:
        """Another height: the cursor stays in sight."""
        super().on_resize()
        self.show_from(self.top)
        self.scroll_to_place(self.cursor)

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

    def _arrive(self, place: int, *, by_hand: bool = False) -> None:
        self.cursor = place
        self._number = self.order[place] if self.order else None
        self.post_message(self.Highlighted(self._number, by_hand))

    def _lose_place(self) -> None:
        """The article under the cursor is not in the view: the nearest one takes its place.

        Where it is because its file has gone, what is being read stays on show.
        """
        gone = self._number is not None and not self.exists(self._number)
        nearest = min(self.cursor, max(0, len(self.order) - 1))
        if gone and self.order:
            self.cursor, self._number = nearest, self.order[nearest]
            self.post_message(self.Lost())
        else:
            self._arrive(nearest)

    def _place_of(self, number: int | None) -> int | None:
        return None if number is None else place_of(self.order, number)
