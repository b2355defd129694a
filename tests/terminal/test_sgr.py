"""Pens and the way from one to the next."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.terminal.sgr import OFF, Pen, Styles, transition

COLOURS = ["", "31", "97", "38;5;3", "38;2;1;2;3"]
GROUNDS = ["", "41", "107", "48;5;3", "48;2;1;2;3"]

pens = st.builds(
    Pen,
    fore=st.sampled_from(COLOURS),
    back=st.sampled_from(GROUNDS),
    attributes=st.frozensets(st.sampled_from(sorted(OFF)), max_size=4),
)


def received(pen: Pen, sequences: str) -> Pen:
    for codes in re.findall(r"\x1b\[([\d;]*)m", sequences):
        pen = pen.after(codes)
    return pen


@given(pens, pens)
def test_a_transition_leads_from_one_pen_to_the_other(old: Pen, new: Pen) -> None:
    assert received(old, transition(old, new)) == new


@given(pens, pens)
def test_no_transition_is_longer_than_a_reset_and_the_new_pen(old: Pen, new: Pen) -> None:
    afresh = transition(Pen(), new)
    assert len(transition(old, new)) <= len("\x1b[0;m") + len(afresh)


@given(pens)
def test_staying_costs_nothing(pen: Pen) -> None:
    assert transition(pen, pen) == ""


def test_only_the_colour_that_differs_is_sent() -> None:
    old = Pen("31", "44", frozenset({"1"}))
    assert transition(old, Pen("32", "44", frozenset({"1"}))) == "\x1b[32m"


def test_bold_and_dim_end_together_so_the_one_that_stays_is_set_again() -> None:
    both, dim = Pen(attributes=frozenset({"1", "2"})), Pen(attributes=frozenset({"2"}))
    assert received(both, transition(both, dim)) == dim


@pytest.mark.parametrize("codes", ["", "0", "00", "1;31;0", "38;5", "58;5;3", "10", "999"])
def test_resets_and_nonsense_leave_the_plain_pen(codes: str) -> None:
    assert Pen().after(codes) == Pen()


def test_a_reset_keeps_the_link_which_has_its_own_end() -> None:
    assert Pen("31", link="https://a.example").after("0") == Pen(link="https://a.example")


def test_the_colour_of_an_underline_takes_its_parameters_with_it() -> None:
    assert Pen().after("58;2;1;4;7;31") == Pen("31")


def test_underlined_blanks_keep_their_colour_and_plain_ones_do_not() -> None:
    assert Pen("31", "44", frozenset({"1"})).on_blank() == Pen("", "44")
    assert Pen("31", "44", frozenset({"1", "4"})).on_blank() == Pen("31", "44", frozenset({"4"}))


def test_equal_pens_have_one_number_however_they_came_about() -> None:
    styles = Styles()
    assert styles.after(0, "1;31") == styles.after(styles.after(0, "31"), "1")
    assert styles.after(styles.after(0, "1;31"), "") == 0
    assert styles.blank[styles.after(0, "1;31")] == 0


def test_changing_the_link_only_costs_the_link_only() -> None:
    styles = Styles()
    red = styles.after(0, "31")
    linked = styles.linked(red, "https://a.example")
    assert styles.change(red, linked) == "\x1b]8;;https://a.example\x1b\\"
    assert styles.change(linked, red) == "\x1b]8;;\x1b\\"
