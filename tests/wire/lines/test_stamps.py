from __future__ import annotations

import pytest

from copytaster.wire.lines.stamps import day_of, is_age, is_stamp


@pytest.mark.parametrize(
    "line",
    [
        "August 7, 2026",
        "Published on 30/04/2026 - 16:38",
        "Updated 3:40 p.m. ET",
        "Sat 24 Feb 2026 12.42 CET",
        "11:48, Thu, Jul 18, 2026 | UPDATED: 11:50, Thu, Jul 18, 2026",
        "2 minute read April 25, 2026 2:26 PM GMT+2 Last Updated 9 min ago",
        "Stand: 25.04.2026 14:00 Uhr",
        "Publié le 3 mai 2026 à 12:40",
        "05.04.2026 - Güncelleme : 05.04.2026",
        "2026年5月3日",
        "1 day ago",
        "21 mins ago 11:48 Ada Moss",
    ],
)
def test_a_line_of_dates_is_a_stamp(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "The pier closed on 3 May 2026 and has not been opened since",
        "He was born on May 3, 1950.",
        "12 dead in ferry fire",
        "March",
        "4,200 crowns",
        "from 80,322 a year ago.",
    ],
)
def test_a_line_that_says_more_is_none(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("August 7, 2026", "2026-08-07"),
        ("7 August 2026", "2026-08-07"),
        ("Sat 24 Feb 2026 12.42 CET", "2026-02-24"),
        ("30/04/2026", "2026-04-30"),
        ("04/30/2026", "2026-04-30"),
        ("05.04.2026", "2026-04-05"),
        ("3 de mayo de 2026", "2026-05-03"),
        ("3. März 2026", "2026-03-03"),
        ("2026年5月3日", "2026-05-03"),
        ("2026-05-03T10:00:00Z", "2026-05-03T10:00:00Z"),
        ("1 day ago", None),
        ("31 February 2026", None),
    ],
)
def test_the_day_is_read_in_the_order_of_its_language(line: str, day: str | None) -> None:
    assert day_of(line) == day


@pytest.mark.parametrize(
    "line", ["22 hours ago", "vor 3 Stunden", "il y a 2 heures", "hace 5 horas"]
)
def test_an_age_is_an_age(line: str) -> None:
    assert is_age(line)


def test_a_date_is_no_age() -> None:
    assert not is_age("7 August 2026")
