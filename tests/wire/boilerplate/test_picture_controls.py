from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "View image in fullscreen",
        "Slideshow (4 Images)",
        "View gallery",
        "Camera Icon",
        "1 of 12",
        "Bild vergrößern",
        "Scroll down for video",
    ],
)
def test_controls_are_folded(line: str) -> None:
    assert rule_name(line) == "picture controls"


@pytest.mark.parametrize(
    "line",
    [
        "The gallery will close in May.",
        "Images of the pier were shown in court.",
        "Pictures.",
    ],
)
def test_a_sentence_about_pictures_is_body(line: str) -> None:
    assert rule_name(line) is None
