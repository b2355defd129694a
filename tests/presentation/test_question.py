"""A question in a line: its title is cut, its keys never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.presentation.looks import Look, plain_text
from copytaster.presentation.question import question_line

TITLE = "Marsh fever vaccine cut cases by 71 per cent in a trial of 12,000 children"
ANSWERS = [("y", "export all the same"), ("n", "without"), ("Esc", "leave it")]


def asked(width, question=f"“{TITLE}” is embargoed.", quoted=TITLE):
    return question_line(question, ANSWERS, width, quoted)


def test_with_room_nothing_is_cut():
    assert plain_text(asked(200)) == (
        f" “{TITLE}” is embargoed.  y export all the same  n without  Esc leave it "
    )


def test_the_title_is_cut_and_what_is_said_of_it_stays():
    told = plain_text(asked(80))
    assert told.startswith(" “Marsh fever")
    assert told.endswith("…” is embargoed.  y export all the same  n without  Esc leave it ")
    assert len(told) <= 80


def test_a_question_without_a_title_takes_words_from_its_answers():
    told = plain_text(asked(80, "embargoed! keep this and spike the rest of its story?", ""))
    assert "the rest of its story?" in told
    assert " y" in told
    assert " Esc" in told
    assert len(told) <= 80


@pytest.mark.parametrize("width", [20, 30, 40])
def test_where_room_is_scarce_every_key_is_told(width):
    line = asked(width)
    assert [text.strip() for text, look in line if look is Look.KEY] == ["y", "n", "Esc"]
    assert len(plain_text(line)) <= width


@given(st.text(max_size=90), st.integers(20, 200))
def test_it_is_never_wider_than_the_line(title, width):
    assert len(plain_text(asked(width, f"“{title}” is killed.", title)).strip()) <= width
