from __future__ import annotations

import pytest

from copytaster.wire.lines.signoffs import is_sign_off, named_source
from copytaster.wire.shapes import shape_of


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ada Moss; Editing by Bo Lind)",
        "Reporting by Ada Moss, writing by Bo Lind",
        "Additional reporting by Ada Moss in Skarhaven",
        "Ada Moss contributed to this report from Skarhaven.",
        "— Agency writer Ada Moss in Skarhaven contributed to this report.",
        "--This report was updated at 10:23 a.m.",
        "am/bl",
        "REUTERS",
        "(dpa)",
        "-- Ada Moss and Bo Lind",
        "With agencies",
        "Redaktion: Ada Moss",
    ],
)
def test_who_worked_on_a_story_signs_it_off(line: str) -> None:
    assert is_sign_off(line, shape_of(line))


@pytest.mark.parametrize(
    "line",
    [
        "Research In Motion said that it would close its plant.",
        "Contributing to the fall was the price of oats.",
        "Written statements were handed in by both sides.",
        "The city contributed to the costs of the pier and will do so again next year, it said.",
        "- New York",
    ],
)
def test_a_sentence_about_work_is_body(line: str) -> None:
    assert not is_sign_off(line, shape_of(line))


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("SOURCE:Harbour World and Agencies", "Harbour World and Agencies"),
        ("Source: Harbour World", "Harbour World"),
        ("SOURCE Harbour Oat Company", "Harbour Oat Company"),
        ("Fuente: Agencia del Puerto", "Agencia del Puerto"),
        ("A source: nobody knows", None),
        ("Source close to the mayor said no.", None),
    ],
)
def test_a_source_is_read_from_its_label(line: str, source: str | None) -> None:
    assert named_source(line) == source
