from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "mboxCreate('harbour-top');",
        "<!-- size 300x250 -->",
        "@media only screen and (min-width: 500px) { .top { display: none; } }",
        "https://example.org/ferry/2026",
        "var slot = new Object();",
    ],
)
def test_leaked_code_is_folded(line: str) -> None:
    assert rule_name(line) == "code"


@pytest.mark.parametrize(
    "line",
    [
        "The form (in three copies) must be handed in.",
        "If it rains (and it will), the fair moves indoors.",
    ],
)
def test_a_sentence_with_odd_marks_is_body(line: str) -> None:
    assert rule_name(line) is None
