"""A row is found in an order of any length."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.words.order import place_of

NEAR = [0, 1, 2, 255, 256, 257, 65_536, 1 << 32, (1 << 32) + 1, 1 << 56]
"""Numbers whose bytes are found across the borders of other numbers."""
NUMBERS = st.sampled_from(NEAR) | st.integers(0, (1 << 63) - 1)


@given(st.lists(NUMBERS, unique=True), NUMBERS)
def test_a_row_stands_where_it_stands_in_the_array(numbers: list[int], sought: int) -> None:
    expected = numbers.index(sought) if sought in numbers else None
    assert place_of(array("q", numbers), sought) == expected
