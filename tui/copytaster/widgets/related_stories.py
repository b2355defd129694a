"""The related pane: what else tells this story, by kind, with scores and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from copytaster.commands import Room, bindings
from copytaster.desk.words.rows import Row
from copytaster.presentation.empty import no_relatives
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.relations import (
    RelatedLine,
    Relative,
    compact_lines,
    grouped,
    roomy_lines,
    spread,
    words_line,
)
from copytaster.widgets.pane import LinePane

ROOMY_PAGE = 14
WIDE = 44
ENOUGH_TO_SPREAD = 6
"""Fewer scores are read faster one by one than as a picture."""


class RelatedStories(LinePane, can_focus=True):
    """Shows `relatives` of the article of `shown_number`; None: they are still being looked for.

    While the index is `unfinished` there may be more of them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.RELATED)]
    ROOM = Room.RELATED

    relatives: var[tuple[Relative, ...] | None] = var(None)
    unfinished: var[bool] = var(False)
    shown_number: var[int | None] = var(None)

    @dataclass
    class Chosen(Message):
        """One wants to read this related story."""

        number: int

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.cursor: int | None = None
        self._shown: list[Relative] = []
        self._lines: list[RelatedLine] = []

    @property
    def length(self) -> int:
        """How many lines the related stories take."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """One line of one related story, or a heading."""
        return self._lines[place].line

    def head(self) -> Line:
        """How many there are, and, where there is room, how their scores are spread."""
        if self.shown_number is None:
            return ((" Related", Look.PLAIN),)
        if self.relatives is None:
            return ((" Related  looking …", Look.PLAIN),)
        so_far = " so far" if self.unfinished else ""
        count = len(self.relatives)
        shown = f" Related  {count}{so_far}" if count else f" Nothing related{so_far}"
        if not self._has_room_for_spread(count):
            return ((shown, Look.PLAIN),)
        drawn = spread([one.related.score for one in self.relatives], self.glyphs)
        gap = self.outer_size.width - len(shown) - len(drawn) - 1
        return ((shown + " " * gap, Look.PLAIN), (drawn, Look.SCORE))

    def under_cursor(self, place: int) -> bool:
        """Whether the line belongs to the related story that keys act on."""
        line = self._lines[place]
        return self.cursor is not None and line.place == self.cursor and bool(line.line)

    def watch_relatives(self) -> None:
        """Another article, or its related stories are known now."""
        self._shown = grouped(self.relatives or ())
        self.cursor = 0 if self.has_focus and self._shown else None
        self.top = 0
        self._lay_out()

    def watch_shown_number(self, before: int | None, now: int | None) -> None:
        """An article is on show again, or none is any more."""
        if None in (before, now):
            self.refresh_head()

    def watch_unfinished(self) -> None:
        """The index has grown up, or begun to grow; what is shown says so in the head alone."""
        if self._shown:
            self.refresh_head()
        else:
            self._lay_out()

    def on_resize(self) -> None:
        """A tall pane has room for reasons, a low one shows a line each."""
        super().on_resize()
        self._lay_out()

    def on_focus(self) -> None:
        """With the keys here, one of the stories is under the cursor."""
        super().on_focus()
        if self.cursor is None and self._shown:
            self.move(0)

    def move(self, step: int) -> None:
        """The next or previous related story comes under the cursor."""
        if not self._shown:
            return
        start = -1 if self.cursor is None and step > 0 else self.cursor or 0
        self.cursor = max(0, min(start + step, len(self._shown) - 1))
        places = [at for at, line in enumerate(self._lines) if line.place == self.cursor]
        for place in (*places[-1:], *places[:1]):
            self.scroll_to_place(place)
        self.refresh()

    @property
    def chosen(self) -> Row | None:
        """The row of the story under the cursor, or of the best one."""
        return self._shown[self.cursor or 0].row if self._shown else None

    def action_move(self, step: int) -> None:
        """One related story down or up."""
        self.move(step)

    def action_page(self, step: int) -> None:
        """A few related stories down or up."""
        self.move(step * 4)

    def action_first(self) -> None:
        """To the best related story."""
        self.move(-len(self._shown))

    def action_last(self) -> None:
        """To the last related story."""
        self.move(len(self._shown))

    def action_go(self) -> None:
        """Go to the related story under the cursor."""
        if self.cursor is not None and self._shown:
            self.post_message(self.Chosen(self._shown[self.cursor].row.number))

    def _has_room_for_spread(self, count: int) -> bool:
        roomy = self.page >= ROOMY_PAGE and self.outer_size.width >= WIDE
        return roomy and count >= ENOUGH_TO_SPREAD

    def _lay_out(self) -> None:
        lines = roomy_lines if self.page >= ROOMY_PAGE else compact_lines
        width = self.outer_size.width
        self._lines = list(lines(self._shown, width, self.glyphs)) if self.outer_size else []
        if not self._lines and self.outer_size and self.relatives is not None:
            self._lines = list(words_line(no_relatives(unfinished=self.unfinished), width))
        self.top = max(0, min(self.top, len(self._lines) - 1))
        self.refresh()
