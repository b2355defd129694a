from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Published",
        "Published:",
        "Last updated",
        "By",
        "Veröffentlicht",
        "Publié le",
        "Quelle:",
        "Opublikowano",
    ],
)
def test_a_label_without_its_value_is_folded(line: str) -> None:
    assert rule_name(line) == "stray label"


@pytest.mark.parametrize(
    "line",
    [
        "Published on 3 May 2026",
        "By Ada Moss",
        "Update",
    ],
)
def test_a_label_with_its_value_is_not(line: str) -> None:
    assert rule_name(line) is None
