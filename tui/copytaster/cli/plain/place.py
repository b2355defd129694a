"""Where one is on the desk without a screen: a view, its order, and one article of it."""

from __future__ import annotations

import time
from array import array
from dataclasses import replace
from datetime import UTC, datetime
from select import select

from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import Arrived
from copytaster.desk.words.rows import Row, Sort, View
from copytaster.presentation.relations import WORTH_SHOWING, Relative, apart, grouped

PATIENCE = 5.0
TURN = 0.2


class PlainPlace:
    """A desk and the place on it; places count from 0."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self.desk = desk
        self._usual = View(sort=Sort(settings.sort))
        self.view = self._usual
        self.order: array[int] = desk.order(self.view)
        self.at = 0

    @property
    def row(self) -> Row | None:
        """The article that one is at."""
        return self.desk.row(self.order[self.at]) if self.order else None

    def go(self, at: int) -> bool:
        """To another place; whether there is one."""
        if not 0 <= at < len(self.order):
            return False
        self.at = at
        return True

    def go_to_number(self, number: int) -> None:
        """To a row, in the whole list where this one does not show it."""
        if number not in self.order:
            self.look(self._usual)
        if number in self.order:
            self.at = self.order.index(number)

    def look(self, view: View) -> None:
        """Another list; where it has the same article, one stays at it."""
        here = self.order[self.at : self.at + 1]
        self.view = view
        self.order = self.desk.order(view)
        self.at = next((self.order.index(each) for each in here if each in self.order), 0)

    def narrow(self, *, query: str = "", search: str = "") -> None:
        """Only what a query or a search finds; everything, where both are empty."""
        self.look(replace(self._usual, query=query, search=search))

    def next_unread(self) -> bool:
        """To the next unread article; whether there is one."""
        for at in range(self.at + 1, len(self.order)):
            row = self.desk.row(self.order[at])
            if row is not None and not row.read and not row.problem:
                return self.go(at)
        return False

    def news(self) -> int:
        """How many articles came since it was asked last; the list has them now."""
        came = sum(each.count for each in self.desk.news() if isinstance(each, Arrived))
        if came:
            self.look(self.view)
        return came

    def relatives(self, row: Row) -> list[Relative] | None:
        """The related stories of an article, best first; None where they are not known yet."""
        end = time.monotonic() + PATIENCE
        while (related := self.desk.related(row.number)) is None:
            if time.monotonic() > end:
                return None
            select([self.desk.fileno()], [], [], TURN)
            self.news()
        rows = {each.number: each for each in self.desk.rows([one.number for one in related])}
        return grouped(
            [
                Relative(rows[one.number], one, apart(row, rows[one.number]))
                for one in related
                if one.number in rows and one.score >= WORTH_SHOWING
            ]
        )


def file_date(row: Row) -> str | None:
    """The time of its file, where the copy names none."""
    if row.dated:
        return None
    return datetime.fromtimestamp(row.moment, UTC).isoformat(timespec="minutes")
