"""Each deed says what it did and how to take it back; none fails with more than a line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import key_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.ledger.fields import Item
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.words.rows import Counts, Verdict
from desk.making import article, file_articles, item, taught

FIRE = "Harbour fire"
LONG = "A title that is much too long to be said in full on the one line of a status bar"


@pytest.fixture
def items(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> list[Item]:
    file_articles(writer, [article(FIRE), article(LONG), article(FIRE)])
    return RowReader(catalogue.connection).items([1, 2])


def test_keeping_one_names_it_and_says_how_to_take_it_back(deeds: Deeds, items: list[Item]) -> None:
    deed = deeds.judge(items[:1], Verdict.KEPT)
    assert deed.text == "kept “Harbour fire”, u undoes"


def test_every_copy_of_an_article_gets_its_verdict(
    catalogue: Catalogue, deeds: Deeds, items: list[Item]
) -> None:
    assert deeds.judge(items[:1], Verdict.SPIKED).numbers == (1, 3)
    rows = RowReader(catalogue.connection).rows([1, 2, 3])
    assert [row.verdict for row in rows] == [Verdict.SPIKED, None, Verdict.SPIKED]


def test_a_long_title_is_cut(deeds: Deeds, items: list[Item]) -> None:
    text = deeds.flag(items[1:], flagged=True).text
    assert text == "flagged “A title that is much too long to be sa …”, u undoes"


def test_of_many_the_number_is_said(deeds: Deeds) -> None:
    many = [item(key) for key in range(1_200)]
    assert deeds.judge(many, Verdict.SPIKED).text == "spiked 1,200 articles, u undoes"


def test_undo_and_redo_say_what_they_took_back(deeds: Deeds, items: list[Item]) -> None:
    deeds.judge(items[:1], Verdict.SPIKED)
    undone = deeds.undo()
    assert undone is not None
    assert undone.text == "undone: spiked “Harbour fire”, U does it again"
    assert undone.numbers == (1, 3)
    redone = deeds.redo()
    assert redone is not None
    assert redone.text == "done again: spiked “Harbour fire”, u undoes"
    assert deeds.redo() is None


def test_what_is_so_already_changes_no_row(deeds: Deeds, items: list[Item]) -> None:
    deeds.judge(items[:1], Verdict.KEPT)
    deed = deeds.judge(items[:1], Verdict.KEPT)
    assert (deed.text, deed.numbers) == ("already kept “Harbour fire”", ())
    assert deeds.judge([], Verdict.KEPT).text == "nothing to do"


def test_a_verdict_can_be_taken_back_by_hand(deeds: Deeds, items: list[Item]) -> None:
    deeds.judge(items[:1], Verdict.KEPT)
    assert deeds.judge(items[:1], None).text == "no longer kept or spiked: “Harbour fire”, u undoes"


def test_reading_along_offers_no_undo(deeds: Deeds, items: list[Item]) -> None:
    assert "undo" not in deeds.mark_read(items[:1], read=True, by_hand=False).text
    assert deeds.undo() is None
    assert "undo" in deeds.mark_read(items[:1], read=False, by_hand=True).text


def test_counts_are_of_rows_and_only_of_those_that_are_here(
    catalogue: Catalogue, deeds: Deeds, items: list[Item]
) -> None:
    deeds.judge(items[:1], Verdict.SPIKED)
    deeds.flag(items[1:], flagged=True)
    deeds.mark_read(items[1:], read=True, by_hand=False)
    deeds.judge([item(key_of("of another inbox"))], Verdict.KEPT)
    assert deeds.counts(catalogue) == Counts(total=3, unread=2, kept=0, spiked=2, flagged=1)


def test_counts_of_an_untouched_inbox(
    catalogue: Catalogue, deeds: Deeds, items: list[Item]
) -> None:
    assert deeds.counts(catalogue) == Counts(total=3, unread=3, kept=0, spiked=0, flagged=0)


def test_tags_show_on_the_row_sorted(catalogue: Catalogue, deeds: Deeds, items: list[Item]) -> None:
    deeds.tag(items[:1], {"sea": True})
    assert deeds.tag(items[:1], {"page one": True}).text == (
        "tagged page one: “Harbour fire”, u undoes"
    )
    row = RowReader(catalogue.connection).row(1)
    assert row is not None
    assert row.tags == ("page one", "sea")


def test_without_a_ledger_reading_goes_on_and_deeds_say_why(
    catalogue: Catalogue, writer: CatalogueWriter, tmp_path: Path
) -> None:
    file_articles(writer, [article(FIRE)])
    (tmp_path / "state").write_text("in the way")
    deeds, complaint = Deeds.open(tmp_path / "state", catalogue.connection, taught(tmp_path))
    assert complaint is not None
    assert "cannot be opened" in complaint
    rows = RowReader(catalogue.connection)
    assert rows.row(1) is not None
    deed = deeds.judge(rows.items([1]), Verdict.KEPT)
    assert (deed.numbers, deed.text) == ((), complaint)
    undone = deeds.undo()
    assert undone is not None
    assert undone.text == complaint
    assert deeds.counts(catalogue).total == 1
    assert deeds.decided_by_others() == ()
    deeds.close()


def test_a_ledger_that_fails_later_is_a_line_and_no_crash(
    deeds: Deeds, items: list[Item], tmp_path: Path
) -> None:
    connection = sqlite3.connect(tmp_path / "state" / "ledger.db")
    connection.execute("DROP TABLE changes")
    connection.close()
    deed = deeds.judge(items, Verdict.KEPT)
    assert deed.numbers == ()
    assert "nothing was changed" in deed.text
    undone = deeds.undo()
    assert undone is None or undone.numbers == ()


def test_decisions_of_another_process_are_told_once(
    catalogue: Catalogue, deeds: Deeds, items: list[Item], tmp_path: Path
) -> None:
    elsewhere = sqlite3.connect(":memory:", isolation_level=None)
    others, _ = Deeds.open(tmp_path / "state", elsewhere, taught(tmp_path))
    elsewhere.execute("CREATE TABLE articles (number, key)")
    others.judge(items[:1], Verdict.KEPT)
    assert deeds.decided_by_others() == (1, 3)
    assert deeds.decided_by_others() == ()
    others.close()
