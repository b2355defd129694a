"""The user's word on stories: kept in the ledger, taken back with u, heard by the back room."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.backroom.relating import Relating
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.ledger.file import condition
from copytaster.desk.ledger.ledger import FILE_NAME, Ledger, open_ledger
from copytaster.desk.ledger.schema import MIGRATIONS, bring_up_to_date
from copytaster.desk.ledger.ties import Tie, Ties, pair, said, ties_of
from copytaster.desk.lists.row_reader import RowReader
from desk.backroom.test_relating import BUDGET, FIRE, UPDATE
from desk.making import article, file_articles, item, session

ONE, TWO, THREE = item(1, "Harbour fire"), item(2, "Harbour blaze"), item(3, "Goose lands")


@pytest.fixture
def state(tmp_path: Path, deeds: Deeds) -> Path:
    """The ledger that the deeds write to, as any other process finds it."""
    return tmp_path / "state" / FILE_NAME


def test_an_article_is_parted_from_all_others_of_its_story(deeds: Deeds, state: Path) -> None:
    deed = deeds.part(TWO, [ONE, THREE])
    assert deed.text == "parted “Harbour blaze” from 2 articles, u undoes"
    assert ties_of(state) == {(1, 2): Tie.APART, (2, 3): Tie.APART}


def test_two_articles_are_joined(deeds: Deeds, state: Path) -> None:
    deed = deeds.join(TWO, ONE, [TWO], [ONE])
    assert deed.text == "joined “Harbour blaze” with “Harbour fire”, u undoes"
    assert ties_of(state) == {(1, 2): Tie.TOGETHER}


def test_joining_unsays_what_parted_the_two_stories(deeds: Deeds, state: Path) -> None:
    deeds.part(THREE, [ONE, TWO])
    deeds.join(THREE, ONE, [THREE], [ONE, TWO])
    assert ties_of(state) == {(1, 3): Tie.TOGETHER}


def test_joining_leaves_what_was_joined_before(deeds: Deeds, state: Path) -> None:
    deeds.join(TWO, ONE, [TWO], [ONE])
    deeds.join(THREE, ONE, [THREE], [ONE, TWO])
    assert ties_of(state) == {(1, 2): Tie.TOGETHER, (1, 3): Tie.TOGETHER}


def test_parting_wins_over_an_earlier_join(deeds: Deeds, state: Path) -> None:
    deeds.join(TWO, ONE, [TWO], [ONE])
    deeds.part(TWO, [ONE])
    assert ties_of(state) == {(1, 2): Tie.APART}


def test_undo_and_redo_bring_back_what_was_said_before(deeds: Deeds, state: Path) -> None:
    deeds.join(TWO, ONE, [TWO], [ONE])
    deeds.part(TWO, [ONE, THREE])
    deeds.undo()
    assert ties_of(state) == {(1, 2): Tie.TOGETHER}
    deeds.undo()
    assert ties_of(state) == {}
    deeds.redo()
    deeds.redo()
    assert ties_of(state) == {(1, 2): Tie.APART, (2, 3): Tie.APART}


def test_what_was_said_already_is_no_deed(deeds: Deeds) -> None:
    deeds.part(TWO, [ONE])
    deed = deeds.part(TWO, [ONE])
    assert deed.numbers == ()
    assert deed.text.startswith("already parted")


def test_other_processes_hear_of_it(ledger: Ledger, tmp_path: Path) -> None:
    others = open_ledger(tmp_path / "state", session("second"))
    others.tie(ONE, {(1, 2): Tie.APART}, "parted")
    others.close()
    assert ledger.decided_by_others(0) == (1, {1})
    assert ledger.ties() == {(1, 2): Tie.APART}


def test_an_older_ledger_learns_of_ties_and_keeps_what_it_has(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    bring_up_to_date(connection, MIGRATIONS[:1])
    connection.execute("INSERT INTO marks (key, id, title, verdict) VALUES (1, 'a', 'A', 'kept')")
    connection.close()
    assert ties_of(tmp_path / FILE_NAME) == {}
    ledger = open_ledger(tmp_path, session("new"))
    ledger.tie(ONE, {(1, 2): Tie.APART}, "parted")
    ledger.close()
    assert ties_of(tmp_path / FILE_NAME) == {(1, 2): Tie.APART}
    kept = sqlite3.connect(tmp_path / FILE_NAME)
    assert kept.execute("SELECT verdict FROM marks").fetchall() == [("kept",)]
    kept.close()


def test_no_ledger_and_one_that_is_damaged_say_nothing(tmp_path: Path) -> None:
    assert ties_of(tmp_path / "nowhere.db") == {}
    (tmp_path / "damaged.db").write_bytes(b"no database" * 100)
    assert ties_of(tmp_path / "damaged.db") == {}


@given(st.integers(-(2**63), 2**63 - 1), st.integers(-(2**63), 2**63 - 1))
def test_a_pair_has_one_order(one: int, other: int) -> None:
    assert pair(one, other) == pair(other, one)
    assert set(pair(one, other)) == {one, other}


@pytest.fixture
def three(catalogue: Catalogue, writer: CatalogueWriter) -> Catalogue:
    file_articles(writer, [FIRE, UPDATE, BUDGET])
    return catalogue


def ties_between(catalogue: Catalogue, one: int, other: int, tie: Tie) -> Ties:
    first, second = (
        catalogue.connection.execute("SELECT key FROM articles WHERE number = ?", (n,)).fetchone()
        for n in (one, other)
    )
    return {pair(first[0], second[0]): tie}


def stories(catalogue: Catalogue, relating: Relating) -> dict[int, int]:
    """The story of each row that is in one."""
    relating.catch_up()
    while relating.behind:
        relating.work()
    relating.settle()
    while relating.acquaint():
        pass
    CatalogueWriter(catalogue).note_stories(relating.new_stories() or {})
    return catalogue.stories()


def test_what_was_parted_is_in_no_story_with_the_other(three: Catalogue) -> None:
    relating = Relating(three)
    together = stories(three, relating)
    assert together[1] == together[2]
    assert relating.tie(ties_between(three, 1, 2, Tie.APART))
    assert stories(three, relating) == {}
    (first, *_) = relating.related(1)
    assert (first.number, first.kind) == (2, "background")
    assert first.reasons[0] == "parted by hand"


def test_what_was_joined_is_one_story(three: Catalogue) -> None:
    relating = Relating(three)
    assert 3 not in stories(three, relating)
    assert relating.tie(ties_between(three, 1, 3, Tie.TOGETHER))
    told = stories(three, relating)
    assert told[1] == told[2] == told[3]


def test_what_was_parted_stays_so_though_a_third_is_joined_with_both(three: Catalogue) -> None:
    relating = Relating(three)
    relating.tie(
        {
            **ties_between(three, 1, 2, Tie.APART),
            **ties_between(three, 1, 3, Tie.TOGETHER),
            **ties_between(three, 2, 3, Tie.TOGETHER),
        }
    )
    told = stories(three, relating)
    assert told.get(1) != told.get(2)


def test_taking_it_back_gives_the_index_its_say_again(three: Catalogue) -> None:
    relating = Relating(three)
    relating.tie(ties_between(three, 1, 2, Tie.APART))
    assert stories(three, relating) == {}
    assert relating.tie({})
    told = stories(three, relating)
    assert told[1] == told[2]


def test_the_same_word_again_is_no_work(three: Catalogue) -> None:
    relating = Relating(three)
    relating.catch_up()
    ties = ties_between(three, 1, 2, Tie.APART)
    assert relating.tie(ties)
    assert not relating.tie(dict(ties))


def test_a_word_on_articles_that_are_not_here_changes_nothing(three: Catalogue) -> None:
    relating = Relating(three)
    relating.catch_up()
    assert not relating.tie({(1, 2): Tie.APART})


def test_a_word_holds_for_articles_that_come_back(
    three: Catalogue, writer: CatalogueWriter
) -> None:
    ties = ties_between(three, 1, 2, Tie.APART)
    writer.remove([b"/wire/2.txt"])
    relating = Relating(three)
    relating.catch_up()
    assert not relating.tie(ties)
    file_articles(writer, [FIRE, UPDATE, BUDGET])
    relating.catch_up()
    assert relating.tie(ties)
    assert stories(three, relating) == {}


def test_every_copy_of_an_article_is_meant(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    file_articles(writer, [FIRE, UPDATE, FIRE])
    relating = Relating(catalogue)
    relating.catch_up()
    relating.tie(ties_between(catalogue, 1, 2, Tie.APART))
    told = stories(catalogue, relating)
    assert told.get(2) is None
    assert told[1] == told[3]


def test_a_saved_index_keeps_the_word_and_hears_what_was_said_since(three: Catalogue) -> None:
    ties = ties_between(three, 1, 2, Tie.APART)
    relating = Relating(three)
    relating.tie(ties)
    assert stories(three, relating) == {}
    again = Relating(three)
    again.catch_up()
    assert not again.tie(ties)
    assert again.tie({})
    told = stories(three, again)
    assert told[1] == told[2]


def test_what_was_said_is_sorted_by_what_it_is() -> None:
    ties = {(1, 2): Tie.APART, (3, 4): Tie.TOGETHER}
    assert list(said(ties, Tie.APART)) == [(1, 2)]


def test_rows_are_found_by_their_keys(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    file_articles(writer, [article("A"), article("B"), article("A")])
    keys = [each.key for each in RowReader(catalogue.connection).items([1, 2])]
    found = catalogue.numbers(keys)
    assert sorted(map(sorted, found.values())) == [[1, 3], [2]]


def test_a_ledger_that_may_not_be_looked_at_says_so_and_has_no_ties(tmp_path: Path) -> None:
    place = tmp_path / ("x" * 300)
    assert ties_of(place / FILE_NAME) == {}
    with pytest.raises(LedgerError, match="cannot be looked at: File name too long"):
        condition(place)
