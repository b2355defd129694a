"""Lists: a view answered with an order of rows, from its query, its search and its sort.

A query or search is looked at within one read transaction, so that an order belongs to one state of
the catalogue although the back room writes meanwhile.
"""

from __future__ import annotations

import time
from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING

from copytaster.desk.orders import merged, ordered, saved_order
from copytaster.desk.query import Complaint
from copytaster.desk.query_sql import EVERYTHING, Condition, Setting, condition_of
from copytaster.desk.search import Search
from copytaster.desk.transaction import transaction

if TYPE_CHECKING:
    from copytaster.desk.catalogue import Catalogue
    from copytaster.desk.rows import Sort, View

REMEMBERED = 8


class Lists:
    """The orders of views, each known with the change of the catalogue that it is of."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._search = Search(catalogue)
        self._as_of: OrderedDict[View, int] = OrderedDict()

    def order(self, view: View) -> array[int]:
        """The rows that a view shows; empty where its query is wrong."""
        condition = self._condition(view.query)
        if isinstance(condition, Complaint):
            return array("q")
        with transaction(self._catalogue.connection, "DEFERRED"):
            self._remember(view)
            if view.search.strip():
                return self._search.ranked(view.search, condition, view.sort)
            return (
                self._whole(view.sort) if condition == EVERYTHING else self._some(condition, view)
            )

    def merge(self, view: View, order: array[int]) -> array[int]:
        """An order of the same view brought up to date."""
        since = self._as_of.get(view)
        condition = self._condition(view.query)
        if since is None or view.search.strip() or isinstance(condition, Complaint):
            return self.order(view)
        with transaction(self._catalogue.connection, "DEFERRED"):
            self._remember(view)
            return merged(self._catalogue, order, since, condition, view.sort)

    def complaint(self, query: str) -> str | None:
        """What is wrong with a query."""
        condition = self._condition(query)
        return str(condition) if isinstance(condition, Complaint) else None

    def _some(self, condition: Condition, view: View) -> array[int]:
        return ordered(self._catalogue.connection, condition, view.sort)

    def _whole(self, sort: Sort) -> array[int]:
        """Everything: as it was kept and brought up to date, which takes no time however much."""
        kept = saved_order(self._catalogue, sort)
        if kept is None:
            return ordered(self._catalogue.connection, EVERYTHING, sort)
        change, order = kept
        return merged(self._catalogue, order, change, EVERYTHING, sort)

    def _condition(self, query: str) -> Condition | Complaint:
        return condition_of(query, Setting(time.time(), near=self._search.near))

    def _remember(self, view: View) -> None:
        self._as_of[view] = self._catalogue.change()
        self._as_of.move_to_end(view)
        if len(self._as_of) > REMEMBERED:
            self._as_of.popitem(last=False)
