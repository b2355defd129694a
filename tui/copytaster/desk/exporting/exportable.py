"""Which articles of a desk may be exported, and what is said of those that may not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from copytaster.desk.exporting.publishable import Hindrance, hindrance
from copytaster.desk.words.rows import Row, View
from copytaster.wire.article import Article, Status

if TYPE_CHECKING:
    from copytaster.desk.desk import Desk

AT_ONCE = 500
RECALLED = ("killed", "withdrawn")
_ALL_THE_SAME = {
    Hindrance.KILLED: "--killed",
    Hindrance.EMBARGOED: "--embargoed",
    Hindrance.ON_HOLD: "--embargoed",
}


@dataclass(frozen=True, slots=True)
class Sorted:
    """Articles that are to go out: those that may, and those that something stands against."""

    free: tuple[Article, ...] = ()
    held: tuple[tuple[Article, Hindrance], ...] = ()

    @property
    def all(self) -> tuple[Article, ...]:
        """Both, the free ones first."""
        return (*self.free, *(article for article, _ in self.held))


Copy: TypeAlias = tuple[str, int]
"""What copies of an article have in common: their id and their text. An `id` that a file brings may
be another article's as well, as where each file numbers its own."""


def _copy(article: Article) -> Copy:
    return article.id, hash(tuple(block.text for block in article.blocks))


class Exportable:
    """The articles of a desk that nothing stands against, or only what is `allowed`."""

    def __init__(
        self,
        desk: Desk,
        allowed: frozenset[Hindrance] = frozenset(),
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._desk = desk
        self._allowed = allowed
        self._clock = clock

    @cached_property
    def _kills(self) -> dict[str, float]:
        return self._killed_at()

    def articles(self, view: View) -> Iterator[Article | str]:
        """The articles of a view, copies once; in place of one that is left out, a line on why.

        Of several versions of an item it is the newest that goes out. Files that gave no article
        are no part of it.
        """
        seen: set[Copy] = set()
        items: set[str] = set()
        for row in self._rows(view):
            article = self._desk.article(row.number)
            if article is None:
                if not row.problem:
                    yield f"left out: {row.title}: its text is gone"
            elif (copy := _copy(article)) not in seen:
                seen.add(copy)
                found = self._allowed_or_why_not(article, row, items)
                if found is article and article.guid:
                    items.add(article.guid)
                yield found

    def sort(self, numbers: Sequence[int]) -> Sorted:
        """The articles of these rows, copies once; those without text are left out."""
        free: dict[Copy, Article] = {}
        held: dict[Copy, tuple[Article, Hindrance]] = {}
        for row in self._desk.rows(numbers):
            article = self._desk.article(row.number)
            found = self._hindrance(article, row) if article else None
            if article and found and found not in self._allowed:
                held[_copy(article)] = (article, found)
            elif article:
                free[_copy(article)] = article
        return Sorted(tuple(free.values()), tuple(held.values()))

    def _allowed_or_why_not(self, article: Article, row: Row, items: set[str]) -> Article | str:
        if article.guid in items:
            return f"left out: {row.title}: another version of it goes out"
        found = self._hindrance(article, row)
        if found is None or found in self._allowed:
            return article
        return f"left out, {found}: {row.title} ({_ALL_THE_SAME[found]} exports it all the same)"

    def _hindrance(self, article: Article, row: Row) -> Hindrance | None:
        if row.recalled in RECALLED:
            return Hindrance.KILLED
        killed_at = self._kills.get(article.guid or "")
        if killed_at is not None and killed_at >= row.moment:
            return Hindrance.KILLED
        return hindrance(article, self._clock())

    def _killed_at(self) -> dict[str, float]:
        """When the item of each guid was last killed: a kill often comes as a version of it."""
        moments: dict[str, float] = {}
        for row in self._rows(View(query="is:kill")):
            for item in self._desk.items([row.number]):
                if item.guid and row.status == Status.CANCELED:
                    moments[item.guid] = max(row.moment, moments.get(item.guid, row.moment))
        return moments

    def _rows(self, view: View) -> Iterator[Row]:
        order = self._desk.order(view)
        for start in range(0, len(order), AT_ONCE):
            yield from self._desk.rows(order[start : start + AT_ONCE])
