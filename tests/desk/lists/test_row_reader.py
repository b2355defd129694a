"""Rows join what was parsed with what was decided, and are remembered while they show."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of, entry_of_problem, key_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists import row_reader
from copytaster.desk.lists.row_reader import RowReader, numbers_of
from copytaster.desk.words.rows import Row, Verdict
from copytaster.wire.article import Block, Role, Status
from desk.making import article, file_articles, item, parsed


@pytest.fixture
def reader(catalogue: Catalogue, deeds: Deeds) -> RowReader:
    return RowReader(catalogue.connection)


def test_a_row_has_all_that_the_list_shows(
    reader: RowReader, writer: CatalogueWriter, deeds: Deeds
) -> None:
    fire = article(
        "Harbour fire",
        date="1970-01-02",
        source="Norwire",
        slug="FIRE",
        take="UPDATE 1",
        urgency=2,
        status=Status.WITHHELD,
        embargo="1970-01-03T00:00:00Z",
        word_count=40,
        blocks=(
            Block(Role.BODY, "text", (1, 2)),
            Block(Role.LINK, "more", (4, 9)),
            Block(Role.FURNITURE, "share"),
        ),
    )
    writer.file([parsed("/wire/a.txt", [entry_of(fire, 0)])])
    writer.note_stories({1: 5})
    deeds.judge([item(key_of("Harbour fire"))], Verdict.KEPT)
    assert reader.row(1) == Row(
        number=1,
        id="Harbour fire",
        title="Harbour fire",
        title_derived=False,
        source="Norwire",
        date="1970-01-02",
        moment=86_400.0,
        dated=True,
        urgency=2,
        status="withheld",
        slug="FIRE",
        take="UPDATE 1",
        embargo="1970-01-03T00:00:00Z",
        words=40,
        folded=7,
        problem=None,
        path="/wire/a.txt",
        part=0,
        story=5,
        verdict=Verdict.KEPT,
        flagged=False,
        read=False,
        tags=(),
    )


def test_an_undated_article_has_the_moment_of_its_file(
    reader: RowReader, writer: CatalogueWriter
) -> None:
    writer.file([parsed("/wire/a", [entry_of(article("a"), 0)], modified=77.0)])
    row = reader.row(1)
    assert row is not None
    assert (row.dated, row.moment, row.date) == (False, 77.0, None)


def test_a_problem_is_named_by_its_file(reader: RowReader, writer: CatalogueWriter) -> None:
    writer.file([parsed("/wire/x/bad.bin", [entry_of_problem("/wire/x/bad.bin", "an image")])])
    row = reader.row(1)
    assert row is not None
    assert (row.title, row.problem, row.words) == ("bad.bin", "an image", 0)


def test_a_row_whose_path_is_no_text_can_be_opened_by_it(
    reader: RowReader, writer: CatalogueWriter
) -> None:
    name = os.fsdecode(b"/wire/caf\xe9")
    whole = parsed("/wire/x", [entry_of(article("a"), 0)])
    writer.file([replace(whole, seen=replace(whole.seen, path=os.fsencode(name)))])
    row = reader.row(1)
    assert row is not None
    assert row.path == name


def test_rows_come_in_the_order_asked_for_however_many(
    reader: RowReader, writer: CatalogueWriter
) -> None:
    many = [entry_of(article(str(n)), n) for n in range(1_200)]
    writer.file([parsed("/wire/many", many)])
    numbers = list(range(1_200, 0, -1))
    assert [row.number for row in reader.rows(numbers)] == numbers
    assert [row.number for row in reader.rows([5, 9_999, 4])] == [5, 4]


def test_a_row_is_read_anew_only_when_it_was_forgotten(
    reader: RowReader, writer: CatalogueWriter, deeds: Deeds
) -> None:
    file_articles(writer, [article("a"), article("b")])
    before = reader.rows([1, 2])
    deeds.flag([item(key_of("a")), item(key_of("b"))], flagged=True)
    assert reader.rows([1, 2]) == before
    reader.forget([1])
    assert [row.flagged for row in reader.rows([1, 2])] == [True, False]
    reader.forget()
    assert [row.flagged for row in reader.rows([1, 2])] == [True, True]


def test_only_so_many_rows_are_remembered(
    reader: RowReader, writer: CatalogueWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_reader, "AT_HAND", 3)
    file_articles(writer, [article(str(n)) for n in range(6)])
    assert len(reader.rows([1, 2, 3, 4, 5, 6])) == 6
    assert len(reader._at_hand) == 3


def test_copies_of_one_text_are_one_item_and_several_rows(
    reader: RowReader, writer: CatalogueWriter, catalogue: Catalogue
) -> None:
    file_articles(writer, [article("a"), article("a"), article("b", guid="g", slug="S")])
    items = reader.items([1, 2, 3])
    assert [(each.id, each.guid, each.slug) for each in items] == [
        ("a", None, None),
        ("b", "g", "S"),
    ]
    assert sorted(numbers_of(catalogue.connection, [key_of("a")])) == [1, 2]
    assert numbers_of(catalogue.connection, []) == ()
