"""Marks on the rows of a list: the next decision is about them instead of the one under the cursor.

Every mark is of a row that is in the list: what the head counts is what keys act on.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from textual.message import Message
from textual.reactive import var

from copytaster.widgets.row_list import RowList


class MarkedList(RowList):
    """A list whose rows can be marked, one by one, in ranges or all."""

    marked: var[frozenset[int]] = var(frozenset())

    @dataclass
    class Unmarked(Message):
        """So many marked rows went out of the list, and lost their marks."""

        count: int

    @dataclass
    class Anchorless(Message):
        """A range was to be marked, and no mark in the list says where it begins."""

    _last_marked: int | None = None

    @property
    def has_anchor(self) -> bool:
        """Whether a mark says where a range begins."""
        return self._last_marked is not None and self.shows(self._last_marked)

    def chosen(self) -> list[int]:
        """The rows that a decision is about: the marked ones in their order, or the one here."""
        if self.marked:
            return [number for number in self.order if number in self.marked]
        return [] if self.number is None else [self.number]

    def mark_again(self, numbers: frozenset[int]) -> None:
        """Mark these rows, and no others, as far as they are in the list."""
        self.marked = numbers.intersection(self.order) if numbers else numbers

    def watch_order(self, order: array[int]) -> None:
        """No key can act on a row that is not in the list."""
        super().watch_order(order)
        before = len(self.marked)
        self.mark_again(self.marked)
        if len(self.marked) < before:
            self.post_message(self.Unmarked(before - len(self.marked)))

    def watch_marked(self) -> None:
        """Rows were marked, or marks taken away; with the last one goes where a range began."""
        if not self.marked:
            self._last_marked = None
        self.forget()

    def action_mark(self) -> None:
        """Mark the row, or take its mark away, and go to the next."""
        if self.number is not None:
            self._last_marked = self.number
            self.marked = self.marked ^ {self.number}
            self.go(self.cursor + 1)

    def action_mark_range(self) -> None:
        """Mark all rows from the last mark to the cursor."""
        start = self._place_of(self._last_marked)
        if start is None:
            self.post_message(self.Anchorless())
            return
        first, last = sorted((start, self.cursor))
        self.marked = self.marked | set(self.order[first : last + 1])

    def action_mark_all(self) -> None:
        """Mark all rows that the view shows, or, where all are marked, none."""
        every = frozenset(self.order)
        self.marked = frozenset() if self.marked == every else every
