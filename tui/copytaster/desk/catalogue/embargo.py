"""Embargoes: how long an item must still wait."""

from __future__ import annotations

import math

from copytaster.desk.catalogue.entries import moment_of


def still_to_wait(embargo: str | None, now: float) -> float:
    """Seconds until an embargo has passed; 0 where there is none, or no longer.

    One whose moment cannot be told never passes: infinity.
    """
    if not embargo:
        return 0.0
    until = moment_of(embargo)
    return math.inf if until is None else max(0.0, until - now)
