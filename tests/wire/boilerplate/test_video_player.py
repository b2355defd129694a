from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Now playing Next",
        "Video loading",
        "00:00:49",
        "Watch the full video",
        "This video can not be played",
        "Listen · 3:41",
        "Lecture",
    ],
)
def test_what_a_player_leaves_is_folded(line: str) -> None:
    assert rule_name(line) == "video player"


@pytest.mark.parametrize(
    "line",
    [
        "2:34 Ferry pier closes for nine days",
        "12:05 How the old bridge was built",
    ],
)
def test_a_clip_with_its_length_is_a_link(line: str) -> None:
    assert rule_name(line) == "video link"


@pytest.mark.parametrize(
    "line",
    [
        "9:30 a.m. was when the first ship came in",
        "14:30 Uhr war das erste Schiff im Hafen",
        "The video shows the pier giving way.",
    ],
)
def test_a_clock_time_in_a_sentence_is_body(line: str) -> None:
    assert rule_name(line) is None
