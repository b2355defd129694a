"""Baskets as lines: name, how many articles, how many of them new, and the query."""

from __future__ import annotations

from copytaster.desk.lists.baskets import Basket
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import fit
from copytaster.terminal.safe import safe_row

NAME_CELLS = 20
COUNT_CELLS = 9
NEW_CELLS = 10


def basket_line(basket: Basket) -> Line:
    """One basket as a line of the switcher."""
    count = "…" if basket.count is None else f"{basket.count:,}"
    new = f"{basket.unseen:,} new" if basket.unseen else ""
    return (
        (f" {fit(safe_row(basket.name), NAME_CELLS)}", Look.STRONG),
        (f"{count:>{COUNT_CELLS}}", Look.PLAIN),
        (f"{new:>{NEW_CELLS}}  ", Look.FLAGGED),
        (safe_row(basket.query), Look.MUTED),
    )


def basket_words(basket: Basket) -> str:
    """A basket in a few words: `Kept: 12, 3 new`."""
    counted = "" if basket.count is None else f": {basket.count:,}"
    return f"{safe_row(basket.name)}{counted}" + (f", {basket.unseen:,} new" * bool(basket.unseen))
