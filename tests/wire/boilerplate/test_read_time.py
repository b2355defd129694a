from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "1 min read",
        "5 minute read",
        "Reading time: 4 minutes",
        "Lesezeit: 3 Minuten",
        "Temps de lecture : 2 min",
        "Escuchar: 4 min",
        "3 dakika",
    ],
)
def test_times_to_read_or_hear_are_folded(line: str) -> None:
    assert rule_name(line) == "read time"


@pytest.mark.parametrize(
    "line",
    [
        "The match lasted 90 minutes and not a second more.",
        "12 minutes later the whistle blew",
    ],
)
def test_a_sentence_with_minutes_is_body(line: str) -> None:
    assert rule_name(line) is None
