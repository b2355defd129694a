"""The words of all texts are found, whatever became of their files since."""

from __future__ import annotations

import pytest

from copytaster.desk.catalogue import fulltext as fulltext_module
from copytaster.desk.catalogue.catalogue import Catalogue, open_catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.fulltext import Fulltext, indexed_upto
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.lists import Lists
from copytaster.desk.words.rows import View
from copytaster.wire.article import Block, Role
from desk.making import article, parsed


class Shelf:
    """A catalogue whose texts are indexed as the back room does it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.index = Fulltext(catalogue.connection)

    def brings(self, name: str, title: str, text: str, role: Role = Role.BODY) -> None:
        blocks = (Block(role, text),)
        entry = entry_of(article(title, blocks=blocks), 0)
        CatalogueWriter(self.catalogue).file([parsed(f"/wire/{name}", [entry])])

    def catch_up(self) -> None:
        self.index.catch_up(self.catalogue.change())
        while self.index.waiting:
            self.index.work(2)
        self.index.note()

    def found(self, query: str) -> list[int]:
        """What a query finds in all rows, which is what it finds in a few of them."""
        lists = Lists(self.catalogue)
        order = sorted(lists.order(View(query)))
        assert sorted(lists.among(query, lists.order(View()))) == order
        return order


@pytest.fixture
def shelf(catalogue: Catalogue, deeds: Deeds) -> Shelf:
    made = Shelf(catalogue)
    made.brings("1.txt", "Harbour fire", "Crews searched the quay for two missing dockers.")
    made.brings("2.txt", "Budget night", "Talks on taxes went on until the ferries left Quay 9.")
    made.brings("3.txt", "Quay reopens", "Read more: dockers on strike", Role.LINK)
    made.catch_up()
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dockers", [1]),
        ("quay", [1, 2, 3]),
        ("text:quay", [1, 2]),
        ("title:quay", [3]),
        ("docke", [1]),
        ('"docke"', []),
        ('"missing dockers"', [1]),
        ('"dockers missing"', []),
        ("quay taxes", [2]),
        ("quay not dockers", [2, 3]),
        ("dockers or taxes", [1, 2]),
        ("qu", [3]),
        ("TEXT:Ferries", [2]),
        ("text:nothing", []),
    ],
)
def test_words_and_phrases_are_found_in_texts_and_heads(
    shelf: Shelf, query: str, found: list[int]
) -> None:
    assert shelf.found(query) == found


def test_a_text_that_changed_is_found_by_its_new_words_alone(shelf: Shelf) -> None:
    shelf.brings("1.txt", "Harbour fire", "Nobody is missing.")
    shelf.catch_up()
    assert shelf.found("dockers") == []
    assert shelf.found("nobody") == [1]
    shelf.brings("1.txt", "Harbour fire", "All dockers are safe.")
    shelf.catch_up()
    assert (shelf.found("dockers"), shelf.found("nobody")) == ([1], [])


def test_what_has_gone_is_not_found(shelf: Shelf) -> None:
    CatalogueWriter(shelf.catalogue).remove([b"/wire/1.txt"])
    shelf.catch_up()
    assert shelf.found("text:dockers") == []


def test_what_is_not_yet_indexed_is_found_by_its_head(shelf: Shelf) -> None:
    shelf.brings("4.txt", "Dockers strike", "A walkout began.")
    assert shelf.found("dockers") == [1, 4]
    assert shelf.found("walkout") == []
    shelf.catch_up()
    assert shelf.found("walkout") == [4]


def test_it_knows_how_far_it_is(shelf: Shelf) -> None:
    connection = shelf.catalogue.connection
    assert indexed_upto(connection) == shelf.catalogue.change()
    for n in range(5):
        shelf.brings(f"{n}.md", "More", f"text {n}")
    shelf.index.catch_up(shelf.catalogue.change())
    assert not shelf.index.work(2)
    assert indexed_upto(connection) < shelf.catalogue.change()
    again = Fulltext(connection)
    again.catch_up(shelf.catalogue.change())
    assert again.waiting == 5
    assert again.work(9)
    again.note()
    assert indexed_upto(connection) == shelf.catalogue.change()
    assert len(shelf.found("text:text")) == 5


def test_it_is_made_again_when_most_of_it_is_stale(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fulltext_module, "MANY_STALE", -1.0)
    for n in range(102):
        shelf.brings("1.txt", "Harbour fire", f"version {n}")
        shelf.catch_up()
    stale = shelf.catalogue.connection.execute("SELECT count(*) FROM fulltext.stale").fetchone()
    assert stale[0] < 101
    assert shelf.found("version") == [1]
    assert shelf.found('"version 101"') == [1]
    assert shelf.found("taxes") == [2]


def test_a_catalogue_finds_its_index_again(shelf: Shelf) -> None:
    again, note = open_catalogue(shelf.catalogue.folder)
    assert note is None
    assert indexed_upto(again.connection) == shelf.catalogue.change()
    again.close()


def test_a_damaged_text_is_passed_over(shelf: Shelf) -> None:
    shelf.brings("4.txt", "Torn", "page")
    shelf.catalogue.connection.execute("UPDATE texts SET article = x'00' WHERE number = 4")
    shelf.catch_up()
    assert shelf.found("page") == []
    assert shelf.found("torn") == [4]
