"""The index follows the catalogue, and is never trusted further than its stamp."""

from __future__ import annotations

import json

import pytest

from copytaster.desk.backroom import relating as relating_module
from copytaster.desk.backroom.relating import Relating
from copytaster.desk.backroom.saved_index import FOLDER, STAMP, discard_index
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.stories.saved import FILE
from copytaster.wire.article import Article, Block, Role
from desk.making import article, file_articles

QUAY = "Flames rose from Quay Nine at dawn and spread to a warehouse full of timber."


def told(title: str, *paragraphs: str) -> Article:
    """An article with these paragraphs."""
    blocks = tuple(Block(Role.BODY, text, (n, n)) for n, text in enumerate(paragraphs, 3))
    return article(title, blocks=blocks, date="2026-09-14")


FIRE = told(
    "Harbour fire kills two in Skarhaven",
    "A fire in the harbour of Skarhaven killed two dockers, Ingrid Solbakken said.",
    QUAY,
)
UPDATE = told(
    "Harbour fire in Skarhaven kills three",
    "A fire in the harbour of Skarhaven killed three dockers, Ingrid Solbakken said.",
    QUAY,
)
BUDGET = told(
    "Kestria passes its budget after a night of talks",
    "The parliament of Kestria passed a budget after a night of talks on taxes and pensions.",
)


def caught_up(catalogue: Catalogue) -> Relating:
    relating = Relating(catalogue)
    relating.catch_up()
    while relating.waiting:
        relating.work()
    return relating


def stale(catalogue: Catalogue) -> int:
    """How many rows of the saved index have still to be acquainted with their neighbours."""
    saved = Relating(catalogue)
    return sum(1 for _ in iter(lambda: saved.acquaint(1), False))


@pytest.fixture
def three(catalogue: Catalogue, writer: CatalogueWriter) -> Catalogue:
    file_articles(writer, [FIRE, UPDATE, BUDGET])
    return catalogue


def test_the_index_is_fed_from_the_catalogue(three: Catalogue) -> None:
    relating = Relating(three)
    relating.catch_up()
    assert relating.waiting == 3
    relating.work(2)
    assert relating.waiting == 1
    relating.work(2)
    assert relating.waiting == 0
    assert relating.related(1)[0].number == 2


def test_a_row_that_waits_is_indexed_when_it_is_asked_for(three: Catalogue) -> None:
    relating = Relating(three)
    relating.catch_up()
    relating.related(2)
    assert relating.waiting == 2


def test_a_row_that_is_not_there_has_no_relations(three: Catalogue) -> None:
    assert caught_up(three).related(99) == ()


def test_what_has_gone_is_related_to_nothing(three: Catalogue, writer: CatalogueWriter) -> None:
    relating = caught_up(three)
    writer.remove([b"/wire/2.txt"])
    relating.catch_up()
    assert 2 not in [each.number for each in relating.related(1)]


def test_a_row_that_went_before_it_was_indexed_is_not_waited_for(
    three: Catalogue, writer: CatalogueWriter
) -> None:
    relating = Relating(three)
    relating.catch_up()
    writer.remove([b"/wire/2.txt"])
    relating.catch_up()
    assert relating.waiting == 2


def test_an_index_that_was_saved_is_not_made_again(three: Catalogue) -> None:
    relating = caught_up(three)
    before = relating.related(1)
    assert relating.settle()
    assert not relating.settle()
    again = Relating(three)
    again.catch_up()
    assert again.waiting == 0
    assert [each.number for each in again.related(1)] == [each.number for each in before]


def test_a_saved_index_takes_in_what_came_since(three: Catalogue, writer: CatalogueWriter) -> None:
    caught_up(three).settle()
    file_articles(writer, [FIRE, UPDATE, BUDGET, told("More on the fire in Skarhaven", QUAY)])
    again = Relating(three)
    again.catch_up()
    assert again.waiting == 4
    while again.waiting:
        again.work()
    assert any(each.number > 3 for each in again.related(1))


@pytest.mark.parametrize("stamp", ["", "[]", "null", json.dumps(["of another catalogue", 1])])
def test_an_index_without_the_right_stamp_is_not_trusted(three: Catalogue, stamp: str) -> None:
    caught_up(three).settle()
    (three.folder / FOLDER / STAMP).write_text(stamp)
    again = Relating(three)
    again.catch_up()
    assert again.waiting == 3


def test_a_damaged_index_is_made_again(three: Catalogue) -> None:
    caught_up(three).settle()
    for path in (three.folder / FOLDER).iterdir():
        if path.name != STAMP:
            path.write_bytes(b"no index")
    again = caught_up(three)
    assert again.related(1)[0].number == 2


def test_neighbours_of_very_many_rows_are_saved_now_and_then(
    three: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relating_module, "SMALL", 0)
    monkeypatch.setattr(relating_module, "WORTH_SAVING_NEIGHBOURS", 1)
    monkeypatch.setattr(relating_module, "MOST_NEIGHBOURS_UNSAVED", 2)
    relating = caught_up(three)
    relating.settle()
    assert relating.acquaint(1)
    assert stale(three) == 3
    assert relating.acquaint(1)
    assert stale(three) == 1


def test_stories_are_told_once_and_again_when_they_change(
    three: Catalogue, writer: CatalogueWriter
) -> None:
    relating = caught_up(three)
    relating.settle()
    while relating.acquaint():
        pass
    stories = relating.new_stories()
    assert stories == {1: 1, 2: 1}
    assert relating.new_stories() is None
    writer.remove([b"/wire/2.txt"])
    relating.catch_up()
    assert relating.new_stories() == {1: None, 2: None}


def test_a_saved_index_that_cannot_be_used_is_made_again_and_says_so(three: Catalogue) -> None:
    caught_up(three).settle()
    index = three.folder / FOLDER / FILE
    index.write_bytes(index.read_bytes()[:-100])
    relating = caught_up(three)
    assert relating.note == "the saved index is cut short; it is made again"
    assert relating.related(1)[0].number == 2


def test_a_first_index_says_nothing(three: Catalogue) -> None:
    assert caught_up(three).note is None


def test_an_index_that_was_discarded_is_made_from_the_beginning(three: Catalogue) -> None:
    assert not discard_index(three.folder)
    caught_up(three).settle()
    assert discard_index(three.folder)
    relating = Relating(three)
    relating.catch_up()
    assert relating.waiting == 3


def test_stories_keep_the_numbers_that_the_catalogue_has(
    three: Catalogue, writer: CatalogueWriter
) -> None:
    writer.note_stories({1: 41, 2: 41})
    file_articles(writer, [FIRE, UPDATE, BUDGET, told("More on the fire in Skarhaven", QUAY)])
    relating = caught_up(three)
    while relating.acquaint():
        pass
    changes = relating.new_stories()
    assert changes is not None
    assert set(changes.values()) <= {41}


def test_stories_are_told_as_soon_as_all_are_acquainted(three: Catalogue) -> None:
    relating = caught_up(three)
    assert not relating.newsworthy
    while relating.acquaint():
        pass
    assert relating.newsworthy
    relating.new_stories()
    assert not relating.newsworthy
