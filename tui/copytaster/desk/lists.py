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
from copytaster.desk.query import Complaint, Node, parse
from copytaster.desk.query_sql import (
    EVERYTHING,
    Condition,
    Setting,
    among,
    both,
    condition_of_tree,
)
from copytaster.desk.rows import Sort
from copytaster.desk.search import Search
from copytaster.desk.states import States, parted
from copytaster.desk.transaction import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copytaster.desk.catalogue import Catalogue
    from copytaster.desk.rows import View

REMEMBERED = 8


class Lists:
    """The orders of views, each known with the change of the catalogue that it is of."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._search = Search(catalogue)
        self._states = States(catalogue)
        self._wholes: dict[Sort, tuple[int, array[int]]] = {}
        self._as_of: OrderedDict[View, int] = OrderedDict()

    def order(self, view: View) -> array[int]:
        """The rows that a view shows; empty where its query is wrong."""
        tree, searched = parse(view.query), bool(view.search.strip())
        if isinstance(tree, Complaint):
            return array("q")
        states, rest = (None, tree) if searched else parted(tree)
        condition = self._condition(rest)
        if isinstance(condition, Complaint):
            return array("q")
        with transaction(self._catalogue.connection, "DEFERRED"):
            self._remember(view)
            if searched:
                return self._search.ranked(view.search, condition, view.sort)
            found = self._meeting(condition, view.sort)
            return found if states is None else self._states.matching(found, states)

    def merge(self, view: View, order: array[int]) -> array[int]:
        """An order of the same view brought up to date."""
        since = self._as_of.get(view)
        condition = self._condition(parse(view.query))
        if since is None or view.search.strip() or isinstance(condition, Complaint):
            return self.order(view)
        with transaction(self._catalogue.connection, "DEFERRED"):
            self._remember(view)
            return merged(self._catalogue, order, since, condition, view.sort)

    def among(self, query: str, numbers: Iterable[int]) -> array[int]:
        """Those of the rows that a query matches, the newest first; none where it is wrong."""
        condition = self._condition(parse(query))
        if isinstance(condition, Complaint):
            return array("q")
        sought = both(among(numbers), condition)
        return ordered(self._catalogue.connection, sought, Sort.NEWEST)

    def complaint(self, query: str) -> str | None:
        """What is wrong with a query."""
        condition = self._condition(parse(query))
        return str(condition) if isinstance(condition, Complaint) else None

    def _meeting(self, condition: Condition, sort: Sort) -> array[int]:
        if condition == EVERYTHING:
            return self._whole(sort)
        return ordered(self._catalogue.connection, condition, sort)

    def _whole(self, sort: Sort) -> array[int]:
        """Everything: as it was kept and brought up to date, which takes no time however much."""
        known = self._wholes.get(sort) or saved_order(self._catalogue, sort)
        if known is None:
            order = ordered(self._catalogue.connection, EVERYTHING, sort)
        else:
            order = merged(self._catalogue, known[1], known[0], EVERYTHING, sort)
        self._wholes[sort] = self._catalogue.change(), order
        return order[:]

    def _condition(self, tree: Node | Complaint) -> Condition | Complaint:
        if isinstance(tree, Complaint):
            return tree
        return condition_of_tree(tree, Setting(time.time(), near=self._search.near))

    def _remember(self, view: View) -> None:
        self._as_of[view] = self._catalogue.change()
        self._as_of.move_to_end(view)
        if len(self._as_of) > REMEMBERED:
            self._as_of.popitem(last=False)
