from __future__ import annotations

import pytest

from copytaster.wire.lines.bylines import is_byline, is_name
from copytaster.wire.shapes import shape_of


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Moss",
        "By Ada Moss and Bo Lind, Harbour Correspondents",
        "Von Ada Moss, Skarhaven",
        "Par Ada Moss",
        "By Harbour News with Agencies",
        "Ada Moss | 05.04.2026 - Güncelleme : 05.04.2026",
    ],
)
def test_a_line_that_says_who_wrote_is_a_byline(line: str) -> None:
    assert is_byline(line, shape_of(line))


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the pier had been closed and the ferries were running from the southern quay.",
        "By far the oldest pier",
        "Von der Leyen besucht den Hafen, um sich dort ein Bild von der Lage zu machen am Montag",
    ],
)
def test_a_sentence_that_begins_alike_is_none(line: str) -> None:
    assert not is_byline(line, shape_of(line))


@pytest.mark.parametrize(
    "line",
    ["Ada Moss", "Associated Press in Skarhaven", "Ada Moss Political editor", "Ada Moss @adamoss"],
)
def test_a_name_can_be_a_byline_where_one_stands(line: str) -> None:
    assert is_name(line, shape_of(line))


@pytest.mark.parametrize("line", ["The pier is closed", "Ada", "Pay May 15", "Ada Moss said no."])
def test_other_short_lines_are_no_names(line: str) -> None:
    assert not is_name(line, shape_of(line))
