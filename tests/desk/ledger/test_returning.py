"""A new version of what was judged is judged anew, and says that its story comes back."""

from __future__ import annotations

from typing import Any

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of, key_of, ledger_key
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.words.rows import Row, Verdict, View
from copytaster.wire.article import Article, Block, Role
from desk.making import article, parsed

SPIKED_BEFORE = "new take of a spiked story"
MORNING, NOON, NEXT_WEEK = "2026-09-14T07:00:00Z", "2026-09-14T12:00:00Z", "2026-09-21T07:00:00Z"


def version(text: str, date: str, **fields: Any) -> Article:
    """A version of one item: its guid is its id, its text is its own."""
    body = (Block(Role.BODY, text),)
    record = {"id": "urn:fire", "guid": "urn:fire", "date": date, "blocks": body, **fields}
    return article("Harbour fire", **record)


def take(text: str, date: str, **fields: Any) -> Article:
    """A take of a story that is known by its slug alone."""
    record = {"id": text, "slug": "FIRE", "source": "Norwire", "take": "UPDATE 1", **fields}
    return article(text, date=date, **record)


class Wire:
    """An inbox that articles come into one by one, and the desk that judges them."""

    def __init__(self, catalogue: Catalogue, deeds: Deeds) -> None:
        self._catalogue = catalogue
        self._deeds = deeds

    def brings(self, name: str, found: Article) -> Row:
        """File an article under this name; returns its row."""
        CatalogueWriter(self._catalogue).file([parsed(f"/wire/{name}", [entry_of(found, 0)])])
        return self.row(name)

    def row(self, name: str) -> Row:
        """The row of the file of this name, as it stands now."""
        (number,) = self._catalogue.connection.execute(
            "SELECT number FROM articles JOIN files USING (file) WHERE path = ?",
            (f"/wire/{name}".encode(),),
        ).fetchone()
        row = RowReader(self._catalogue.connection).row(number)
        assert row is not None
        return row

    def judge(self, name: str, verdict: Verdict | None) -> None:
        """Decide about the file of this name."""
        items = RowReader(self._catalogue.connection).items([self.row(name).number])
        self._deeds.judge(items, verdict)

    def returned(self) -> list[str]:
        """The files of the rows that have come back."""
        order = Lists(self._catalogue).order(View(query="is:returned"))
        rows = RowReader(self._catalogue.connection).rows(order)
        return [row.path.removeprefix("/wire/") for row in rows]


@pytest.fixture
def wire(catalogue: Catalogue, deeds: Deeds) -> Wire:
    return Wire(catalogue, deeds)


def test_a_new_version_does_not_inherit_the_spike_and_says_so(wire: Wire) -> None:
    assert wire.brings("1.xml", version("Fire.", MORNING)).returned is None
    wire.judge("1.xml", Verdict.SPIKED)
    row = wire.brings("2.xml", version("Fire, two hurt.", NOON))
    assert (row.verdict, row.returned) == (None, SPIKED_BEFORE)
    assert wire.returned() == ["2.xml"]


def test_the_same_item_sent_again_is_as_it_was(wire: Wire) -> None:
    wire.brings("1.xml", version("Fire.", MORNING))
    wire.judge("1.xml", Verdict.SPIKED)
    row = wire.brings("again.xml", version("Fire.", NOON, version="2"))
    assert (row.verdict, row.returned) == (Verdict.SPIKED, None)
    assert wire.returned() == []


def test_a_file_that_is_overwritten_with_a_new_version_comes_back(wire: Wire) -> None:
    wire.brings("fire.xml", version("Fire.", MORNING))
    wire.judge("fire.xml", Verdict.SPIKED)
    row = wire.brings("fire.xml", version("Fire, two hurt.", NOON))
    assert (row.verdict, row.returned) == (None, SPIKED_BEFORE)


def test_an_older_version_of_what_was_spiked_is_nothing_new(wire: Wire) -> None:
    wire.brings("2.xml", version("Fire, two hurt.", NOON))
    wire.judge("2.xml", Verdict.SPIKED)
    assert wire.brings("1.xml", version("Fire.", MORNING)).returned is None


