from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Report a typo",
        "Got a tip?",
        "Do you have a story? Contact our newsroom on harbour@example.org",
        "Send tips to ada.moss@example.org",
        "Was this article helpful?",
        "Fehler gefunden?",
        "Send your photos and videos to the desk at desk@example.org",
    ],
)
def test_calls_for_tips_are_folded(line: str) -> None:
    assert rule_name(line) == "feedback"


@pytest.mark.parametrize(
    "line",
    [
        "Report after report had warned of the pier.",
        "Police have asked those with a tip to come forward.",
    ],
)
def test_a_sentence_about_errors_is_body(line: str) -> None:
    assert rule_name(line) is None
