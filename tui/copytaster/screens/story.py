"""The story page: what became of a story, who had it first, and where its outlets differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from copytaster.desk.words.rows import Row
from copytaster.desk.words.story_page import StoryPage
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.story_page import story_head, story_lines, story_view
from copytaster.presentation.story_setting import StoryLine, StoryView
from copytaster.screens.overlay import Overlay, leaving
from copytaster.widgets.key_line import KeyLine
from copytaster.widgets.pick_list import PickList, picking


class StoryText(PickList):
    """The page in lines; the cursor goes from stop to stop, each of one article."""

    BINDINGS: ClassVar[list[BindingType]] = [picking("Go to the article of this line")]

    def __init__(self, view: StoryView, number: int, glyphs: Glyphs) -> None:
        super().__init__()
        self.view = view
        self.glyphs = glyphs
        self._number = number
        self._lines: list[StoryLine] = []

    @property
    def length(self) -> int:
        """How many lines the page has."""
        return len(self._lines)

    @property
    def number(self) -> int | None:
        """The row of the article under the cursor."""
        return self._lines[self.cursor].number if self._lines else None

    def line(self, place: int) -> Line:
        """One line of it."""
        return self._lines[place].line

    def head(self) -> Line:
        """How many articles of how many outlets."""
        return ((f" Story  {story_head(self.view)}", Look.PLAIN),)

    def under_cursor(self, place: int) -> bool:
        """Whether the line is of the stop that Enter takes."""
        stop = self._lines[place].stop
        return stop is not None and stop == self._lines[self.cursor].stop

    def show(self, view: StoryView) -> None:
        """Show what is known by now; the cursor stays where it is."""
        self.view = view
        self._lay_out()

    def on_resize(self) -> None:
        """Another width: other lines."""
        super().on_resize()
        self._lay_out()

    def go(self, place: int) -> None:
        """Put the cursor on the stop at a place or, that way on, the next; at the end, the last."""
        step = 1 if place >= self.cursor else -1
        if step > 0 and 0 < self.cursor < self.length:
            here = self._lines[self.cursor].stop
            while place < self.length and self._lines[place].stop == here is not None:
                place += 1
        found = self._next_stop(place, step)
        found = self._next_stop(place, -step) if found is None else found
        if found is not None:
            self.cursor = self._first_of(found)
            self._bring_into_sight()
        self.refresh()

    def _next_stop(self, place: int, step: int) -> int | None:
        place = max(0, min(place, self.length - 1))
        while 0 <= place < self.length:
            if self._lines[place].stop is not None:
                return place
            place += step
        return None

    def _first_of(self, place: int) -> int:
        """The first line of the stop that has this line."""
        while place and self._lines[place - 1].stop == self._lines[place].stop:
            place -= 1
        return place

    def _bring_into_sight(self) -> None:
        """The whole stop, and above the first one all that stands there."""
        if self._next_stop(0, 1) == self.cursor:
            self.top = 0
            return
        last = self.cursor
        while last + 1 < self.length and self._lines[last + 1].stop == self._lines[last].stop:
            last += 1
        self.scroll_to_place(last)
        self.scroll_to_place(self.cursor)

    def _lay_out(self) -> None:
        """Set the page anew, the cursor on the article where it was."""
        before = self._lines[self.cursor] if self._lines else None
        wanted = before.number if before else self._number
        self._lines = story_lines(self.view, self.outer_size.width, self.glyphs)
        places = [place for place, line in enumerate(self._lines) if line.number == wanted]
        same = [place for place in places if before and self._lines[place].stop == before.stop]
        self.cursor = next(iter([*same, *places]), self._next_stop(0, 1) or 0)
        self.top = min(self.top, max(0, self.length - self.page))
        self._bring_into_sight()
        self.refresh()


class StoryScreen(Overlay[int | None]):
    """The story on the whole screen; its result is the row of the article to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [*leaving("I", "story.page")]
    FOOT: ClassVar[dict[str, str]] = {
        "move(1)": "next line",
        "move(-1)": "previous",
        "pick": "go to it",
        "app.help": "keys",
        "dismiss": "back",
    }

    def __init__(
        self, story: int, rows: Sequence[Row], page: StoryPage | None, number: int, glyphs: Glyphs
    ) -> None:
        super().__init__()
        self.story = story
        self._rows = rows
        self._text = StoryText(story_view(rows, page), number, glyphs)

    def compose(self) -> ComposeResult:
        """Put up the page."""
        yield self._text
        yield KeyLine()

    def show(self, rows: Sequence[Row], page: StoryPage | None) -> None:
        """Show what is known of the story now."""
        self._text.show(story_view(rows, page))

    def on_pick_list_picked(self) -> None:
        """The article under the cursor is wanted."""
        self.dismiss(self._text.number)
