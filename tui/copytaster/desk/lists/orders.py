"""Orders: which rows a view shows, and in which order, as one array of row numbers.

Every sort ends with the row number, so an order is one and the same whoever computes it, and new
rows can be merged into it by bisection.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from copytaster.desk.keeping.transaction import transaction
from copytaster.desk.query.condition import EVERYTHING, Condition, among, both
from copytaster.desk.words.order import place_of
from copytaster.desk.words.rows import Sort

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from copytaster.desk.catalogue.catalogue import Catalogue, Changes

MERGED_AT_MOST = 400
"""More new rows than these are as quickly ordered afresh with all the others."""
_FEW = 8
"""As many rows are sought one by one in an order; for more, all of it is gone through once."""


@dataclass(frozen=True, slots=True)
class _Keys:
    """A sort as SQL writes it, and as columns that compare in Python, all ascending."""

    order_by: str
    columns: str


_NEWEST = _Keys("a.moment DESC, a.arrived DESC, a.number", "-a.moment, -a.arrived, a.number")
_SORTS = {
    Sort.NEWEST: _NEWEST,
    Sort.OLDEST: _Keys("a.moment, a.arrived, a.number DESC", "a.moment, a.arrived, -a.number"),
    Sort.URGENT: _Keys(
        f"coalesce(a.urgency, 5), {_NEWEST.order_by}", f"coalesce(a.urgency, 5), {_NEWEST.columns}"
    ),
    Sort.SOURCE: _Keys(
        f"a.source_key IS NULL, a.source_key, {_NEWEST.order_by}",
        f"a.source_key IS NULL, coalesce(a.source_key, ''), {_NEWEST.columns}",
    ),
    Sort.TITLE: _Keys("a.title_key, a.number", "a.title_key, a.number"),
}


def ordered(connection: sqlite3.Connection, condition: Condition, sort: Sort) -> array[int]:
    """The numbers of the rows that meet the condition, sorted."""
    rows = connection.execute(
        f"SELECT a.number FROM articles a WHERE {condition.sql}"  # noqa: S608
        f" ORDER BY {_SORTS[sort].order_by}",
        condition.values,
    )
    return array("q", map(itemgetter(0), rows))


def save_orders(catalogue: Catalogue) -> None:
    """Keep all orders of everything beside the articles (8 bytes a row), where they are outdated.

    So the list stands at once at the next start, and after another sort: at 100,000 rows 1 ms, not
    30. An order of a few changes ago is as good, since it is merged with them.
    """
    for sort in Sort:
        (kept,) = catalogue.connection.execute(
            "SELECT coalesce(max(change), -1) FROM orders WHERE sort = ?", (sort,)
        ).fetchone()
        if kept < 0 or _far_behind(catalogue, kept):
            _save_order(catalogue, sort)


def _far_behind(catalogue: Catalogue, change: int) -> bool:
    return is_many(catalogue.changes(change), MERGED_AT_MOST // 4)


def _save_order(catalogue: Catalogue, sort: Sort) -> None:
    connection = catalogue.connection
    with transaction(connection):
        numbers = ordered(connection, EVERYTHING, sort).tobytes()
        connection.execute(
            "INSERT OR REPLACE INTO orders VALUES (?, ?, ?)", (sort, catalogue.change(), numbers)
        )


def saved_order(catalogue: Catalogue, sort: Sort) -> tuple[int, array[int]] | None:
    """The order of everything that was kept, and the change that it is of."""
    found = catalogue.connection.execute(
        "SELECT change, numbers FROM orders WHERE sort = ?", (sort,)
    ).fetchone()
    return (found[0], array("q", found[1])) if found else None


def is_many(changes: Changes, most: int = MERGED_AT_MOST) -> bool:
    """Whether so much has changed that an order is better made afresh."""
    return len(changes.filed) + len(changes.gone) > most


def merged(
    connection: sqlite3.Connection,
    order: array[int],
    changes: Changes,
    condition: Condition,
    sort: Sort,
) -> array[int]:
    """The order brought up to date with a few changes; `order` itself is left as it was."""
    standing = _without(order, {*changes.filed, *changes.gone})
    if not changes.filed:
        return standing
    fresh = ordered(connection, both(condition, among(changes.filed)), sort)
    return _inserted(standing, fresh, _key_reader(connection, sort))


def _without(order: array[int], numbers: set[int]) -> array[int]:
    if len(numbers) > _FEW:
        return array("q", (number for number in order if number not in numbers))
    places = sorted(place for number in numbers if (place := place_of(order, number)) is not None)
    if not places:
        return order
    standing = order[:]
    for place in reversed(places):
        del standing[place]
    return standing


def _inserted(
    order: array[int], fresh: Iterable[int], key: Callable[[int], tuple[Any, ...]]
) -> array[int]:
    """`order` with the fresh numbers, themselves in order, each put at its place."""
    merged_order: array[int] = array("q")
    start = 0
    for number in fresh:
        place = bisect_left(order, key(number), lo=start, key=key)
        merged_order.extend(order[start:place])
        merged_order.append(number)
        start = place
    merged_order.extend(order[start:])
    return merged_order


def _key_reader(connection: sqlite3.Connection, sort: Sort) -> Callable[[int], tuple[Any, ...]]:
    sql = f"SELECT {_SORTS[sort].columns} FROM articles a WHERE a.number = ?"  # noqa: S608

    def key(number: int) -> tuple[Any, ...]:
        found: tuple[Any, ...] = connection.execute(sql, (number,)).fetchone()
        return found

    return key
