from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Comments",
        "12 comments",
        "Comments (3)",
        "View all comments",
        "Join the conversation",
        "Leave a comment",
        "Kommentare",
        "Kommentieren",
        "0 commentaires",
        "Yorumlar",
        "Please read our comment policy before you post.",
    ],
)
def test_counters_and_invitations_are_folded(line: str) -> None:
    assert rule_name(line) == "comments"


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister moved the bond market.",
        "The ministry had no comment.",
        "Subsidies for steel must follow the European Community guidelines, the minister said.",
        "Comment.",
    ],
)
def test_a_sentence_about_comments_is_body(line: str) -> None:
    assert rule_name(line) is None
