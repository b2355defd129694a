"""What was read is kept, is no step, and does not grow without end."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from copytaster.desk.ledger import readings
from copytaster.desk.ledger.fields import Field, Item
from copytaster.desk.ledger.ledger import FILE_NAME, Ledger, open_ledger
from copytaster.desk.ledger.readings import Like, Reading, Readings
from copytaster.desk.ledger.schema import MIGRATIONS, bring_up_to_date
from desk.making import item, session

TEXT = "The pier burned.\nNobody was hurt."


def reading(key: int, letters: int = 27, at: float = 100.0, text: str = TEXT) -> Reading:
    return Reading(key, at, "Norwire", "Update 1", "Harbour fire", letters, text)


def read(ledger: Ledger, one: Item, how: Reading) -> None:
    ledger.decide([one], Field.READ, 1, "read", by_hand=False)
    ledger.note_reading(one, how)


@pytest.fixture
def known(tmp_path: Path, ledger: Ledger) -> Readings:
    return Readings(tmp_path / "state" / FILE_NAME)


def test_what_was_read_is_known_by_its_article(ledger, known):
    read(ledger, item(1), reading(1))
    assert known.of(Like([1, 2])) == [reading(1)]
    assert known.of(Like([2])) == []


def test_the_deeper_reading_stands(ledger, known):
    read(ledger, item(1), reading(1, letters=27))
    ledger.note_reading(item(1), reading(1, letters=14, at=200.0, text="The pier burned."))
    assert [one.letters for one in known.of(Like([1]))] == [27]
    ledger.note_reading(item(1), reading(1, letters=40, at=300.0, text=TEXT + " Or so."))
    assert [(one.letters, one.at) for one in known.of(Like([1]))] == [(40, 300.0)]


def test_an_article_marked_as_unread_was_not_read(ledger, known):
    read(ledger, item(1), reading(1))
    ledger.decide([item(1)], Field.READ, 0, "unread")
    assert known.of(Like([1])) == []
    ledger.undo()
    assert known.of(Like([1])) == [reading(1)]


def test_a_reading_is_nothing_to_undo(ledger, known):
    ledger.decide([item(2)], Field.VERDICT, "kept", "kept")
    read(ledger, item(1), reading(1))
    step = ledger.undo()
    assert step is not None
    assert step.text == "kept"
    assert known.of(Like([1])) == [reading(1)]


def test_another_version_of_the_item_is_found_by_its_guid_or_slug(ledger, known):
    read(ledger, Item(1, "id-1", "urn:1", "harbour-fire", "Harbour fire"), reading(1))
    assert known.of(Like([], guid="urn:1")) == [reading(1)]
    assert known.of(Like([], slug="harbour-fire")) == [reading(1)]
    assert known.of(Like([], guid="urn:2", slug="other")) == []


def test_a_slug_of_long_ago_is_not_the_same_item(ledger, known):
    read(ledger, Item(1, "id-1", None, "market", "Market"), reading(1))
    read(ledger, item(2), reading(2, at=100.0 + 3 * 86_400))
    assert known.of(Like([], slug="market")) == []


def test_only_the_last_articles_are_remembered(ledger, known, monkeypatch):
    monkeypatch.setattr(readings, "MOST_ARTICLES", 5)
    for key in range(1, 11):
        read(ledger, item(key), reading(key, at=float(key)))
    assert [one.key for one in known.of(Like(range(1, 11)))] == [6, 7, 8, 9, 10]


def test_of_an_endless_article_only_the_beginning_is_kept(ledger, known, monkeypatch):
    monkeypatch.setattr(readings, "MOST_CHARACTERS", 8)
    read(ledger, item(1), reading(1))
    assert [one.text for one in known.of(Like([1]))] == ["The pier"]


def test_a_damaged_reading_is_passed_over(tmp_path, ledger, known):
    read(ledger, item(1), reading(1))
    connection = sqlite3.connect(tmp_path / "state" / FILE_NAME)
    connection.execute("UPDATE readings SET text = x'00'")
    connection.commit()
    connection.close()
    assert known.of(Like([1])) == []


def test_without_a_ledger_nothing_was_read(tmp_path):
    assert Readings(tmp_path / "none.db").of(Like([1])) == []


def test_a_ledger_of_before_gets_room_for_readings(tmp_path):
    folder = tmp_path / "old"
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    bring_up_to_date(connection, MIGRATIONS[: MIGRATIONS.index(readings.TABLE)])
    connection.close()
    opened = open_ledger(folder, session("first"))
    read(opened, item(1), reading(1))
    opened.close()
    assert Readings(folder / FILE_NAME).of(Like([1])) == [reading(1)]
