from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Poll loading …",
        "Vote now",
        "Take our quiz",
        "Jetzt abstimmen",
        "Chart loading",
    ],
)
def test_widgets_that_did_not_come_along_are_folded(line: str) -> None:
    assert rule_name(line) == "poll"


@pytest.mark.parametrize(
    "line",
    [
        "Poll stations open at eight.",
        "Vote by vote, the majority melted.",
    ],
)
def test_a_sentence_about_polls_is_body(line: str) -> None:
    assert rule_name(line) is None
