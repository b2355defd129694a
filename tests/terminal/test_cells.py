"""Text in cells, as rich counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from copytaster.terminal.cells import MOST_CODE_POINTS, SINGLE, cells, steady


def test_every_character_of_the_quick_way_is_one_cell_for_rich_too() -> None:
    assert {get_character_cell_size(character) for character in SINGLE} == {1}


@given(st.text("aé –市한\u0301\u200d\ufe0f🎉👩☎क्", max_size=30))
def test_text_that_begins_with_a_letter_has_as_many_cells_as_rich_counts(text: str) -> None:
    assert len(cells("a" + text)) == cell_len("a" + text)


def test_a_mark_stays_with_its_letter_and_a_wide_character_has_an_empty_cell_behind() -> None:
    assert list(cells("e\u0301市a")) == ["e\u0301", "市", "", "a"]


def test_marks_without_a_letter_are_dropped() -> None:
    assert list(cells("\u0301\u0302a")) == ["a"]


def test_a_cell_holds_only_so_many_marks() -> None:
    assert list(cells("e" + "\u0301" * 500)) == ["e" + "\u0301" * (MOST_CODE_POINTS - 1)]


@pytest.mark.parametrize(
    "cell", ["a", "é", "ế", "ж", "ب", "บ", "e\u0301", "市", "한", "–", "", "│"]
)
def test_terminals_agree_on_letters_and_plain_wide_characters(cell: str) -> None:
    assert steady(cell)


@pytest.mark.parametrize("cell", ["🎉", "☎\ufe0f", "👩\u200d💻", "क्", "\ue000", "\U0001f1ec"])
def test_terminals_do_not_agree_on_emoji_and_joined_characters(cell: str) -> None:
    assert not steady(cell)


@pytest.mark.parametrize("text", ["Tiếng Việt", "Τα νέα", "Новости", "أخبار اليوم", "חדשות"])
def test_texts_of_alphabets_go_the_quick_way(text: str) -> None:
    assert cells(text) is text
