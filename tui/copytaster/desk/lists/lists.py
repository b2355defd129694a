"""Lists: a view answered with an order of rows, from its query, its search and its sort.

A query or search is looked at within one read transaction, so that an order belongs to one state of
the catalogue although the back room writes meanwhile.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from copytaster.desk.keeping.transaction import transaction
from copytaster.desk.lists.orders import is_many, merged, ordered, saved_order
from copytaster.desk.query.condition import EVERYTHING, Condition, among, both
from copytaster.desk.words.rows import Sort

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.lists.narrowing import Narrowing
    from copytaster.desk.lists.story_rows import StoryRows
    from copytaster.desk.query.language import Complaint
    from copytaster.desk.words.rows import View

REMEMBERED = 8
FEW = 20
"""As many rows are asked one by one whether they match; more are found among all that do."""


class Lists:
    """The orders of views, each known with the change of the catalogue that it is of."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._wholes: dict[Sort, tuple[int, array[int]]] = {}
        self._as_of: OrderedDict[View, int] = OrderedDict()
        self._unfolded: tuple[View | None, array[int]] = (None, array("q"))

    def order(self, view: View, standing: int | None = None) -> array[int]:
        """The rows that a view shows; empty where its query is wrong.

        One row a story, where that is wanted: of that of `standing`, this row.
        """
        if not view.by_story:
            return self._order(view)
        return self._folded(view, self._order(replace(view, by_story=False)), standing)

    def merge(self, view: View, order: array[int], standing: int | None = None) -> array[int]:
        """An order of the same view brought up to date."""
        if not view.by_story:
            return self._merge(view, order)
        known, unfolded = self._unfolded
        if known != view:
            return self.order(view, standing)
        flat = self._merge(replace(view, by_story=False), unfolded)
        return self._folded(view, flat, standing)

    @cached_property
    def stories(self) -> StoryRows:
        """Which stories there are; not looked at before it is asked."""
        from copytaster.desk.lists.story_rows import StoryRows

        return StoryRows(self._catalogue)

    def _folded(self, view: View, flat: array[int], standing: int | None) -> array[int]:
        self._unfolded = view, flat
        return self.stories.folded(flat, standing)

    def _order(self, view: View) -> array[int]:
        with transaction(self._catalogue.connection, "DEFERRED"):
            self._remember(view)
            return self._narrowing.order(view) if _narrows(view) else self._whole(view.sort)

    def _merge(self, view: View, order: array[int]) -> array[int]:
        since = self._as_of.get(view)
        if since is None or view.search.strip():
            return self._order(view)
        with transaction(self._catalogue.connection, "DEFERRED"):
            changes = self._catalogue.changes(since)
            if not is_many(changes):
                condition = self._condition(view.query, few=len(changes.filed) <= FEW)
                if isinstance(condition, Condition):
                    self._remember(view)
                    connection = self._catalogue.connection
                    return merged(connection, order, changes, condition, view.sort)
        return self._order(view)

    def among(self, query: str, numbers: Collection[int]) -> array[int]:
        """Those of the rows that a query matches, the newest first; none where it is wrong."""
        condition = self._condition(query, few=len(numbers) <= FEW)
        if not isinstance(condition, Condition):
            return array("q")
        sought = both(among(numbers), condition)
        return ordered(self._catalogue.connection, sought, Sort.NEWEST)

    def complaint(self, query: str) -> str | None:
        """What is wrong with a query."""
        complaint = self._narrowing.complaint(query) if query.strip() else None
        return str(complaint) if complaint else None

    def make_ready(self) -> None:
        """Load what a search needs, all at once: the next letter asks for it."""
        self._narrowing.make_ready()

    def load_words(self) -> Iterator[None]:
        """Load what a query may need, a little at a time.

        The words of 100,000 rows take 100 ms, for which a query that asks for no near ones does not
        wait.
        """
        return self._narrowing.load_words()

    @cached_property
    def _narrowing(self) -> Narrowing:
        from copytaster.desk.lists.narrowing import Narrowing

        return Narrowing(self._catalogue, self._whole)

    def _condition(self, query: str, *, few: bool = False) -> Condition | Complaint:
        return self._narrowing.condition(query, few=few) if query.strip() else EVERYTHING

    def _whole(self, sort: Sort) -> array[int]:
        """Everything: as it was kept and brought up to date, which takes no time however much."""
        known = self._wholes.get(sort) or saved_order(self._catalogue, sort)
        connection = self._catalogue.connection
        if known and not is_many(changes := self._catalogue.changes(known[0])):
            order = merged(connection, known[1], changes, EVERYTHING, sort)
        else:
            order = ordered(connection, EVERYTHING, sort)
        self._wholes[sort] = self._catalogue.change(), order
        return order[:]

    def _remember(self, view: View) -> None:
        self._as_of[view] = self._catalogue.change()
        self._as_of.move_to_end(view)
        if len(self._as_of) > REMEMBERED:
            self._as_of.popitem(last=False)


def _narrows(view: View) -> bool:
    return bool(view.query.strip() or view.search.strip())
