"""The short form of tests/benchmarks/ledger_torture.py: kills, and writers at once."""

from __future__ import annotations

from benchmarks.ledger_torture import at_once, kills


def test_a_kill_at_any_moment_loses_no_confirmed_decision() -> None:
    confirmed, lost = kills(5)
    assert confirmed >= 5
    assert lost == 0


def test_writers_at_once_end_with_all_decisions() -> None:
    made, missing, _ = at_once(150)
    assert (made, missing) == (150, 0)
