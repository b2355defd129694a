"""Baskets: saved searches in a file of the user's, counted as articles come and are decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists import tallies as tallies_module
from copytaster.desk.lists.baskets import STANDARD, Basket, BasketFile, parse, told
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.lists.tallies import Tallies, looks_beyond
from copytaster.desk.query.language import Complaint
from copytaster.desk.query.language import parse as parse_query
from copytaster.desk.words.news import Tally
from copytaster.desk.words.rows import Verdict, View
from desk.making import Clock, article, file_articles, parsed

FIRE, OPEN = Basket("Fire", "fire"), Basket("Open", "is:open")


@pytest.fixture
def file(tmp_path: Path) -> BasketFile:
    return BasketFile(tmp_path / "config" / "baskets.toml")


class TestFile:
    """baskets.toml is written by hand and by the program, and read again when it changed."""

    def test_without_one_there_are_the_baskets_of_every_desk(self, file: BasketFile) -> None:
        assert file.current() == STANDARD
        assert file.complaints() == []

    def test_the_standard_queries_are_right(self) -> None:
        assert not any(isinstance(parse_query(each.query), Complaint) for each in STANDARD)

    def test_what_is_saved_stands_beside_the_others(self, file: BasketFile) -> None:
        assert file.save(FIRE) is None
        assert file.current() == (*STANDARD, FIRE)
        assert file.save(Basket("fire", "blaze")) is None
        assert file.current()[-1] == Basket("fire", "blaze")
        assert file.remove("Fire") is None
        assert file.current() == STANDARD
        assert file.remove("Fire") == "there is no basket “Fire”"

    def test_what_the_user_wrote_beside_it_stays(self, file: BasketFile) -> None:
        file.path.parent.mkdir()
        mine = '# mine\n[[basket]]\nname = "A"\nquery = "a"\n\n# about B\n'
        file.path.write_text(mine + '[[basket]]\nname = "B"\nquery = "b"\n', "utf-8")
        file.save(Basket("B", 'b "c d"'))
        assert file.path.read_text("utf-8").startswith(mine)
        assert file.current() == (Basket("A", "a"), Basket("B", 'b "c d"'))

    def test_it_is_read_again_when_it_has_changed(self, file: BasketFile) -> None:
        file.save(FIRE)
        assert not file.changed() or file.current()
        file.path.write_text('[[basket]]\nname = "Sea"\nquery = "sea or ocean"\n', "utf-8")
        assert file.changed()
        assert file.current() == (Basket("Sea", "sea or ocean"),)

    def test_a_file_that_cannot_be_read_is_told_and_left_alone(self, file: BasketFile) -> None:
        file.path.parent.mkdir()
        file.path.write_bytes(b'[[basket]]\nname = "\xff"\n')
        assert len(file.complaints()) == 1
        assert "cannot be read" in (file.save(FIRE) or "")

    def test_one_that_is_wrong_leaves_the_others(self) -> None:
        baskets, flaws = parse(
            '[[basket]]\nname = "A"\nquery = "is:keptt"\n'
            '[[basket]]\nname = "B"\nquery = "b"\n'
            '[[basket]]\nname = "b"\nquery = "c"\n'
            '[[basket]]\nnam = "C"\n'
        )
        assert baskets == (Basket("B", "b"),)
        assert [(flaw.line, flaw.text) for flaw in flaws] == [
            (3, "the query is wrong at 4: there is no state “keptt”; did you mean “kept”?"),
            (8, "a second basket “b”"),
            (11, "there is no “nam”; did you mean “name”?"),
            *[(10, f"this basket has no “{key}”") for key in ("name", "query")],
        ]


class Counting:
    """A catalogue whose baskets are counted."""

    def __init__(self, catalogue: Catalogue, deeds: Deeds) -> None:
        self.catalogue = catalogue
        self.deeds = deeds
        self.tallies = Tallies(catalogue)

    def counts(self, *baskets: Basket) -> list[tuple[int, int]]:
        return [(tally.count, tally.unseen) for tally in self.tallies.count(baskets)]

    def brings(self, name: str, title: str) -> None:
        writer = CatalogueWriter(self.catalogue)
        writer.file([parsed(f"/wire/{name}", [entry_of(article(title), 0)])])

    def judge(self, number: int, verdict: Verdict | None) -> None:
        self.deeds.judge(RowReader(self.catalogue.connection).items([number]), verdict)


@pytest.fixture
def desk(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> Counting:
    file_articles(writer, [article(title) for title in ("Fire", "Flood", "Fire again")])
    return Counting(catalogue, deeds)


def test_baskets_are_counted(desk: Counting) -> None:
    assert desk.counts(FIRE, OPEN) == [(2, 2), (3, 3)]


def test_counts_follow_what_comes_goes_and_is_decided(desk: Counting) -> None:
    desk.counts(FIRE, OPEN)
    desk.brings("4.txt", "Fire in town")
    desk.judge(1, Verdict.SPIKED)
    assert desk.counts(FIRE, OPEN) == [(3, 3), (3, 3)]
    CatalogueWriter(desk.catalogue).remove([b"/wire/4.txt"])
    desk.judge(1, None)
    assert desk.counts(FIRE, OPEN) == [(2, 2), (3, 3)]
    desk.brings("1.txt", "Storm")
    assert desk.counts(FIRE, OPEN) == [(1, 1), (3, 3)]


def test_many_changes_at_once_are_counted_too(desk: Counting, monkeypatch) -> None:
    monkeypatch.setattr(tallies_module, "FEW", 1)
    desk.counts(FIRE)
    for name in ("4.txt", "5.txt", "6.txt"):
        desk.brings(name, "Fire")
    assert desk.counts(FIRE) == [(5, 5)]


def test_only_what_came_since_one_looked_is_new(desk: Counting) -> None:
    desk.counts(FIRE, OPEN)
    desk.tallies.see("fire")
    assert desk.counts(FIRE, OPEN) == [(2, 0), (3, 3)]
    desk.brings("4.txt", "Fire in town")
    desk.brings("5.txt", "Flood")
    assert desk.counts(FIRE, OPEN) == [(3, 1), (5, 5)]


def test_what_was_seen_is_known_at_the_next_start(desk: Counting) -> None:
    desk.counts(FIRE)
    desk.tallies.see("fire")
    desk.brings("4.txt", "Fire in town")
    again = Counting(desk.catalogue, desk.deeds)
    assert again.counts(FIRE, OPEN) == [(3, 1), (4, 4)]


def test_what_was_seen_of_another_catalogue_counts_for_nothing(desk: Counting) -> None:
    desk.tallies.see("fire")
    path = desk.catalogue.folder / tallies_module.FILE_NAME
    for text in (path.read_text().replace(desk.catalogue.birth(), "another"), "[]", "{"):
        path.write_text(text)
        assert Counting(desk.catalogue, desk.deeds).counts(FIRE) == [(2, 2)]


def test_a_basket_that_looks_beyond_its_rows_is_counted_anew_after_a_while(
    desk: Counting, monkeypatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(tallies_module.time, "monotonic", clock.monotonic)
    copies = Basket("Copies", "is:copy")
    assert desk.counts(copies) == [(0, 0)]
    desk.brings("4.txt", "Fire")
    assert desk.counts(copies) == [(0, 0)]
    clock.now += tallies_module.PATIENCE + 1
    assert desk.counts(copies) == [(1, 1)]


def test_a_basket_that_goes_by_the_clock_is_counted_again_each_minute(
    desk: Counting, monkeypatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(tallies_module.time, "monotonic", clock.monotonic)
    asked: list[View] = []
    young, copies = Basket("Young", "age:<6h"), Basket("Copies", "is:copy")
    desk.counts(young, copies)
    order = desk.tallies._lists.order
    monkeypatch.setattr(
        desk.tallies._lists, "order", lambda view: asked.append(view) or order(view)
    )
    clock.now += tallies_module.PATIENCE + 1
    desk.counts(young, copies)
    assert asked == []
    clock.now += tallies_module.MINUTE
    desk.counts(young, copies)
    assert asked == [View("age:<6h")]


@pytest.mark.parametrize(
    ("query", "beyond"),
    [
        ("fire is:unread", False),
        ("not is:copy", True),
        ("a or (b age:<6h)", True),
        ("date:today", True),
        ("is:returned", True),
        ("", False),
    ],
)
def test_whether_a_query_looks_beyond_its_rows(query: str, beyond: bool) -> None:
    tree = parse_query(query)
    assert not isinstance(tree, Complaint)
    assert looks_beyond(tree) is beyond


def test_baskets_have_no_count_until_they_were_counted() -> None:
    assert told([FIRE, OPEN], {"Fire": Tally("Fire", 3, 1)}) == (Basket("Fire", "fire", 3, 1), OPEN)
