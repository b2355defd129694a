"""The article list: rows in the desk's order, each as one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from copytaster.commands import Room, bindings
from copytaster.desk.desk import Desk
from copytaster.desk.words.rows import Row, View
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look, Span
from copytaster.presentation.rows import RowStyle, row_line
from copytaster.widgets.marked_list import MarkedList

CHUNK = 200


class ArticleList(MarkedList, can_focus=True):
    """All articles of a view, one line each; it opens where it was left the last time."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.LIST)]
    ROOM = Room.LIST

    view: var[View] = var(View())

    @dataclass
    class Read(Message):
        """The row under the cursor is to be read."""

    def __init__(
        self, desk: Desk, glyphs: Glyphs, clock: Callable[[], float], *, id: str | None = None
    ) -> None:
        super().__init__(desk.bookmark(), id=id)
        self.desk = desk
        self.glyphs = glyphs
        self._clock = clock
        self._now = clock()

    def exists(self, number: int) -> bool:
        """Whether the desk still has this row."""
        return self.desk.row(number) is not None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows to be drawn are fetched together: sixty by themselves take 12 ms, together 2."""
        if crop.height > 1:
            missing = [number for number in self.in_sight() if number not in self._strips]
            self.desk.rows(missing)
        return super().render_lines(crop)

    def line(self, place: int) -> Line:
        """The row at a place, or a blank line where it has just gone."""
        row = self.desk.row(self.order[place])
        if row is None:
            return ()
        style = RowStyle(self.outer_size.width - 2, self._now, self.glyphs)
        told_by = self.desk.story_sources(row.story) if self.view.by_story and row.story else ()
        news = self.desk.whats_new(row.number)
        return (self._edge(place), *row_line(row, style, news, told_by))

    def head(self) -> Line:
        """The name of the view, and where in it the cursor stands."""
        place = f"{self.cursor + 1:,} of {self.length:,}" if self.order else "nothing here"
        if self.marked:
            place = f"{len(self.marked):,} marked, {place}"
        room = max(0, self.outer_size.width - len(place) - 3)
        return ((f" {self.caption[:room]:<{room}}", Look.PLAIN), (f" {place} ", Look.PLAIN))

    def watch_view(self) -> None:
        """Rows stand for something else."""
        self.forget()

    def forget(self) -> None:
        """Ages are told anew with the rows."""
        self._now = self._clock()
        super().forget()

    def on_unmount(self) -> None:
        """Keep where one was."""
        if self.number is not None:
            self.desk.keep_bookmark(self.number, self.top)

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

    def action_read(self) -> None:
        """Read the article under the cursor."""
        if self.number is not None:
            self.post_message(self.Read())

    def _edge(self, place: int) -> Span:
        if self.order[place] in self.marked:
            return (self.glyphs.marked, Look.FLAGGED)
        return (self.glyphs.cursor if place == self.cursor else " ", Look.KEY)
