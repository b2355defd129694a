"""Finding: search as one types, filter by query, sort, the next unread or urgent article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from copytaster.commands import Need
from copytaster.desk.words.rows import Row, Sort, View
from copytaster.presentation.rows import URGENT
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.screens.reading.marking import dropped_words
from copytaster.widgets.marked_list import MarkedList
from copytaster.widgets.prompt import Completer, Prompt, Purpose

FINDING = (Purpose.SEARCH, Purpose.FILTER)
BETWEEN_KEYS = 0.02


class Finding(DeskScreen):
    """The actions that change which articles the list shows, or where in it one stands."""

    _view_before: View = View()
    _number_before: int | None = None
    _marks_before: frozenset[int] = frozenset()

    def action_search(self) -> None:
        """Ask for words of a title, a source or a slug."""
        self._ask(Purpose.SEARCH, self.view.search)

    def action_filter(self) -> None:
        """Ask for a query."""
        self._ask(Purpose.FILTER, self.view.query, self._completed)

    def action_sort(self) -> None:
        """The next of the orders in which the list can stand."""
        sorts = list(Sort)
        following = sorts[(sorts.index(self.view.sort) + 1) % len(sorts)]
        self.view = replace(self.view, sort=following)
        self.message = f"sorted by {following.value}"

    def action_by_story(self) -> None:
        """One row an article, or one row a story."""
        self.view = replace(self.view, by_story=not self.view.by_story)
        self.message = "one row a story" if self.view.by_story else "one row an article"

    def action_onward(self) -> None:
        """The next match while a search shows, else the next unread article."""
        if self.view.search:
            self.action_match(1)
        else:
            self.action_unread(1)

    def action_match(self, step: int) -> None:
        """The next or previous match of the search, read or not: each row that it shows is one."""
        if not self.view.search:
            self.message = Need.SEARCH
        elif not self.articles.go(self.articles.cursor + step):
            self.message = "no more matches this way"

    def action_unread(self, step: int) -> None:
        """The next or previous unread article."""
        self._go_to_next(_is_unread, step, "no more unread articles this way")

    def action_read_on(self) -> None:
        """A page further in the article; at its end, which is read then, the next unread one."""
        if self.reader.turn_page(1):
            return
        if self.reader.finish():
            self.mark_as_read()
        self.action_unread(1)

    def action_read_back(self) -> None:
        """A page back in the article."""
        self.reader.turn_page(-1)

    def action_next_alarm(self) -> None:
        """The next urgent item, kill or correction."""
        self._go_to_next(_is_alarm, 1, "nothing urgent below")

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """The list follows each letter of a search; a filter waits until it makes sense.

        Half-typed words take no mark for good, and no filter leads away from what it leaves.
        """
        if event.purpose not in FINDING:
            return
        with self.articles.prevent(MarkedList.Unmarked):
            if event.purpose is Purpose.SEARCH:
                self._search(event.text)
            elif not self._try_filter(event.text) and self._number_before is not None:
                self.articles.go_to_number(self._number_before)
            self.articles.mark_again(self._marks_before)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """The search or filter stays; a wrong filter is asked for again."""
        if event.purpose not in FINDING:
            return
        if event.purpose is Purpose.FILTER and (complaint := self._try_filter(event.text)):
            self.ask_line(event.purpose, event.text, self._completed)
            self.complain(complaint)
            return
        if event.purpose is Purpose.SEARCH and event.text != self.view.search:
            self._search(event.text)
        self._tell_of_marks()
        self.set_focus(self.articles)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """Back to the view before, and to where one was in it."""
        if event.purpose not in FINDING:
            return
        self.complain("")
        self.view = self._view_before
        self.articles.mark_again(self._marks_before)
        self._marks_before = frozenset()
        if self._number_before is not None:
            self.articles.go_to_number(self._number_before)
        self.set_focus(self.articles)

    def _ask(self, purpose: Purpose, text: str, completer: Completer | None = None) -> None:
        self.message = ""
        self._view_before, self._number_before = self.view, self.number
        self._marks_before = self.articles.marked
        self.ask_line(purpose, text, completer)
        if purpose is Purpose.SEARCH:
            self.call_after_refresh(self.desk.expect_search)
        else:
            self.call_after_refresh(lambda: self._load_on(self.desk.expect_query()))

    def _tell_of_marks(self) -> None:
        """Those that were there before the line was typed, and are not in the list now, are gone.

        A line that a macro enters was not typed; what that drops, the list tells of by itself.
        """
        dropped = self._marks_before - self.articles.marked
        self._marks_before = frozenset()
        if dropped:
            self.message = dropped_words(len(dropped))

    def _load_on(self, loading: Iterator[None]) -> None:
        """Load a little more, and go on between the keys."""
        for _ in loading:
            self.set_timer(BETWEEN_KEYS, lambda: self._load_on(loading))
            return

    def _completed(self, query: str) -> list[str]:
        """The lines that a query may become, by what it ends with."""
        return self.desk.complete(query, len(query)).lines(query)

    def _search(self, words: str) -> None:
        """The best match stands first."""
        self.view = replace(self.view, search=words)
        self.articles.go(0)

    def _try_filter(self, query: str) -> str:
        """Filter by a query, or say what is wrong with it.

        That stands above the line once it was asked for; half a word is not yet wrong.
        """
        complaint = self.desk.complaint(query) or ""
        if not complaint:
            self.view = replace(self.view, query=query)
        if self.status.has_class("-above"):
            self.complain(complaint)
        return complaint

    def _go_to_next(self, wanted: Callable[[Row], bool], step: int, otherwise: str) -> None:
        place = self.articles.find(wanted, step)
        if place is None:
            self.message = otherwise
        else:
            self.articles.go(place)


def _is_unread(row: Row) -> bool:
    return not row.read and not row.problem


def _is_alarm(row: Row) -> bool:
    urgent = row.urgency is not None and row.urgency <= URGENT
    return urgent or row.status != "usable" or (row.take or "").upper().startswith("CORRECT")
