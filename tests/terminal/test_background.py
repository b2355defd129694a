"""The terminal's answer about its background."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.terminal.background import Answers, Background, background, dark_by_environment

ANSWER = "\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\"


@pytest.mark.parametrize(
    ("colour", "dark"),
    [
        ("rgb:0000/0000/0000", True),
        ("rgb:ffff/ffff/ffff", False),
        ("rgb:f/f/d", False),
        ("rgba:1e1e/1e1e/1e1e/ffff", True),
        ("#1e1e1e", True),
        ("#ffffffffffff", False),
        ("rgb:0000/8000/0000", True),
    ],
)
def test_answers_are_dark_or_light(colour: str, dark: bool) -> None:
    seen = background(colour)
    assert seen is not None
    assert seen.dark is dark


@pytest.mark.parametrize(
    "colour", ["", "?", "red", "rgb:1/2", "rgb:12345/1/1", "#12345", "rgb:g/0/0"]
)
def test_other_answers_say_nothing(colour: str) -> None:
    assert background(colour) is None


def test_the_parts_of_a_colour_go_from_0_to_1() -> None:
    assert background("rgb:ffff/0/ff") == Background(1.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("value", "dark"),
    [("15;0", True), ("0;15", False), ("0;default;7", False), ("x", None), ("", None)],
)
def test_the_environment_may_say_it_too(value: str, dark: bool | None) -> None:
    assert dark_by_environment({"COLORFGBG": value}) is dark


@given(
    st.text("jkq\x1b[A", max_size=8), st.text("jkq", max_size=8), st.integers(1, len(ANSWER) - 1)
)
def test_an_answer_in_two_pieces_among_keys_is_never_taken_for_keys(
    before: str, after: str, cut: int
) -> None:
    answers = Answers()
    begun = max(cut, 2)
    kept = answers.strained(before + ANSWER[:begun]) + answers.strained(ANSWER[begun:] + after)
    assert kept == before + after
    assert answers.latest == background("rgb:1e1e/2e2e/3e3e")


def test_an_answer_that_never_ends_is_given_out_after_a_while() -> None:
    answers = Answers()
    assert answers.strained("j\x1b]") == "j"
    assert answers.strained("") == "\x1b]"
    assert answers.strained("k") == "k"


def test_keys_alone_pass() -> None:
    answers = Answers()
    assert answers.strained("\x1b[Aj\x1bOP") == "\x1b[Aj\x1bOP"
    assert answers.latest is None


def test_an_answer_that_cannot_be_read_is_taken_out_all_the_same() -> None:
    answers = Answers()
    assert answers.strained("\x1b]11;what\x07q") == "q"
    assert answers.latest is None
