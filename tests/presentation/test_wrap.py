from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copytaster.presentation.wrap import cut, fit, is_narrow, wrap

TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Mn", "Me", "Cf"]), max_size=200)


def test_lines_break_at_spaces():
    assert list(wrap("the harbour fire is out", 12)) == ["the harbour", "fire is out"]


def test_a_word_longer_than_the_line_is_cut():
    assert list(wrap("abcdefghij", 4)) == ["abcd", "efgh", "ij"]


def test_an_empty_text_is_one_empty_line():
    assert list(wrap("", 10)) == [""]


def test_wide_characters_count_two_cells():
    assert list(wrap("港湾火災", 4)) == ["港湾", "火災"]


def test_no_line_begins_with_a_closing_mark():
    lines = list(wrap("港湾の火災。消防", 10))
    assert not any(line.startswith("。") for line in lines)
    assert "".join(lines) == "港湾の火災。消防"


def test_curly_quotes_are_one_cell_wide():
    assert is_narrow("“It’s over” – he said…")


@given(TEXTS, st.integers(4, 90))
def test_no_line_is_wider_than_asked(text, width):
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(TEXTS, st.integers(2, 90))
def test_wrapping_loses_nothing_but_spaces(text, width):
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(TEXTS, st.integers(0, 60))
def test_what_is_fitted_is_exactly_as_wide_as_asked(text, width):
    assert cell_len(fit(text, width)) == width


@given(TEXTS, st.integers(1, 60))
def test_what_is_cut_is_never_wider(text, width):
    assert cell_len(cut(text, width)) <= width


def test_a_cut_is_marked():
    assert cut("harbour fire", 8) == "harbour…"
