from __future__ import annotations

import pytest

from copytaster.wire.lines.lines import classify
from wire.boilerplate.reading import STORY, folded, kept, rule_name, story


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Get the morning briefing delivered to your inbox",
        "Sign up to our daily email for the stories that matter",
        "Enter your email address",
        "Newsletter abonnieren",
        "Inscrivez-vous à notre newsletter",
        "Suscríbete a nuestra newsletter",
        "Schrijf je in voor de nieuwsbrief",
        "Arrives weekdays",
    ],
)
def test_invitations_are_folded(line: str) -> None:
    assert rule_name(line) == "newsletter"


@pytest.mark.parametrize(
    "line",
    [
        "By signing up, you agree to our terms and our privacy policy.",
        "You can unsubscribe at any time.",
        "Privacy notice: our letters may carry advertisements of partners who support us.",
    ],
)
def test_small_print_is_folded(line: str) -> None:
    assert rule_name(line) == "newsletter"


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter that the bank sends to its clients each Friday warned of a fall.",
        "Workers sign up in the autumn and are laid off in spring.",
    ],
)
def test_a_sentence_about_letters_is_body(line: str) -> None:
    assert rule_name(line) is None


def test_all_between_the_marks_of_a_panel_is_folded() -> None:
    text = story(
        "skip past newsletter promotion",
        "The Harbour Letter",
        "Free weekly newsletter",
        "What the tide brought in, from ferries to fish prices",
        "after newsletter promotion",
    )
    assert kept(text) == list(STORY)


def test_a_panel_that_never_closes_folds_only_its_mark() -> None:
    text = story("skip past newsletter promotion")
    assert kept(text) == list(STORY)


def test_the_lines_between_two_prompts_are_folded() -> None:
    text = story("Get daily harbour news", "Sign up for daily newsletter", "Get Started")
    parsed = classify(story("Sign up for our newsletter", "The Harbour Letter", "Enter your email"))
    assert kept(text)[0] == STORY[0]
    assert folded(parsed) == [
        "Sign up for our newsletter",
        "The Harbour Letter",
        "Enter your email",
    ]
