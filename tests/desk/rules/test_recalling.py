"""Kills, withdrawals and corrections find what they are about, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.recalls import recalls_by, recalls_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.rules.alarms import Alarms
from copytaster.desk.rules.recalling import Recalling
from copytaster.desk.words.rows import Verdict, View
from copytaster.wire.article import Article, Block, Role, Status
from desk.making import article, parsed

HEADLINE = "Minister Harrow resigns, government source says"
NUMBER_OF_HOURS = 24


def at(hour: int) -> str:
    return f"2026-09-{14 + hour // NUMBER_OF_HOURS:02}T{hour % NUMBER_OF_HOURS:02}:00:00Z"


def sent(title: str, hour: int, **fields: Any) -> Article:
    return article(title, id=f"{title} {hour}", date=at(hour), source="Norwire", **fields)


def kill(text: str, hour: int = 12, **fields: Any) -> Article:
    body = (Block(Role.BODY, text),)
    known = {"take": "KILL", "status": Status.CANCELED, "blocks": body, **fields}
    return sent(fields.pop("title", "KILL-HARROW") if "title" in fields else "KILL", hour, **known)


class Desk:
    """An inbox in which every article has a file named by its place, and what recalls what."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.writer = CatalogueWriter(catalogue)
        self.recalling = Recalling(catalogue)
        self._files = 0

    def brings(self, *articles: Article) -> None:
        for each in articles:
            self._files += 1
            self.writer.file([parsed(f"/wire/{self._files}.txt", [entry_of(each, 0)])])
        self.look()

    def look(self) -> None:
        changes = self.catalogue.changes(self.catalogue.recalled_upto())
        found = self.recalling.best(self.recalling.found(changes))
        self.writer.note_recalls(found, (*changes.filed, *changes.gone), changes.upto)

    def targets(self, number: int) -> list[tuple[int, str]]:
        return [(each.target, each.way) for each in recalls_by(self.catalogue, number)]


@pytest.fixture
def desk(catalogue: Catalogue) -> Desk:
    return Desk(catalogue)


def test_a_kill_finds_the_headline_that_it_quotes(desk: Desk) -> None:
    desk.brings(
        sent(f"ALERT-{HEADLINE.upper()}", 11),
        sent("Minister Hallam resigns, government source says", 11),
        kill(f'Please kill the alert headlined "{HEADLINE}".'),
    )
    assert desk.targets(3) == [(1, "headline")]


def test_it_finds_its_target_although_that_is_read_later(desk: Desk) -> None:
    desk.brings(kill(f"Kill “{HEADLINE}”."))
    assert desk.targets(1) == []
    desk.brings(sent(HEADLINE, 11))
    assert desk.targets(1) == [(2, "headline")]


def test_a_headline_that_was_mistyped_in_the_kill_is_found_by_likeness(desk: Desk) -> None:
    desk.brings(
        sent(HEADLINE, 11),
        sent("Parliament debates the budget of the ministry", 11),
        kill("Kill “Minister Harow resigns, goverment source says”."),
    )
    assert desk.targets(3) == [(1, "headline")]


def test_a_short_headline_is_taken_to_the_letter(desk: Desk) -> None:
    desk.brings(sent("Two hurt in fire", 11), kill("Kill “Ten hurt in fire”."))
    assert desk.targets(2) == []


def test_a_guid_wins_over_everything_else_and_may_be_old(desk: Desk) -> None:
    desk.brings(
        sent("Harbour fire", 0, guid="urn:fire"),
        sent(HEADLINE, 70),
        kill(f"Kill “{HEADLINE}”.", 72, guid="urn:fire"),
    )
    assert desk.targets(3) == [(1, "guid")]


def test_a_surer_target_takes_the_place_of_one_found_before(desk: Desk) -> None:
    desk.brings(sent("Harbour fire", 11, slug="FIRE"), kill("Kill item W2870.", slug="FIRE"))
    assert desk.targets(2) == [(1, "slug")]
    desk.brings(sent("Fire in the harbour", 10, item="W2870"))
    assert desk.targets(2) == [(3, "number")]


def test_a_kill_by_slug_is_of_all_that_was_sent_under_it(desk: Desk) -> None:
    desk.brings(
        sent("Harbour fire", 9, slug="FIRE"),
        sent("Harbour fire spreads", 10, slug="FIRE,1st Ld-Writethru"),
        sent("Forest fire", 10, slug="FOREST-FIRE"),
        sent("Harbour fire is out", 13, slug="FIRE"),
        kill("Kill FIRE.", slug="FIRE, KILL"),
    )
    assert desk.targets(5) == [(1, "slug"), (2, "slug")]


@pytest.mark.parametrize(
    "fields",
    [{"source": "Meridian"}, {"date": at(13)}, {"date": "2026-09-11T11:00:00Z"}],
    ids=["of another agency", "later than the kill", "days older"],
)
def test_what_cannot_be_meant_is_not_found(desk: Desk, fields: dict[str, str]) -> None:
    strange = {"date": at(11), "source": "Norwire", **fields}
    desk.brings(article(HEADLINE, slug="FIRE", **strange), kill(f"Kill “{HEADLINE}”.", slug="FIRE"))
    assert desk.targets(2) == []


