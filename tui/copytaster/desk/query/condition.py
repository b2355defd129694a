"""Conditions on the catalogue's articles, in SQL, for whoever puts articles into an order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL to stand after WHERE, with the values for its question marks."""

    sql: str
    values: tuple[object, ...] = ()


EVERYTHING = Condition("1")
NOTHING = Condition("0")


def among(numbers: Iterable[int]) -> Condition:
    """The condition of being one of these rows."""
    listed = json.dumps(list(numbers))
    return Condition("a.number IN (SELECT value FROM json_each(?))", (listed,))


def both(one: Condition, other: Condition) -> Condition:
    """The condition that both hold."""
    return Condition(f"({one.sql}) AND ({other.sql})", one.values + other.values)
