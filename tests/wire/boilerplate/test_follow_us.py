from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Connect with us",
        "Follow us",
        "Follow Ada Moss on Twitter @adamoss",
        "Like us on Facebook",
        "Folgen Sie uns auf Instagram",
        "Suivez-nous",
        "Write to Ada Moss at ada.moss@example.org",
        "ada.moss@example.org",
        "@adamoss",
    ],
)
def test_invitations_are_folded(line: str) -> None:
    assert rule_name(line) == "follow us"


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up talks are set for May.",
        "He wrote on Twitter that the pier was safe.",
        "Contact with the ship was lost at noon.",
    ],
)
def test_a_sentence_about_following_is_body(line: str) -> None:
    assert rule_name(line) is None
