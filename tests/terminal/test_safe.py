"""Text that may be drawn."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.terminal.safe import HOSTILE, MOST_MARKS, safe, safe_row

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x1b\x07\x7f\x9b\x9d\t\n\r\u202e\u2066\u200b\ud800\u0301\u1160\ufeff"),
    ),
    max_size=60,
)


@given(ANYTHING)
def test_safe_text_holds_nothing_hostile_but_its_newlines(text: str) -> None:
    assert HOSTILE.search(safe(text).replace("\n", "")) is None


@given(ANYTHING)
def test_a_safe_row_is_one_row(text: str) -> None:
    assert HOSTILE.search(safe_row(text)) is None
    assert len(safe_row(text).splitlines()) <= 1


@given(ANYTHING)
def test_safe_text_is_safe_already(text: str) -> None:
    assert safe(safe(text)) == safe(text)
    assert safe_row(safe_row(text)) == safe_row(text)


@pytest.mark.parametrize(
    "text",
    [
        "Council votes, 14 to 9: “aye” – and the mayor’s veto…",
        "Đà Nẵng, São Paulo, Kraków, Αθήνα, Москва, القاهرة, ירושלים, กรุงเทพฯ, 東京都, 서울",
        "two\nparagraphs\n\nof text",
        "Tie\u0302\u0301ng Vie\u0323\u0302t",
        "می\u200cخواهم",
        "🎉 party 🎉🎉🎉🎉🎉🎉",
        "\ue000 private, \U000323b0 unassigned",
    ],
)
def test_clean_text_comes_back_as_it_was(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 null\x00 delete\x7f", "bell␇ null␀ delete␡"),
        ("\x9b31m \x9d0;title\x9c", "�31m �0;title�"),
        ("exe\u202efdp.doc", "exe�fdp.doc"),
        ("a\u200bb\u00adc\ufeffd\u2060e\U000e0041f", "abcdef"),
        ("marks \u200eof\u200f \u2066direction\u2069", "marks of direction"),
        ("broken \ud83d and \ufffe", "broken � and �"),
        ("lines\r\nend\x85in\u2028many\u2029ways\r", "lines\nend\nin\nmany\nways␍"),
        ("a\tb", "a       b"),
        ("x" + "\u0301" * 50 + "y", "x" + "\u0301" * MOST_MARKS + "y"),
        ("x" + "\u1160" * 50 + "y", "x" + "\u1160" * MOST_MARKS + "y"),
        ("👩\u200d💻 ❤\ufe0f", "👩💻 ❤"),
    ],
)
def test_what_could_act_or_deceive_is_shown_or_taken_out(text: str, drawn: str) -> None:
    assert safe(text) == drawn


def test_a_row_has_spaces_for_newlines_and_tabs() -> None:
    assert safe_row("one\ntwo\tthree\r\nfour\u2028five\x1b") == "one two three four five␛"


def test_marks_on_many_letters_are_counted_for_each_letter() -> None:
    text = "e\u0301" * 40
    assert safe(text) == text


def test_neither_textual_nor_rich_is_imported_for_it() -> None:
    program = (
        "import sys, copytaster.terminal.safe, copytaster.terminal.lastframe; "
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
