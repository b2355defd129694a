"""What was read of a story is known again in its other takes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from copytaster.desk.backroom.remembering import SHELVES, Kin, Remembering
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.ledger.ledger import FILE_NAME
from copytaster.desk.ledger.readings import Readings
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.words.whats_new import Change, Known, WhatIsNew
from copytaster.wire.article import Article, Block, Role
from desk.making import file_articles

TOLL = "Twelve people died when a mill burned in Ystermouth on Sunday, police said."
CAUSE = "The fire began in a drying room, the owner told local radio."
GOOSE = "A goose that lived on the roof was found unharmed on Tuesday evening."
HIGHER = TOLL.replace("Twelve", "Fifteen")
WHOLE = 10_000


def article(name: str, *sentences: str, **fields: object) -> Article:
    body = tuple(Block(Role.BODY, sentence) for sentence in sentences)
    return Article(name, f"{name}.txt", title=name, blocks=body, **fields)  # type: ignore[arg-type]


class Desk:
    """A catalogue, a ledger and what remembers: rows count from 1."""

    def __init__(self, catalogue: Catalogue, deeds: Deeds, ledger: Path) -> None:
        self.catalogue = catalogue
        self.deeds = deeds
        self.remembering = Remembering(catalogue, Readings(ledger), catalogue.article)

    def file(self, *articles: Article, story: bool = True) -> None:
        writer = CatalogueWriter(self.catalogue)
        file_articles(writer, articles)
        if story:
            writer.note_stories(dict.fromkeys(range(1, len(articles) + 1), 1))

    def read(self, number: int, letters: int = WHOLE) -> bool:
        items = RowReader(self.catalogue.connection).items([number])
        self.deeds.mark_read(items, read=True, by_hand=False)
        found = self.catalogue.article(number)
        assert found is not None
        return self.deeds.has_read(found, letters)

    def new(self, number: int, kin: Kin = lambda *_: []) -> WhatIsNew:
        return self.remembering.whats_new(number, kin)


@pytest.fixture
def desk(catalogue: Catalogue, deeds: Deeds, tmp_path: Path) -> Desk:
    return Desk(catalogue, deeds, tmp_path / "state" / FILE_NAME)


def test_where_nothing_of_the_story_was_read_nothing_is_said(desk: Desk) -> None:
    desk.file(article("one", TOLL, CAUSE), article("two", TOLL, CAUSE))
    assert desk.new(2) == WhatIsNew()


def test_a_sentence_read_in_another_take_is_known_with_its_occasion(desk: Desk) -> None:
    desk.file(article("one", TOLL, source="Norwire", take="Update 1"), article("two", TOLL, GOOSE))
    assert desk.read(1)
    found = desk.new(2)
    (met,) = found.met
    assert (met.block, met.known) == (0, Known.KNOWN)
    assert met.spans == ((0, len(TOLL)),)
    occasion = found.occasions[met.occasion]
    assert (occasion.source, occasion.take, occasion.title) == ("Norwire", "Update 1", "one")
    assert (found.sentences, found.new) == (2, 1)
    assert found.share == pytest.approx(
        len(GOOSE.split()) / len((TOLL + " " + GOOSE).split()), 0.01
    )


def test_only_what_was_scrolled_past_counts(desk: Desk) -> None:
    desk.file(article("one", TOLL, CAUSE), article("two", TOLL, CAUSE))
    assert desk.read(1, letters=len(TOLL.replace(" ", "")))
    assert [met.block for met in desk.new(2).met] == [0]
    assert desk.read(1)
    assert [met.block for met in desk.new(2).met] == [0, 1]


def test_less_than_a_sentence_is_nothing_read(desk: Desk) -> None:
    desk.file(article("one", TOLL), article("two", TOLL))
    assert not desk.read(1, letters=10)
    assert desk.new(2) == WhatIsNew()


def test_a_changed_figure_is_new_and_pointed_out(desk: Desk) -> None:
    desk.file(article("one", TOLL), article("two", HIGHER))
    desk.read(1)
    found = desk.new(2)
    (met,) = found.met
    assert met.known is Known.CHANGED
    assert [HIGHER[start:end] for start, end in met.spans] == ["Fifteen"]
    assert met.before == TOLL
    assert (found.new, found.share) == (1, 1)


def test_a_new_version_says_what_it_changed(desk: Desk) -> None:
    desk.file(
        article("one", TOLL, CAUSE, slug="mill", source="Norwire"),
        article("two", HIGHER, GOOSE, slug="mill", source="Norwire"),
    )
    desk.read(1)
    assert desk.new(2).change == Change((("Twelve", "Fifteen"),), added=1, cut=1, changed=1)


def test_an_older_version_changed_nothing_of_a_newer_one(desk: Desk) -> None:
    desk.file(
        article("one", TOLL, slug="mill", source="Norwire"),
        article("two", HIGHER, slug="mill", source="Norwire"),
    )
    desk.read(2)
    assert desk.new(1).change is None


def test_a_take_without_a_slug_is_a_version_of_what_its_house_told(desk: Desk) -> None:
    desk.file(
        article("one", TOLL, source="Norwire"),
        article("two", HIGHER, source="Norwire", take="Update 1"),
    )
    desk.read(1)
    found = desk.new(2).change
    assert found is not None
    assert found.figures == (("Twelve", "Fifteen"),)


def test_another_outlet_is_no_version(desk: Desk) -> None:
    desk.file(article("one", TOLL, source="Norwire"), article("two", HIGHER, source="Ledger"))
    desk.read(1)
    assert desk.new(2).change is None


def test_an_article_in_no_story_yet_is_held_against_its_kin(desk: Desk) -> None:
    desk.file(article("one", TOLL), article("two", TOLL), story=False)
    desk.read(1)
    assert desk.new(2) == WhatIsNew()
    assert desk.new(2, lambda *_: [1]).new == 0


def test_only_what_was_read_is_asked_whether_it_is_kin(desk: Desk) -> None:
    desk.file(article("one", TOLL), article("two", TOLL), article("three", TOLL), story=False)
    assert desk.read(1)
    picked: list[int] = []

    def kin(_: int, among: Callable[[list[int]], Collection[int]]) -> list[int]:
        picked.extend(among([1, 3]))
        return picked

    assert desk.new(2, kin).new == 0
    assert picked == [1]


def test_what_was_read_is_known_after_its_file_has_gone(desk: Desk) -> None:
    desk.file(
        article("one", TOLL, slug="mill"), article("two", TOLL, GOOSE, slug="mill"), story=False
    )
    desk.read(1)
    desk.catalogue.connection.execute("DELETE FROM articles WHERE number = 1")
    assert [met.block for met in desk.new(2).met] == [0]


def test_its_own_text_is_not_what_makes_an_article_known(desk: Desk) -> None:
    desk.file(article("one", TOLL), article("two", GOOSE))
    desk.read(1)
    assert desk.new(1) == WhatIsNew()


def test_what_is_marked_as_unread_is_new_again(desk: Desk) -> None:
    desk.file(article("one", TOLL), article("two", TOLL))
    desk.read(1)
    items = RowReader(desk.catalogue.connection).items([1])
    desk.deeds.mark_read(items, read=False, by_hand=True)
    assert desk.new(2) == WhatIsNew()


def test_shelves_do_not_pile_up(desk: Desk) -> None:
    numbers = range(1, SHELVES + 4)
    desk.file(*(article(str(number), f"{TOLL} {number}") for number in numbers))
    for number in numbers:
        desk.read(number)
        desk.new(1)
    assert len(desk.remembering._shelves) == SHELVES


def test_a_row_that_has_gone_has_nothing_new(desk: Desk) -> None:
    assert desk.new(99) == WhatIsNew()
