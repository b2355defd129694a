"""What kills, withdrawals and corrections say of the item that they are about."""

from __future__ import annotations

from typing import Any

import pytest

from copytaster.wire.article import Article, Block, Role, Status
from copytaster.wire.options import ReadOptions
from copytaster.wire.reading import read
from copytaster.wire.recalls import RecallKind, bare_slug, bare_title, kind_of, sought


def notice(title: str, text: str = "", **fields: Any) -> Article:
    body = Block(Role.BODY, text)
    return Article(id="n", path="n.txt", title=title, blocks=(body,), **fields)


@pytest.mark.parametrize(
    ("take", "status", "kind"),
    [
        ("KILL", Status.CANCELED, RecallKind.KILLED),
        ("WITHDRAWN", Status.CANCELED, RecallKind.WITHDRAWN),
        (None, Status.CANCELED, RecallKind.KILLED),
        ("CORRECTED", Status.USABLE, RecallKind.CORRECTED),
        ("REFILE", Status.USABLE, RecallKind.CORRECTED),
        ("UPDATE 2", Status.USABLE, None),
        ("HOLD", Status.WITHHELD, None),
        (None, Status.USABLE, None),
    ],
)
def test_take_and_status_say_what_an_item_does_to_an_earlier_one(
    take: str | None, status: Status, kind: RecallKind | None
) -> None:
    article = notice("Harbour fire", take=take, status=status)
    assert kind_of(article) is kind
    assert (sought(article) is None) == (kind is None)


@pytest.mark.parametrize(
    "text",
    [
        'Please kill the alert headlined "Minister Harrow resigns", sent at 1104 GMT.',
        "Please kill the alert headlined “Minister Harrow resigns” sent at 1104 GMT.",
        "Bitte verwenden Sie die Meldung „Minister Harrow resigns“ nicht.",
        "Merci d’annuler «Minister Harrow resigns».",
        'Kill "ALERT-Minister Harrow resigns".',
    ],
)
def test_a_kill_names_its_target_by_the_headline_it_quotes(text: str) -> None:
    found = sought(notice("KILL-HARROW", text, take="KILL", status=Status.CANCELED))
    assert found is not None
    assert found.titles == ("minister harrow resigns",)


def test_an_apostrophe_ends_no_quoted_headline() -> None:
    text = "Kill ‘Kestria’s minister resigns, party’s chief says’ at once."
    found = sought(notice("KILL", text, take="KILL", status=Status.CANCELED))
    assert found is not None
    assert found.titles == ("kestria’s minister resigns, party’s chief says",)


def test_a_kill_names_its_target_by_the_number_of_its_transmission() -> None:
    text = "EDITORS: Kill BC-Harbor Fire, W2870, and dpa 061. There is no substitute."
    found = sought(notice("KILL", text, take="KILL", status=Status.CANCELED))
    assert found is not None
    assert found.numbers == ("W2870", "DPA061")


def test_a_correction_is_about_an_item_of_its_own_headline_whatever_its_text_quotes() -> None:
    text = "“We heard it before we were called,” she said of quay B12."
    found = sought(notice("CORRECTED-UPDATE 2-Five hurt in blast", text, take="CORRECTED"))
    assert found is not None
    assert (found.own, found.titles, found.numbers) == ("five hurt in blast", (), ())


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("KILL-HARROW-RESIGNS", "harrow-resigns"),
        ("UPDATE 2-Five hurt  in blast", "five hurt in blast"),
        ("1st Ld-Writethru: Harbour fire", "harbour fire"),
        ("WRAPUP 3-Budget night", "budget night"),
        ("Leading banks cut rates", "leading banks cut rates"),
        ("Killer whale returns", "killer whale returns"),
    ],
)
def test_headlines_are_compared_without_the_marks_of_takes(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("slug", "bare"),
    [
        ("BC-EU--Harbour Fire, KILL", "BC-EU--Harbour Fire"),
        ("KILL-HARBOUR-FIRE", "HARBOUR-FIRE"),
        ("BC-EU--Harbour Fire,1st Ld-Writethru", "BC-EU--Harbour Fire"),
        ("SKILLS-SHORTAGE", "SKILLS-SHORTAGE"),
        ("KILL", None),
        (None, None),
    ],
)
def test_slugs_are_compared_without_what_kills_or_corrects(
    slug: str | None, bare: str | None
) -> None:
    assert bare_slug(slug) == bare


@pytest.mark.parametrize(
    ("name", "text", "item"),
    [
        (
            "a.txt",
            "eca062 4 i 211  dpa 061\n\nGermany-politics/\nRail strike averted\n"
            "By Jo Lind, dpa  =\n\n"
            "Berlin (dpa) - The strike is off.\n\n071341 GMT Okt 25\n",
            "ECA062 DPA061",
        ),
        (
            "b.txt",
            "\x16\x16\x01W2870\x1f_asian\nr i\x11\x13 BC-Fire  05-09 0120\n"
            "\x02^BC-Fire,120<\n^Harbour on fire<\n\tSKARHAVEN _ A fire broke out.\n"
            "\x03AP-WF-05-09-17 0056GMT\n",
            "W2870",
        ),
    ],
)
def test_the_number_of_a_transmission_is_kept(tmp_path, name: str, text: str, item: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = read(path, ReadOptions())
    assert isinstance(found, list)
    assert found[0].item == item
