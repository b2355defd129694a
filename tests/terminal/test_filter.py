"""The filters that every drawn line passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from copytaster.terminal.filter import MonochromeFilter, SafeFilter
from copytaster.terminal.safe import HOSTILE

GROUND = Color(10, 20, 30)


@given(st.text(st.sampled_from("ab市\x00\x1b\x9b\x07\t\n\ud800\ufffe\u202e\u2028"), max_size=20))
def test_a_filtered_line_is_harmless_and_as_wide_as_before(text: str) -> None:
    (segment,) = SafeFilter().apply([Segment(text, Style(bold=True))], GROUND)
    assert HOSTILE.search(segment.text) is None
    assert cell_len(segment.text) == cell_len(text)
    assert segment.style == Style(bold=True)


def test_a_clean_line_is_passed_on_as_it_is() -> None:
    segments = [Segment("Council votes"), Segment("14 to 9", Style(bold=True))]
    assert SafeFilter().apply(segments, GROUND) is segments


@pytest.mark.parametrize("text", ["“aye” 市議会 é", "Tie\u0302\u0301ng"])
def test_other_scripts_are_not_touched(text: str) -> None:
    assert SafeFilter().apply([Segment(text)], GROUND)[0].text == text


def test_without_colour_nothing_keeps_one() -> None:
    coloured = Segment("a", Style.parse("bold red on #0a141e"))
    plain = MonochromeFilter().apply([coloured, Segment("b")], GROUND)
    assert plain == [Segment("a", Style(bold=True)), Segment("b")]


def test_without_colour_what_stands_out_is_reversed() -> None:
    cursor = Segment("row", Style.parse("white on blue"))
    (shown,) = MonochromeFilter().apply([cursor], GROUND)
    assert shown.style == Style(reverse=True)


def test_without_colour_the_ground_of_the_terminal_does_not_stand_out() -> None:
    segment = Segment("row", Style.parse("italic default on default"))
    (shown,) = MonochromeFilter().apply([segment], GROUND)
    assert shown.style == Style(italic=True)


def test_filters_of_one_kind_are_alike_so_that_strips_are_filtered_once() -> None:
    strip = Strip([Segment("row \x07")])
    first, second = (strip.apply_filter(SafeFilter(), GROUND) for _ in range(2))
    assert first is second
    assert SafeFilter() != MonochromeFilter()