def test_once_it_is_judged_itself_it_has_come_back_no_more(wire: Wire) -> None:
    wire.brings("1.xml", version("Fire.", MORNING))
    wire.judge("1.xml", Verdict.SPIKED)
    wire.brings("2.xml", version("Fire, two hurt.", NOON))
    wire.judge("2.xml", Verdict.KEPT)
    assert wire.row("2.xml").returned is None
    assert wire.returned() == []
    wire.judge("2.xml", None)
    assert wire.row("2.xml").returned == SPIKED_BEFORE


def test_a_new_version_of_a_kept_item_says_that(wire: Wire) -> None:
    for name, text, verdict in (("1", "a", Verdict.SPIKED), ("2", "b", Verdict.KEPT)):
        wire.brings(name, version(text, MORNING))
        wire.judge(name, verdict)
    assert wire.brings("3", version("c", NOON)).returned == "new take of a kept story"


def test_a_spike_that_was_taken_back_is_none(wire: Wire) -> None:
    wire.brings("1.xml", version("Fire.", MORNING))
    wire.judge("1.xml", Verdict.SPIKED)
    wire.judge("1.xml", None)
    assert wire.brings("2.xml", version("Fire, two hurt.", NOON)).returned is None


def test_a_later_take_under_the_same_slug_and_source_comes_back(wire: Wire) -> None:
    wire.brings("1.txt", take("Fire", MORNING, take=None))
    wire.judge("1.txt", Verdict.SPIKED)
    row = wire.brings("2.txt", take("Fire, two hurt", NOON))
    assert (row.verdict, row.returned) == (None, SPIKED_BEFORE)


@pytest.mark.parametrize(
    "other",
    [
        take("no take", NOON, take=None),
        take("another source", NOON, source="TTA"),
        take("another slug", NOON, slug="FLOOD"),
        take("next week", NEXT_WEEK),
        take("earlier", "2026-09-14T06:00:00Z"),
        take("no slug", NOON, slug=None),
    ],
    ids=lambda each: each.id,
)
def test_what_only_resembles_a_take_does_not(wire: Wire, other: Article) -> None:
    wire.brings("1.txt", take("Fire", MORNING))
    wire.judge("1.txt", Verdict.SPIKED)
    assert wire.brings("2.txt", other).returned is None
    assert wire.returned() == []


def test_an_article_is_known_by_its_id_and_a_version_by_its_text_too() -> None:
    assert ledger_key(take("Fire", MORNING)) == key_of("Fire")
    one, same, other = (version(text, NOON) for text in ("Fire.", " Fire. ", "Fire, two hurt."))
    assert ledger_key(one) == ledger_key(same)
    assert len({key_of("urn:fire"), ledger_key(one), ledger_key(other)}) == 3


RISING = "The river rose by two metres in the night, and the lower bridge is closed to all traffic."


def test_a_file_that_is_rewritten_is_judged_anew_and_says_so(wire: Wire) -> None:
    wire.brings("river.txt", article("River rises", blocks=(Block(Role.BODY, RISING),), id="a"))
    wire.judge("river.txt", Verdict.KEPT)
    mended = RISING.replace("two", "three")
    row = wire.brings(
        "river.txt", article("River rises fast", blocks=(Block(Role.BODY, mended),), id="b")
    )
    assert (row.verdict, row.returned) == (None, "new take of a kept story")
    again = article("River rises fast", blocks=(Block(Role.BODY, "It fell again."),), id="c")
    assert wire.brings("river.txt", again).returned == "new take of a kept story"
    assert wire.returned() == ["river.txt"]
    wire.judge("river.txt", Verdict.SPIKED)
    assert wire.returned() == []


def test_another_story_in_the_place_of_a_file_is_no_version(wire: Wire) -> None:
    wire.brings("latest.txt", article("River rises", blocks=(Block(Role.BODY, RISING),), id="a"))
    wire.judge("latest.txt", Verdict.KEPT)
    goat = (Block(Role.BODY, "A goat stood on a balcony."),)
    assert (
        wire.brings("latest.txt", article("Goat comes down", blocks=goat, id="b")).returned is None
    )
