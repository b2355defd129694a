"""Views that show a part of the articles: what a query lets through, what a search finds.

It is loaded when a part is first asked for; the list of everything, with which the reader opens,
needs none of it.
"""

from __future__ import annotations

import time
from array import array
from typing import TYPE_CHECKING

from copytaster.desk.lists.row_sets import RowSets
from copytaster.desk.lists.search import Search
from copytaster.desk.lists.states import States
from copytaster.desk.query.language import Complaint, Node, parse
from copytaster.desk.query.sql import Setting, complaint_of, condition_of_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.query.condition import Condition
    from copytaster.desk.words.rows import Sort, View


class Narrowing:
    """The queries and searches over one catalogue."""

    def __init__(self, catalogue: Catalogue, whole: Callable[[Sort], array[int]]) -> None:
        self._catalogue = catalogue
        self._whole = whole
        self._search = Search(catalogue)
        self._sets = RowSets(catalogue, States(catalogue), self._search)

    def order(self, view: View) -> array[int]:
        """The rows that a view shows; empty where its query is wrong."""
        tree = parse(view.query)
        if view.search.strip():
            condition = self._condition(tree)
            if isinstance(condition, Complaint):
                return array("q")
            return self._search.ranked(view.search, condition, view.sort)
        if isinstance(tree, Complaint) or complaint_of(tree):
            return array("q")
        return self._sets.matching(self._whole(view.sort), tree)

    def make_ready(self) -> None:
        """Load what a search needs, before it is asked for."""
        self._search.make_ready()

    def load_words(self) -> Iterator[None]:
        """Load what a query for near names needs, a little at a time."""
        return self._search.load_words()

    def complaint(self, query: str) -> Complaint | None:
        """What is wrong with a query."""
        tree = parse(query)
        return tree if isinstance(tree, Complaint) else complaint_of(tree)

    def condition(self, query: str, *, few: bool = False) -> Condition | Complaint:
        """The condition of a query, or what is wrong with it; `few` rows are asked otherwise."""
        return self._condition(parse(query), few=few)

    def _condition(self, tree: Node | Complaint, *, few: bool = False) -> Condition | Complaint:
        if isinstance(tree, Complaint):
            return tree
        return condition_of_tree(tree, Setting(time.time(), near=self._search.near, few=few))
