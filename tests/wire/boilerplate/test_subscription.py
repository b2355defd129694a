from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Already a subscriber? Log in",
        "Subscribe now",
        "Create a free account",
        "Bereits Abonnent",
        "Article réservé aux abonnés",
        "La suite est réservée aux abonnés.",
        "Exclusivo para suscriptores",
        "Enjoy unlimited articles for 12 crowns a month. Cancel any time.",
        "To continue reading, please log in or subscribe",
    ],
)
def test_paywalls_and_log_ins_are_folded(line: str) -> None:
    assert rule_name(line) == "subscription"


@pytest.mark.parametrize(
    "line",
    [
        "Support our journalism",
        "Support local journalism",
        "Support independent journalism with a monthly gift.",
    ],
)
def test_appeals_are_folded(line: str) -> None:
    assert rule_name(line) == "subscription"


@pytest.mark.parametrize(
    "line",
    [
        "The phone company lost 40,000 subscribers in the second quarter.",
        "Donations to the museum were made in kind.",
        "Registered voters have until Friday.",
    ],
)
def test_a_sentence_about_subscribers_is_body(line: str) -> None:
    assert rule_name(line) is None
