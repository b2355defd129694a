"""A row of numbers as a small picture, one cell a number, for where a look tells more than figures.

Edward Tufte's sparkline, in the eight block characters of Unicode (U+2581 to U+2588), or in five
ASCII characters of growing ink.
"""

from __future__ import annotations

from collections.abc import Sequence

from copytaster.presentation.glyphs import Glyphs


def sparkline(numbers: Sequence[float], glyphs: Glyphs, most: float | None = None) -> str:
    """The numbers as heights, the greatest (or `most`) full; only nothing is a blank."""
    top = max(numbers, default=0) if most is None else most
    return "".join(_cell(number, top, glyphs.heights) for number in numbers)


def _cell(number: float, top: float, heights: str) -> str:
    if number <= 0 or top <= 0:
        return " "
    return heights[max(0, min(len(heights), round(number / top * len(heights))) - 1)]
