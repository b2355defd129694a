from __future__ import annotations

import pytest

from wire.boilerplate.reading import kept, rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Share this article",
        "Copy link",
        "Teilen",
        "Partager cet article",
        "Condividi",
        "Bu haberi paylaşın",
        "Поделиться",
    ],
)
def test_one_button_is_folded_in_any_language(line: str) -> None:
    assert rule_name(line) == "share buttons"


@pytest.mark.parametrize(
    "line",
    [
        "Share Save",
        "Facebook Twitter Flipboard Send Reddit",
        "Link copied Bookmark",
        "Partager Discussion",
        "Email | Print | Share",
        "FacebookTwitterFlipboardSendReddit",
        "Share this articleComments",
        "Facebookでシェアする",
    ],
)
def test_buttons_glued_into_one_line_are_folded(line: str) -> None:
    assert rule_name(line) == "share buttons"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "He wants to share the work with his brother.",
        "The line of credit was extended by a year",
    ],
)
def test_a_sentence_about_sharing_is_body(line: str) -> None:
    assert rule_name(line) is None


def test_a_hard_wrapped_share_at_the_end_of_a_paragraph_stays() -> None:
    text = (
        "The bakers of the old town say that the price of flour leaves them with next to nothing\n"
        "of what a loaf costs, and that each of the twelve who are left must give up part of his\n"
        "share.\n"
    )
    assert kept(text) == [" ".join(text.split())]
