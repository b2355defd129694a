"""The takes of items as rows of the index: those of one article, and all pairs of one story."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.index import Index
from copytaster.stories.items import MOST_TAKES, Items, near

ALERT_TERMS = 40
"""Terms of an article that says so little that its words could not tell its story."""


def nearest_takes(keys: Iterable[str], index: Index, day: int) -> list[int]:
    """The rows of the takes of an item; of a series that goes on for years, the nearest to a day.

    All have to be read, so of hundreds of tables under one slug two dozen must do.
    """
    rows = [index.rows[key] for key in keys if key in index.rows]
    days = index.dated
    return sorted(rows, key=lambda r: (abs(int(days[r]) - day), index.keys[r]))[:MOST_TAKES]


def pairs_of_takes(items: Items, index: Index, out: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The pairs of rows that are takes of one item: one story, however little an alert says.

    `out` (rows,) marks those that join no story.
    """
    rows, days = index.rows, index.dated
    known = (
        (rows[one], rows[other], sure)
        for one, other, sure in items.pairs()
        if one in rows and other in rows
    )
    return [
        (one, other)
        for one, other, sure in known
        if not (out[one] or out[other])
        and (sure or (near(int(days[one]), int(days[other])) and _is_alert(index, one, other)))
    ]


def _is_alert(index: Index, one: int, other: int) -> bool:
    return min(len(index.vectors([row]).terms) for row in (one, other)) <= ALERT_TERMS
