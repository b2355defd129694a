"""Views that show a part of the articles: what a query lets through, what a search finds.

It is loaded when a part is first asked for; the list of everything, with which the reader opens,
needs none of it.
"""

from __future__ import annotations

import time
from array import array
from typing import TYPE_CHECKING

from copytaster.desk.lists.orders import ordered
from copytaster.desk.lists.search import Search
from copytaster.desk.lists.states import States, parted
from copytaster.desk.query.condition import EVERYTHING, Condition
from copytaster.desk.query.language import Complaint, Node, parse
from copytaster.desk.query.sql import Setting, condition_of_tree
from copytaster.desk.query.texts import with_word, words_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.words.rows import Sort, View


class Narrowing:
    """The queries and searches over one catalogue."""

    def __init__(self, catalogue: Catalogue, whole: Callable[[Sort], array[int]]) -> None:
        self._catalogue = catalogue
        self._whole = whole
        self._search = Search(catalogue)
        self._states = States(catalogue)

    def order(self, view: View) -> array[int]:
        """The rows that a view shows; empty where its query is wrong."""
        tree, searched = parse(view.query), bool(view.search.strip())
        if isinstance(tree, Complaint):
            return array("q")
        states, rest = (None, tree) if searched else parted(tree)
        words, rest = ((), rest) if searched else words_apart(rest)
        condition = self._condition(rest)
        if isinstance(condition, Complaint):
            return array("q")
        if searched:
            return self._search.ranked(view.search, condition, view.sort)
        found = self._meeting(condition, view.sort)
        for term in words:
            found = with_word(self._catalogue, found, term)
        return found if states is None else self._states.matching(found, states)

    def make_ready(self) -> None:
        """Load what a search needs, before it is asked for."""
        self._search.make_ready()

    def load_words(self) -> Iterator[None]:
        """Load what a query for near names needs, a little at a time."""
        return self._search.load_words()

    def condition(self, query: str, *, few: bool = False) -> Condition | Complaint:
        """The condition of a query, or what is wrong with it; `few` rows are asked otherwise."""
        return self._condition(parse(query), few=few)

    def _meeting(self, condition: Condition, sort: Sort) -> array[int]:
        if condition == EVERYTHING:
            return self._whole(sort)
        return ordered(self._catalogue.connection, condition, sort)

    def _condition(self, tree: Node | Complaint, *, few: bool = False) -> Condition | Complaint:
        if isinstance(tree, Complaint):
            return tree
        return condition_of_tree(tree, Setting(time.time(), near=self._search.near, few=few))
