"""Rows of numbers as small pictures: one cell a number, and only nothing is a blank."""

from hypothesis import given
from hypothesis import strategies as st

from copytaster.presentation.glyphs import ASCII, UNICODE
from copytaster.presentation.sparkline import sparkline


@given(st.lists(st.floats(0, 1e9)))
def test_each_number_is_one_cell_and_only_nothing_is_blank(numbers):
    for glyphs in (UNICODE, ASCII):
        drawn = sparkline(numbers, glyphs)
        assert len(drawn) == len(numbers)
        assert [cell == " " for cell in drawn] == [number == 0 for number in numbers]


def test_the_greatest_is_full_and_the_least_still_shows():
    assert sparkline([0, 1, 50, 100], UNICODE) == " ▁▄█"


def test_a_scale_from_outside_keeps_pictures_comparable():
    assert sparkline([1, 2], UNICODE, most=8) == "▁▂"


def test_ascii_has_ink_too():
    assert sparkline([0, 1, 100], ASCII) == " .@"
