from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Back to top",
        "Home > News > Harbour",
        "Zum Inhalt springen",
        "Retour en haut",
        "Page 2 of 5",
        "Accéder aux raccourcis d'accessibilité",
    ],
)
def test_menus_and_jumps_are_folded(line: str) -> None:
    assert rule_name(line) == "navigation"


@pytest.mark.parametrize(
    "line",
    [
        "Home sales fell by a third.",
        "Back in the harbour, the crew was paid off.",
        "Page after page of the ledger was blank",
    ],
)
def test_a_sentence_about_homes_is_body(line: str) -> None:
    assert rule_name(line) is None
