"""What the parts of the reading screen have in common: the desk, and what is on show.

The screen owns what is on show, as reactive values; the panes are bound to them, and each draws
what it must (a `var` draws nothing by itself, where a `reactive` would draw the screen). The parts
(`judging`, `teaching`, `tying`, `finding`, `travelling`, `panes`) each add a few actions that
change these values.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual import getters
from textual.reactive import var
from textual.screen import Screen

from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import Alarm, Progress
from copytaster.desk.words.rows import Deed, Row, View
from copytaster.desk.words.whats_new import WhatIsNew
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.banners import banners, concerned
from copytaster.presentation.empty import no_rows
from copytaster.presentation.relations import Relative
from copytaster.presentation.remarks import remarks
from copytaster.presentation.sheet import Sheet
from copytaster.presentation.what_is_new import change_remark
from copytaster.widgets.article_list import ArticleList
from copytaster.widgets.choice import Answer, Choice
from copytaster.widgets.prompt import Completer, Prompt, Purpose
from copytaster.widgets.reader import Reader
from copytaster.widgets.related_stories import RelatedStories
from copytaster.widgets.status_bar import StatusBar
from copytaster.wire.article import Article

PANES = ("list", "reader", "related")
"""The ids of the panes, from left to right."""


class DeskScreen(Screen[None]):
    """A screen that shows one view of the desk and one article of it."""

    view: var[View] = var(View())
    order: var[array[int]] = var(lambda: array("q"))
    caption: var[str] = var("")
    number: var[int | None] = var(None)
    sheet: var[Sheet] = var(Sheet())
    opened: var[bool] = var(False)
    raw: var[bool] = var(False)
    dimming: var[bool] = var(True)
    encoding: var[str | None] = var(None)
    relatives: var[tuple[Relative, ...] | None] = var(None)
    unfinished: var[bool] = var(False)
    turn: var[int] = var(0)
    message: var[str] = var("")
    progress: var[Progress | None] = var(None)
    alarms: var[tuple[Alarm, ...]] = var(())
    unseen: var[int] = var(0)
    keymap: var[dict[str, str]] = var(dict)

    articles = getters.query_one(ArticleList)
    reader = getters.query_one(Reader)
    related = getters.query_one(RelatedStories)
    prompt = getters.query_one(Prompt)
    choice = getters.query_one(Choice)
    status = getters.query_one(StatusBar)

    def __init__(self, desk: Desk, settings: Settings, clock: Callable[[], float]) -> None:
        super().__init__()
        self.clock = clock
        self.desk = desk
        self.settings = settings
        self.words_on_the_way = ""
        self._then: dict[str, Callable[[], None]] = {}
        self.set_reactive(DeskScreen.dimming, settings.dim_read)

    @property
    def row(self) -> Row | None:
        """The row of the article on show."""
        return None if self.number is None else self.desk.row(self.number)

    def tell(self, deed: Deed | None, otherwise: str = "", *, moving: bool = False) -> None:
        """Say what was done, and let the panes show it.

        Where the cursor is `moving` on to another row, both are shown when it arrives, in one
        frame with it.
        """
        words = deed.text if deed else otherwise
        if moving:
            self.words_on_the_way = words
        else:
            self.turn += 1
            self.message = words

    def tell_and_show(self, deed: Deed | None, otherwise: str = "") -> None:
        """Say what was done, and show the article as it is now."""
        self.tell(deed, otherwise)
        self.show_sheet()

    def complain(self, words: str) -> None:
        """Say what is wrong with the line that is typed into, above it; with "", no longer."""
        self.message = words
        self.status.set_class(bool(words), "-above")

    def mark_as_read(self) -> None:
        """The article on show was read; that is no decision, so it needs no undo."""
        row = self.row
        if row is not None and not row.read and not row.problem:
            self.desk.mark_read([row.number], True, by_hand=False)
            self.turn += 1

    def ask(
        self, question: str, answers: Mapping[Answer, Callable[[], None]], quoted: str = ""
    ) -> None:
        """Ask what one key answers, and do what belongs to the answer; any other key does nothing.

        An answer may ask again. What is `quoted` in the question, as a title, is cut first.
        """
        self.prompt.close()
        self.complain("")
        self._then = {answer.key: then for answer, then in answers.items()}
        self.choice.ask(question, list(answers), quoted)

    def ask_line(
        self,
        purpose: Purpose,
        text: str,
        completer: Completer | None = None,
        earlier: Sequence[str] = (),
    ) -> None:
        """Ask for a line, in place of a question that was asked before."""
        self.choice.close()
        self.prompt.ask(purpose, text, completer, earlier)

    def on_choice_chosen(self, event: Choice.Chosen) -> None:
        """Do what belongs to the answer."""
        then, self._then = self._then, {}
        if event.key in then:
            then[event.key]()

    def _why_empty(self) -> str:
        busy = self.progress is None or self.progress.busy
        return no_rows(self.view, self.desk.counts().total, self.keymap, busy=busy)

    def _article(self, number: int) -> Article | None:
        if self.encoding is None:
            return self.desk.article(number)
        return self.desk.reread(number, self.encoding)

    def show_sheet(self) -> None:
        """Put the article on show into the reader, as it is now: its text, or its raw file."""
        row = self.row
        if row is None:
            self.sheet = Sheet(message=self._why_empty())
        elif self.raw:
            self.sheet = Sheet(name=Path(row.path).name, raw=self.desk.raw(row.number))
        elif row.problem:
            self.sheet = Sheet(name=Path(row.path).name, message=f"{row.problem}: {row.path}")
        else:
            article = self._article(row.number)
            news = self._news_of(row)
            self.sheet = Sheet(
                name=Path(row.path).name,
                article=article,
                message=None if article else "gone",
                file_date=_file_date(row),
                remarks=(*change_remark(news.change if news else None), *remarks(row)),
                now=self.clock() if row.embargo else None,
                banners=self._banners(row),
                whats_new=news,
                highlights=self.desk.highlights(row.number),
            )

    def _banners(self, row: Row) -> tuple[Passage, ...]:
        """What killed or corrected the article or its story, and what it kills itself."""
        of, by = self.desk.recalls_of(row.number), self.desk.recalls_by(row.number)
        if not of and not by:
            return ()
        rows = {each.number: each for each in self.desk.rows(concerned(row, [*of, *by]))}
        return tuple(banners(row, of, by, rows))

    def _news_of(self, row: Row) -> WhatIsNew | None:
        """What is new in an article, where that is to be shown, and it is read as it was then."""
        show = self.dimming and self.encoding is None
        return self.desk.whats_new(row.number) if show else None


def _file_date(row: Row) -> str | None:
    if row.dated:
        return None
    return datetime.fromtimestamp(row.moment, UTC).isoformat(timespec="minutes")
