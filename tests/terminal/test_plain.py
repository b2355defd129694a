"""Text for terminals of ASCII only keeps its cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copytaster.terminal.plain import ascii_only


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain", "plain"),
        ("“Zürich” – 3 × 4…", '"Zurich" - 3 x 4.'),
        ("Łódź, Ærø", "Lodz, ?ro"),
        ("市議会 met", "?????? met"),
        ("e\u0301te\u0301", "ete"),
        ("Москва", "??????"),
    ],
)
def test_each_letter_becomes_what_comes_nearest(text: str, plain: str) -> None:
    assert ascii_only(text) == plain


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"))))
def test_any_text_becomes_ascii_in_as_many_cells(text: str) -> None:
    plain = ascii_only(text)
    assert plain.isascii()
    assert len(plain) == cell_len(text)
