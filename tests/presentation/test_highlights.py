"""Words of rules stand out where they are whole, and the text stays as it was."""

from __future__ import annotations

from copytaster.presentation.highlights import highlighter
from copytaster.presentation.looks import BLANK, Look, plain_text

LINE = (("The ", Look.PLAIN), ("Ferry to Quay 9 and the ferryman", Look.CAPTION))


def shown(*words: str) -> list[str]:
    line = highlighter(words)(LINE)
    assert plain_text(line) == plain_text(LINE)
    return [text for text, look in line if look is Look.KEY]


def test_whole_words_stand_out_however_they_are_written() -> None:
    assert shown("ferry", "QUAY 9") == ["Ferry", "Quay 9"]


def test_the_longest_wins() -> None:
    assert shown("quay", "quay 9") == ["Quay 9"]


def test_signs_are_taken_as_they_are() -> None:
    assert shown("fer.y", "(") == []


def test_without_words_the_line_is_the_same() -> None:
    assert highlighter(())(LINE) is LINE
    assert highlighter(("a",))(BLANK) == BLANK


def test_the_rest_keeps_its_look() -> None:
    assert highlighter(("to",))(LINE) == (
        ("The ", Look.PLAIN),
        ("Ferry ", Look.CAPTION),
        ("to", Look.KEY),
        (" Quay 9 and the ferryman", Look.CAPTION),
    )
