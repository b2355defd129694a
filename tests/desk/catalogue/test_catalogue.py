"""The catalogue is a cache: it keeps what was parsed, and can be thrown away at any time."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.catalogue.catalogue import (
    FILE_NAME,
    Catalogue,
    mark_damaged,
    open_catalogue,
    open_some_catalogue,
)
from copytaster.desk.catalogue.entries import (
    entry_of,
    entry_of_problem,
    key_of,
    moment_of,
    pack,
    unpack,
)
from copytaster.desk.catalogue.writer import CatalogueWriter, Parsed
from desk.making import article, file_articles, parsed


def test_an_article_comes_back_as_it_was_filed(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    fire = article("Harbour fire", date="2026-09-14", keywords=("fire", "harbour"))
    file_articles(writer, [fire])
    assert catalogue.article(1) == fire


@given(st.text(), st.text())
def test_any_text_at_all_survives_packing(title: str, keyword: str) -> None:
    whatever = article(title, keywords=(keyword,))
    assert unpack(pack(whatever)) == whatever


def test_a_lone_surrogate_does_not_keep_a_row_out(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    file_articles(writer, [article("broken \ud800 title")])
    (title,) = catalogue.connection.execute("SELECT title FROM articles").fetchone()
    assert title == "broken ? title"


def test_a_row_keeps_its_number_when_its_file_is_read_again(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    writer.file([parsed("/wire/a", [entry_of(article("one"), 0), entry_of(article("two"), 1)])])
    writer.file([parsed("/wire/a", [entry_of(article("one"), 0), entry_of(article("2nd"), 1)])])
    titles = catalogue.connection.execute("SELECT number, title FROM articles ORDER BY number")
    assert titles.fetchall() == [(1, "one"), (2, "2nd")]


def test_rows_that_a_file_no_longer_has_are_gone(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    writer.file([parsed("/wire/a", [entry_of(article("one"), 0), entry_of(article("two"), 1)])])
    since = catalogue.change()
    writer.file([parsed("/wire/a", [entry_of(article("one"), 0)])])
    assert catalogue.changes(since).gone == (2,)
    assert catalogue.article(2) is None


def test_the_number_of_a_row_that_has_gone_is_never_given_again(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    file_articles(writer, [article("one")])
    writer.remove([b"/wire/1.txt"])
    file_articles(writer, [article("one")])
    (number,) = catalogue.connection.execute("SELECT number FROM articles").fetchone()
    assert number == 2


def test_removing_a_file_that_was_never_filed_removes_nothing(writer: CatalogueWriter) -> None:
    assert writer.remove([b"/wire/never"]) == 0


def test_changes_tell_what_was_filed_since(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    file_articles(writer, [article("one")])
    since = catalogue.change()
    writer.file([parsed("/wire/b", [entry_of(article("two"), 0)])])
    changes = catalogue.changes(since)
    assert (changes.filed, changes.gone) == ((2,), ())
    assert catalogue.changes(changes.upto).filed == ()


def test_stories_are_no_change_of_the_articles(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    file_articles(writer, [article("one"), article("two")])
    since = catalogue.change()
    assert writer.note_stories({1: 7, 2: 7}) == 2
    assert writer.note_stories({2: None}) == 1
    assert catalogue.change() == since
    assert catalogue.stories() == {1: 7}


def test_a_file_that_was_filed_in_part_counts_as_changed_until_its_last_run(
    writer: CatalogueWriter,
) -> None:
    whole = parsed("/wire/a", [entry_of(article("one"), 0)])
    writer.file([replace(whole, last=False)])
    known = writer.known(b"/wire/a")
    assert known is not None
    assert known[1] != whole.seen
    writer.file([Parsed(whole.seen, (), parts=1)])
    assert writer.known(b"/wire/a") == (known[0], whole.seen)


def test_a_last_run_without_entries_cuts_nothing_off(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    whole = parsed("/wire/a", [entry_of(article("one"), 0), entry_of(article("two"), 1)])
    writer.file([replace(whole, last=False), replace(whole, entries=())])
    assert catalogue.count() == 2


def test_a_problem_is_a_row_with_the_name_of_its_file(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    writer.file([parsed("/wire/empty.txt", [entry_of_problem("/wire/empty.txt", "an empty file")])])
    row = catalogue.connection.execute("SELECT title, problem FROM articles").fetchone()
    assert row == ("empty.txt", "an empty file")
    assert catalogue.article(1) is None


def test_a_batch_that_fails_leaves_nothing_behind(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    good = entry_of(article("good"), 0)
    bad = replace(good, urgency=2**64)
    with pytest.raises(OverflowError):
        writer.file([parsed("/wire/good", [good]), parsed("/wire/bad", [bad])])
    assert catalogue.count() == 0
    assert catalogue.change() == 0


def test_a_damaged_catalogue_is_made_again_and_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database at all " * 100)
    catalogue, note = open_catalogue(tmp_path)
    assert catalogue.count() == 0
    assert note is not None
    assert "damaged" in note


def test_a_catalogue_that_was_found_damaged_at_work_is_made_again_once(tmp_path: Path) -> None:
    catalogue, _ = open_catalogue(tmp_path)
    birth = catalogue.birth()
    catalogue.close()
    mark_damaged(tmp_path)
    catalogue, note = open_catalogue(tmp_path)
    assert note is not None
    assert catalogue.birth() != birth
    catalogue.close()
    assert open_catalogue(tmp_path)[1] is None


def test_without_a_cache_folder_the_catalogue_is_kept_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    catalogue, note = open_some_catalogue(tmp_path / "cache" / "one")
    assert note is not None
    assert "cannot be used" in note
    assert catalogue.count() == 0
    assert catalogue.folder.exists()
    catalogue.close()
    assert not catalogue.folder.exists()


def test_a_catalogue_of_another_version_is_made_again_and_says_so(tmp_path: Path) -> None:
    catalogue, note = open_catalogue(tmp_path)
    assert note is None
    catalogue.connection.execute("PRAGMA user_version = 999")
    catalogue.close()
    catalogue, note = open_catalogue(tmp_path)
    assert note is not None
    assert "version" in note
    assert catalogue.change() == 0


def test_a_catalogue_that_is_made_again_has_another_birth(tmp_path: Path) -> None:
    first, _ = open_catalogue(tmp_path)
    birth = first.birth()
    first.connection.execute("PRAGMA user_version = 999")
    first.close()
    second, _ = open_catalogue(tmp_path)
    assert second.birth() != birth


def test_nobody_else_can_read_the_catalogue(tmp_path: Path) -> None:
    open_catalogue(tmp_path / "cache" / "one")
    assert stat.S_IMODE((tmp_path / "cache" / "one").stat().st_mode) == 0o700
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "cache/one").iterdir()}
    assert modes == {0o600}


def test_a_text_that_was_damaged_is_none_and_no_error(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    file_articles(writer, [article("one"), article("two")])
    catalogue.connection.execute("UPDATE texts SET article = x'00ff' WHERE number = 1")
    assert catalogue.article(1) is None
    assert [number for number, _ in catalogue.articles([1, 2])] == [2]


def test_the_path_of_a_row_need_not_be_text(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    name = os.fsdecode(b"/wire/caf\xe9.txt")
    bytes_path = parsed("/wire/x", [entry_of(article("one"), 0)])
    writer.file(
        [type(bytes_path)(type(bytes_path.seen)(os.fsencode(name), 1, 0, 1), bytes_path.entries, 1)]
    )
    assert os.fspath(catalogue.path(1) or "") == name


def test_sources_are_counted_most_first(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    file_articles(
        writer,
        [article("a", source="Norwire"), article("b", source="TTA"), article("c", source="TTA")],
    )
    assert catalogue.sources() == [("TTA", 2), ("Norwire", 1)]


@given(st.text())
def test_the_key_of_an_id_fits_a_column_of_the_database(identity: str) -> None:
    assert -(2**63) <= key_of(identity) < 2**63
    assert key_of(identity) == key_of(identity)


def test_a_day_is_a_moment_in_utc() -> None:
    assert moment_of("1970-01-02") == 86_400
    assert moment_of("1970-01-01T02:00:00+01:00") == 3_600
    assert moment_of("1970-01-01T01:00:00Z") == 3_600
    assert moment_of("the day after tomorrow") is None
    assert moment_of(None) is None
