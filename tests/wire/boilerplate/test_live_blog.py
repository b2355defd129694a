from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "This is a live blog. Scroll down for the latest updates",
        "This live blog is closed",
        "This is a developing story. Check back for updates.",
        "More to follow",
        "This story is developing. Please check back for updates.",
    ],
)
def test_notices_of_a_live_page_are_folded(line: str) -> None:
    assert rule_name(line) == "live page"


@pytest.mark.parametrize(
    "line",
    [
        "This is a story of a harbour and of two brothers.",
        "More to the point, nobody asked the crew.",
    ],
)
def test_a_sentence_about_living_is_body(line: str) -> None:
    assert rule_name(line) is None
