"""Tables as aligned text: one line a row, columns padded to their widest cell."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from copytaster.wire.formats.xml_tree import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_LONG_CELL = 60
_MOST_ROWS = 2000


def data_rows(table: _Element) -> list[list[str]]:
    """The cells of a table of short entries; empty for one that only lays out a page."""
    if table.find(".//table") is not None:
        return []
    rows: list[list[str]] = []
    for row in table.iter("tr"):
        cells = [_cell(cell) for cell in row if cell.tag in ("td", "th")]
        if any(cells):
            rows.append(cells)
        if len(rows) >= _MOST_ROWS:
            break
    filled = [cell for row in rows for cell in row if cell]
    if not filled or max(map(len, rows)) < 2:
        return []
    long = sum(len(cell) > _LONG_CELL for cell in filled)
    return rows if long * 5 <= len(filled) else []


def _cell(cell: _Element) -> str:
    return text_of(cell) or ""


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The rows as lines; figures to the right of their column, words to the left."""
    columns = [column for column in zip_longest(*rows, fillvalue="") if any(column)]
    padded = (_padded(column) for column in columns)
    return "\n".join("  ".join(cells).rstrip() for cells in zip(*padded, strict=True))


def _padded(column: tuple[str, ...]) -> list[str]:
    width = max(map(len, column))
    if _is_numeric(column[1:] or column):
        return [cell.rjust(width) for cell in column]
    return [cell.ljust(width) for cell in column]


def _is_numeric(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(
        cell[-1].isdigit() or cell[-1] in "%½¼¾" for cell in filled
    ) * 2 > len(filled)
