"""The reading pane: one article in a readable measure, its furniture folded, or the raw file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var

from copytaster.commands import Room, bindings
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.galley import Galley
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.passed import Passed
from copytaster.presentation.sheet import LEAST_CELLS, Sheet, set_sheet
from copytaster.presentation.what_is_new import share_words
from copytaster.presentation.wrap import fit
from copytaster.terminal.safe import safe_row
from copytaster.widgets.pane import LinePane
from copytaster.wire.article import Article
from copytaster.wire.told import letters_told, tells

LEAST_MARGIN = 2
AIRY_PAGE = 20
TITLE_LINES = 4
"""A text that is scrolled by more has its title out of sight."""


class Reader(LinePane, can_focus=True):
    """Shows a `sheet`; wraps no further than what is in sight.

    `paragraph` is the one that a fold is taught on, None until one is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.READER)]
    ROOM = Room.READER

    sheet: var[Sheet] = var(Sheet())
    opened: var[bool] = var(False)

    @dataclass
    class Left(Message):
        """An article is no longer on show, of which so many letters were read."""

        article: Article
        letters: int

    @dataclass
    class Scrolled(Message):
        """The reader moved on in the text, which therefore is being read."""

    def __init__(self, glyphs: Glyphs, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.measure = measure
        self.paragraph: int | None = None
        self._galley = Galley(iter(()))
        self._passed = Passed()
        self._finished = False

    @property
    def length(self) -> int:
        """How many lines are known to exist: one page more than those in sight."""
        self._galley.set_up_to(self.top + 2 * self.page + 1)
        return len(self._galley)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self.top + self.page >= self.length

    def line(self, place: int) -> Line:
        """The line at a place, within the margin that centres the measure."""
        line = self._galley.line(place)
        return ((" " * self._margin, Look.PLAIN), *line) if line else BLANK

    def under_cursor(self, place: int) -> bool:
        """Whether the line is of the paragraph that was chosen."""
        if self.paragraph is None:
            return False
        start, end = self._galley.span(self.paragraph)
        return start <= place < end

    @property
    def chosen(self) -> Passage | None:
        """The paragraph or fold that was chosen, if one was."""
        return None if self.paragraph is None else self._galley.passage(self.paragraph)

    def choose(self, step: int) -> Passage | None:
        """Choose the next or previous paragraph or fold; first of all, the first one in sight."""
        if self.paragraph is None or not self._in_sight(self.paragraph):
            self.paragraph = self._galley.first_from(self.top)
        else:
            self.paragraph = self._galley.beside(self.paragraph, step)
        if self.paragraph is not None:
            start, end = self._galley.span(self.paragraph)
            self.scroll_to_place(end - 1)
            self.scroll_to_place(start)
        self.refresh()
        return self.chosen

    def head(self) -> Line:
        """What is shown, and how far down it the pane stands."""
        facts = (share_words(self.sheet.whats_new), self._how_far())
        far = f" {self.glyphs.dot} ".join(fact for fact in facts if fact)
        room = max(0, self.outer_size.width - len(far) - 3)
        name = fit(safe_row(self._headline()), room, self.glyphs.ellipsis)
        return ((f" {name}", Look.PLAIN), (f" {far} ", Look.PLAIN))

    def watch_sheet(self, old: Sheet, new: Sheet) -> None:
        """Another article: from its top. The same one, changed: from where it was read."""
        same = (
            old.article is not None and new.article is not None and old.article.id == new.article.id
        )
        keep_place = same and (old.raw is None) == (new.raw is None)
        if not keep_place:
            if (reading := self.reading(old)) is not None:
                self.post_message(reading)
            self.paragraph = None
            self._passed, self._finished = Passed(), False
        self._set_anew(keep_place=keep_place)

    def watch_opened(self) -> None:
        """Folded lines are shown or hidden."""
        self._set_anew(keep_place=True)

    def on_resize(self) -> None:
        """Another width: other lines."""
        super().on_resize()
        self._set_anew(keep_place=True)

    def take_measure(self, measure: int) -> None:
        """Wider or narrower paragraphs from now on."""
        self.measure = measure
        self._set_anew(keep_place=True)

    def scroll_by(self, lines: int) -> bool:
        """Move the text by so many lines; whether there was room to."""
        self._galley.set_up_to(self.top + abs(lines) + 2 * self.page)
        top = max(0, min(self.top + lines, len(self._galley) - self.page))
        if top == self.top:
            return False
        self._passed.scroll(self.top, top, self.page)
        self.top = top
        self._finished |= self._at_its_end()
        self.refresh()
        self.post_message(self.Scrolled())
        return True

    def finish(self) -> bool:
        """Count the article as read to its end, if that is in sight; whether it is."""
        self._finished |= self._at_its_end()
        return self._finished

    def reading(self, sheet: Sheet | None = None) -> Left | None:
        """How far the article was read by now; None where nothing of it was."""
        article = (sheet or self.sheet).article
        letters = letters_told(article) if article and self._finished else self._letters_passed()
        return self.Left(article, letters) if article and letters else None

    def action_move(self, step: int) -> None:
        """One line down or up."""
        self.scroll_by(step)

    def turn_page(self, step: int) -> bool:
        """A page down or up, with two lines in common; whether there was one."""
        return self.scroll_by(step * max(1, self.page - 2))

    def action_page(self, step: int) -> None:
        """One page down or up."""
        self.turn_page(step)

    def action_first(self) -> None:
        """To the head of the article."""
        self.scroll_by(-self.top)

    def action_last(self) -> None:
        """To the end of the article."""
        self._galley.set_all()
        self.scroll_by(len(self._galley))

    @property
    def _cells(self) -> int:
        return max(LEAST_CELLS, min(self.measure, self.outer_size.width - 2 * LEAST_MARGIN))

    @property
    def _margin(self) -> int:
        return max(0, min(LEAST_MARGIN, (self.outer_size.width - self._cells) // 2))

    def _set_anew(self, *, keep_place: bool) -> None:
        chosen, letters = self.chosen, self._letters_passed()
        self._galley = Galley(self._set())
        if letters:
            self._passed.line = self._galley.place_below(letters, tells)
        self.paragraph = self._galley.showing(chosen.blocks[0]) if chosen else None
        if not keep_place:
            self.top = 0
        self.top = max(0, min(self.top, self.length - self.page))
        self.refresh()

    def _letters_passed(self) -> int:
        line = self._passed.line
        return self._galley.letters_above(line, tells) if line else 0

    def _at_its_end(self) -> bool:
        return self.at_end and self._passed.joins(self.top, self.page)

    def _in_sight(self, paragraph: int) -> bool:
        start, end = self._galley.span(paragraph)
        return start < self.top + self.page and end > self.top

    def _set(self) -> Iterator[tuple[Line, Passage | None]]:
        if self.page >= AIRY_PAGE:
            yield BLANK, None
        width = self.outer_size.width - 2 * LEAST_MARGIN
        yield from set_sheet(self.sheet, self.glyphs, self._cells, width, opened=self.opened)

    def _headline(self) -> str:
        """The file; of an article whose title is out of sight, the title."""
        article = self.sheet.article
        return article.title if article and self.top > TITLE_LINES else self.sheet.name

    def _how_far(self) -> str:
        if self.length <= self.page:
            return ""
        if self.at_end:
            return "end"
        return "top" if self.top == 0 else f"line {self.top + 1:,}"
