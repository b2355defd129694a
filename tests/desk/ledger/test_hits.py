"""What a rule did is known as long as it stands, and what a hand decided is never a rule's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copytaster.desk.ledger.fields import Change, Field
from copytaster.desk.ledger.hits import decided_by_hand, hits_of, rules_with_hits, standing
from copytaster.desk.ledger.ledger import FILE_NAME, Ledger, open_ledger
from desk.making import item, session

RULE = "horoscopes"


@pytest.fixture
def ruled(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in which a rule scored and spiked articles 1 and 2."""
    with closing(open_ledger(tmp_path, session("now"))) as opened:
        items = [item(1), item(2)]
        changes = [
            Change(items, Field.RULE, 30, RULE),
            Change(items, Field.VERDICT, "spiked"),
        ]
        opened.decide_all(changes, "spiked by rule", by_rule=RULE)
        yield opened


@pytest.fixture
def attached(ruled: Ledger, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to which that ledger is attached."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("ATTACH ? AS ledger", (str(tmp_path / FILE_NAME),))
        yield connection


def test_hits_are_known_with_their_scores(attached: sqlite3.Connection) -> None:
    assert hits_of(attached, RULE) == {1: 30, 2: 30}
    assert rules_with_hits(attached) == {RULE: 2}


def test_what_a_rule_did_stands_until_a_hand_changes_it(ruled: Ledger, tmp_path: Path) -> None:
    ruled.decide([item(1)], Field.VERDICT, "kept", "kept")
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        stands = standing(connection, RULE)
    assert (Field.VERDICT, 2) in stands
    assert (Field.VERDICT, 1) not in stands
    assert stands[Field.VERDICT, 2] == (None, "spiked")


def test_what_a_hand_decided_again_stands_by_hand(ruled: Ledger, tmp_path: Path) -> None:
    ruled.decide([item(1)], Field.VERDICT, None, "not spiked")
    ruled.decide([item(1)], Field.VERDICT, "spiked", "spiked")
    ruled.take_back(RULE)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        verdicts = dict(connection.execute("SELECT key, verdict FROM marks"))
    assert verdicts == {1: "spiked", 2: None}


def test_what_a_hand_decided_is_told_apart(ruled: Ledger, attached: sqlite3.Connection) -> None:
    ruled.decide([item(2)], Field.VERDICT, "kept", "kept")
    assert decided_by_hand(attached, [1, 2], Field.VERDICT) == {2}


def test_what_a_hand_took_back_is_no_hit(ruled: Ledger, attached: sqlite3.Connection) -> None:
    ruled.take_back(RULE)
    assert hits_of(attached, RULE) == {}
