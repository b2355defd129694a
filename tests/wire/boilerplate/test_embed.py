from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "View on Instagram",
        "Skip Twitter post",
        "End of Twitter post",
        "A post shared by Ada Moss (@adamoss)",
        "Externer Inhalt",
        "Damit können personenbezogene Daten an Dritte übermittelt werden.",
    ],
)
def test_placeholders_are_folded(line: str) -> None:
    assert rule_name(line) == "embed"


@pytest.mark.parametrize(
    "line",
    [
        "The pier is gone! — Ada Moss (@adamoss) May 3, 2026",
        "She posted a picture of the pier on Instagram.",
    ],
)
def test_a_post_itself_is_body(line: str) -> None:
    assert rule_name(line) is None