def test_a_kill_that_names_only_its_day_finds_what_came_on_that_day(desk: Desk) -> None:
    desk.brings(sent(HEADLINE, 11), article("KILL", date="2026-09-14", source="Norwire",
        take="KILL", blocks=(Block(Role.BODY, f"Kill “{HEADLINE}”."),)))  # fmt: skip
    assert desk.targets(2) == [(1, "headline")]


def test_a_correction_is_of_the_last_item_of_its_headline(desk: Desk) -> None:
    desk.brings(
        sent("Five hurt in harbour blast", 8),
        sent("UPDATE 2-Five hurt in harbour blast", 9),
        sent("CORRECTED-UPDATE 2-Five hurt in harbour blast", 10, take="CORRECTED"),
    )
    assert desk.targets(3) == [(2, "headline")]


def test_a_correction_by_slug_alone_wants_a_headline_that_is_like_it(desk: Desk) -> None:
    desk.brings(
        sent("Shares close higher in Aldmere", 8, slug="MARKETS"),
        sent("CORRECTED-Grain prices fall again", 10, slug="MARKETS", take="CORRECTED"),
        sent("Grain prices fell again on Monday", 9, slug="MARKETS"),
    )
    assert desk.targets(2) == [(3, "slug")]


def test_copies_of_a_kill_are_no_target_of_each_other(desk: Desk) -> None:
    one = kill("Kill it.", slug="FIRE")
    desk.brings(one, one)
    assert desk.targets(1) == desk.targets(2) == []


def test_what_has_gone_is_in_no_recall(desk: Desk) -> None:
    desk.brings(sent(HEADLINE, 11), kill(f"Kill “{HEADLINE}”."))
    desk.writer.remove([b"/wire/1.txt"])
    desk.look()
    assert desk.targets(2) == []


def test_the_row_and_its_story_know_what_recalls_them(desk: Desk, deeds: Deeds) -> None:
    desk.brings(
        sent(HEADLINE, 11), sent("Who is Minister Harrow?", 11), kill(f"Kill “{HEADLINE}”.")
    )
    desk.writer.note_stories({1: 7, 2: 7})
    rows = RowReader(desk.catalogue.connection)
    assert [row.recalled for row in rows.rows([1, 2, 3])] == ["killed", None, None]
    assert [(r.recall, r.target) for r in recalls_of(desk.catalogue, 2)] == [(3, 1)]
    assert recalls_of(desk.catalogue, 3) == []
    lists = Lists(desk.catalogue)
    assert list(lists.order(View("is:killed"))) == [1]
    assert list(lists.order(View("is:corrected"))) == []


class TestAlarm:
    """What was kept and killed is an alarm, once, until the kill was read."""

    @pytest.fixture
    def killed(self, desk: Desk, deeds: Deeds) -> Desk:
        desk.brings(sent(HEADLINE, 11), kill(f"Kill “{HEADLINE}”."))
        return desk

    @staticmethod
    def judge(desk: Desk, deeds: Deeds, verdict: Verdict | None) -> None:
        deeds.judge(RowReader(desk.catalogue.connection).items([1]), verdict)

    def test_it_rings_once(self, killed: Desk, deeds: Deeds) -> None:
        alarms = Alarms(killed.catalogue.connection)
        assert list(alarms.new()) == []
        self.judge(killed, deeds, Verdict.KEPT)
        (alarm,) = alarms.new()
        assert alarm.text == f"KILLED, and you kept it: “{HEADLINE}”"
        assert (alarm.numbers, alarm.bell, alarm.command) == ((2, 1), True, "")
        assert list(alarms.new()) == []

    def test_it_rings_again_when_it_is_kept_again(self, killed: Desk, deeds: Deeds) -> None:
        alarms = Alarms(killed.catalogue.connection)
        self.judge(killed, deeds, Verdict.KEPT)
        assert len(list(alarms.new())) == 1
        self.judge(killed, deeds, None)
        assert list(alarms.new()) == []
        self.judge(killed, deeds, Verdict.KEPT)
        assert len(list(alarms.new())) == 1

    def test_it_is_silent_where_the_kill_was_read(self, killed: Desk, deeds: Deeds) -> None:
        self.judge(killed, deeds, Verdict.KEPT)
        items = RowReader(killed.catalogue.connection).items([2])
        deeds.mark_read(items, read=True, by_hand=False)
        assert list(Alarms(killed.catalogue.connection).new()) == []

    def test_spiked_copy_is_no_alarm(self, killed: Desk, deeds: Deeds) -> None:
        self.judge(killed, deeds, Verdict.SPIKED)
        assert list(Alarms(killed.catalogue.connection).new()) == []
