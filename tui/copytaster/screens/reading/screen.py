"""The main screen: the article list, the article, the related stories, and the line at the foot.

The list says which article is highlighted; the screen sets `number`, and from it `sheet` and
`relatives`, to which the panes are bound. News from the desk changes `order`, `relatives` and
`progress` in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from copytaster.commands import Room, bindings
from copytaster.desk.words.news import (
    Alarm,
    Arrived,
    Decided,
    NewKnown,
    News,
    Progress,
    RelatedReady,
    StoryReady,
    Tallied,
)
from copytaster.desk.words.rows import Sort, View
from copytaster.presentation.glyphs import ASCII, UNICODE
from copytaster.presentation.relations import WORTH_SHOWING, Relative, apart
from copytaster.screens.reading.alarming import Alarming
from copytaster.screens.reading.annotating import Annotating
from copytaster.screens.reading.arranging import Arranging
from copytaster.screens.reading.comparing import Comparing
from copytaster.screens.reading.filing import Filing
from copytaster.screens.reading.marking import Marking
from copytaster.screens.reading.opening import Opening
from copytaster.screens.reading.overseeing import Overseeing
from copytaster.screens.reading.own import Own
from copytaster.screens.reading.panes import ZOOMED, Panes
from copytaster.screens.reading.progressing import Progressing
from copytaster.screens.reading.remembering import Remembering
from copytaster.screens.reading.reverting import Reverting
from copytaster.screens.reading.teaching import Teaching
from copytaster.screens.reading.telling import Telling
from copytaster.screens.reading.tying import Tying
from copytaster.screens.reading.waiting import Waiting
from copytaster.widgets.alarm_line import AlarmLine
from copytaster.widgets.article_list import ArticleList
from copytaster.widgets.choice import Choice
from copytaster.widgets.prompt import Prompt
from copytaster.widgets.reader import Reader
from copytaster.widgets.related_stories import RelatedStories
from copytaster.widgets.row_list import RowList
from copytaster.widgets.status_bar import StatusBar


class ReadingScreen(
    Annotating,
    Marking,
    Reverting,
    Own,
    Opening,
    Teaching,
    Tying,
    Telling,
    Alarming,
    Filing,
    Comparing,
    Remembering,
    Arranging,
    Overseeing,
    Progressing,
    Waiting,
    Panes,
):
    """The three panes and what binds them together."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Room.DESK)]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = "#list"
    BLANK: ClassVar[bool] = True
    """Nothing of the screen itself shows between the panes, so that drawing it costs nothing."""

    @dataclass
    class NewsCame(Message):
        """The desk has something to tell."""

        news: Sequence[News]

    def compose(self) -> ComposeResult:
        """Put up the panes, each bound to what it shows."""
        glyphs = ASCII if self.settings.ascii else UNICODE
        cls = ReadingScreen
        yield ArticleList(self.desk, glyphs, self.clock, id="list").data_bind(
            cls.view, cls.order, cls.caption, cls.turn, shown_number=cls.number
        )
        yield Reader(glyphs, self.settings.measure, id="reader").data_bind(cls.sheet, cls.opened)
        yield RelatedStories(glyphs, id="related").data_bind(
            cls.relatives, cls.unfinished, shown_number=cls.number
        )
        yield StatusBar(id="status").data_bind(cls.message, cls.progress, cls.keymap)
        yield AlarmLine(id="alarms").data_bind(cls.alarms)
        yield Prompt(id="prompt")
        yield Choice(id="choice")

    def on_mount(self) -> None:
        """Show what the desk knows already; the rest comes as news."""
        self.prompt.close()
        self.choice.close()
        self.view = View(sort=Sort(self.settings.sort), by_story=self.settings.rows == "stories")
        self.order = self.desk.order(self.view, self.articles.number)
        if self.order:
            self.articles.stand()
            self.number = self.articles.number

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Another article under the cursor: all panes in one go."""
        event.stop()
        self.raw = False
        self.encoding = None
        if event.by_hand:
            self.turn += bool(self.words_on_the_way)
            self.message, self.words_on_the_way = self.words_on_the_way, ""
        self.number = event.number
        if self.unseen and self.articles.at_top:
            self.unseen = 0
        self.look_ahead()

    def on_row_list_lost(self, event: RowList.Lost) -> None:
        """The file on show has gone: its text stays until the next key."""
        event.stop()
        self.sheet = replace(self.sheet, name=f"{self.sheet.name} (gone)")

    def on_reading_screen_news_came(self, event: NewsCame) -> None:
        """Hear all that the desk has to tell."""
        for news in event.news:
            self._hear(news)

    def action_back(self) -> bool:
        """Undo the last change of what is on show, one at a time; whether there was one."""
        if self.articles.marked:
            self.articles.marked = frozenset()
        elif self.has_class(ZOOMED):
            self.remove_class(ZOOMED)
        elif self.raw:
            self.raw = False
        elif self.travel_back():
            pass
        elif self.view.search or self.view.query:
            self.view = View(sort=self.view.sort, by_story=self.view.by_story)
        elif not self.articles.has_focus:
            self.set_focus(self.articles)
        else:
            return False
        return True

    def action_leave(self) -> None:
        """Back, and from the list itself, out."""
        if not self.action_back():
            self.app.exit()

    def action_rescan(self) -> None:
        """Look at the folders again."""
        self.desk.rescan()
        self.message = "looking for new files"

    def watch_view(self) -> None:
        """Another view: other rows."""
        self.order = self.desk.order(self.view, self.number)
        self.unseen = 0
        self.caption = self.caption_now()
        self._tell_if_empty()

    def watch_number(self) -> None:
        """Another article: its text and its relatives."""
        self.show_sheet()
        self._show_relatives()

    def watch_raw(self) -> None:
        """The file or the article."""
        self.show_sheet()

    def watch_unseen(self) -> None:
        """New articles are counted until one goes to them."""
        self.caption = self.caption_now()

    def _tell_if_empty(self) -> None:
        """Where no row is left to say what is on show, say why."""
        if not self.order and self.number is None:
            self.show_sheet()

    def _hear(self, news: News) -> None:
        match news:
            case Progress():
                self._progressed(news)
            case Arrived():
                self._arrived()
            case RelatedReady() | NewKnown() | StoryReady():
                self._hear_answer(news)
            case Decided(numbers):
                self.turn += 1
                if self.number in numbers:
                    self.show_sheet()
            case Alarm():
                self.raise_alarm(news)
            case Tallied():
                self.caption = self.caption_now()

    def _hear_answer(self, news: RelatedReady | NewKnown | StoryReady) -> None:
        match news:
            case RelatedReady(numbers):
                if self.number in numbers:
                    self._show_relatives()
            case NewKnown(numbers):
                self.show_news(numbers)
            case StoryReady():
                self.show_story()

    def _progressed(self, progress: Progress) -> None:
        finished = self.progressed(progress)
        self._tell_if_empty()
        if finished:
            if not self.read_once:
                self.desk.take_as_read()
            self.read_once = True
            self.articles.stand()
            if self.view.by_story:
                self._arrived()
            self._show_relatives()
            self.look_ahead()

    def _arrived(self) -> None:
        before = len(self.order)
        self.order = self.desk.merge(self.view, self.order, self.number)
        if self.read_once and "arrival" in self.settings.hooks:
            self.hook("arrival", self.desk.arrived())
        if self.read_once and not self.articles.at_top:
            self.unseen += max(0, len(self.order) - before)
        self.turn += 1
        if self.relatives is None:
            self._show_relatives()
        self.look_ahead()
        self.show_story()

    def _show_relatives(self) -> None:
        row = self.row
        related = self.desk.related(row.number) if row and not row.problem else ()
        if row is None or related is None:
            self.relatives = None
            return
        rows = {other.number: other for other in self.desk.rows([one.number for one in related])}
        self.relatives = tuple(
            Relative(rows[one.number], one, apart(row, rows[one.number]))
            for one in related
            if one.number in rows and one.score >= WORTH_SHOWING
        )
