from __future__ import annotations

from datetime import date

import pytest

from copytaster.wire.lines.prefix import Prefixed, take_prefix

TODAY = date(2026, 9, 20)


def test_the_prefix_goes_and_the_rest_of_its_line_stays() -> None:
    assert take_prefix(" date 2026-09-14 Pier closed\n\nBody.", TODAY) == Prefixed(
        "Pier closed\n\nBody.", "2026-09-14"
    )


def test_blank_lines_before_the_prefix_keep_their_number() -> None:
    assert take_prefix("\n\n date 2026-09-14 Pier closed", TODAY).text == "\n\nPier closed"


def test_a_text_without_prefix_is_as_it_was() -> None:
    assert take_prefix("Pier closed\n", TODAY) == Prefixed("Pier closed\n", None)


@pytest.mark.parametrize("day", ["2026-13-45", "2026-02-31", "0000-01-01"])
def test_a_date_that_cannot_be_stays_visible(day: str) -> None:
    text = f" date {day} Pier closed"
    taken = take_prefix(text, TODAY)
    assert (taken.text, taken.day) == (text, None)
    assert taken.warnings


def test_of_two_prefixes_the_first_counts_and_the_second_stays() -> None:
    taken = take_prefix(" date 2026-09-14  date 2026-09-15 Pier closed", TODAY)
    assert taken.day == "2026-09-14"
    assert "date 2026-09-15 Pier closed" in taken.text
    assert "second" in taken.warnings[0]


@pytest.mark.parametrize(("day", "word"), [("2099-01-01", "future"), ("0001-01-01", "older")])
def test_a_date_far_off_is_taken_with_a_warning(day: str, word: str) -> None:
    taken = take_prefix(f" date {day} Pier closed", TODAY)
    assert taken.day == day
    assert word in taken.warnings[0]


def test_tomorrow_is_no_future_for_a_file_from_the_east() -> None:
    assert take_prefix(" date 2026-09-21 Pier closed", TODAY).warnings == ()


def test_a_prefix_alone_leaves_nothing_behind() -> None:
    assert take_prefix(" date 2026-09-14 ", TODAY).text.strip() == ""


def test_a_sentence_that_begins_with_the_word_date_is_no_prefix() -> None:
    assert take_prefix("date 2026-09-14th was a bad day", TODAY).day is None
