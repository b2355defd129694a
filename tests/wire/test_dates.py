from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.dates import absurdity, comparable, in_iso, iso, iso_from_epoch, month_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-09-14", "2026-09-14"),
        ("20260914", "2026-09-14"),
        ("2026-09-14T05:12:00Z", "2026-09-14T05:12:00Z"),
        ("2026-09-14T07:12:00.973+02:00", "2026-09-14T07:12:00+02:00"),
        ("20260914T071200+0200", "2026-09-14T07:12:00+02:00"),
        ("20260914T051200Z", "2026-09-14T05:12:00Z"),
        ("2026-09-14 05:12", "2026-09-14T05:12:00"),
        ("2026-09-14 05:12:00 GMT+00:00", "2026-09-14T05:12:00Z"),
        ("Mon, 14 Sep 2026 05:12:00 +0000", "2026-09-14T05:12:00Z"),
        ("Mon, 14 Sep 2026 05:12:00 GMT", "2026-09-14T05:12:00Z"),
        ("14 September 2026", "2026-09-14"),
        ("Sept. 14, 2026", "2026-09-14"),
        ("September 14th 2026, 5:12 p.m. EST", "2026-09-14T17:12:00-05:00"),
        ("le 14 août 2026", "2026-08-14"),
        ("14. März 2026 um 10.30 Uhr", "2026-03-14T10:30:00"),
        ("14 de septiembre de 2026", "2026-09-14"),
        ("14 сентября 2026", "2026-09-14"),
        ("14 Eylül 2026", "2026-09-14"),
        ("14.9.2026 16:02:09 CEST", "2026-09-14T16:02:09+02:00"),
        ("1800 GMT, Thursday, September 17, 2026", "2026-09-17T18:00:00Z"),
        ("00:01 GMT FRIDAY 1 JANUARY 2099", "2099-01-01T00:01:00Z"),
    ],
)
def test_dates_as_agencies_write_them_are_understood(text, expected):
    assert iso(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        None, "", "yesterday", "2026", "Monday", "September 2026", "2026-13-45", "20260231",
        "31 February 2026", "Foo, 45 Nonth 20255 99:99:99 +9999", "12/03", "9" * 100,
        "14 Harbour 2026",
    ],
)  # fmt: skip
def test_half_a_date_or_an_impossible_one_is_none(text):
    assert iso(text) is None


def test_seconds_and_milliseconds_since_1970_are_moments():
    assert iso_from_epoch(1789362720) == "2026-09-14T05:12:00Z"
    assert iso_from_epoch(1789362720000) == "2026-09-14T05:12:00Z"
    assert iso_from_epoch(float("inf")) is None
    assert iso_from_epoch(float("nan")) is None


def test_a_date_in_the_future_or_long_ago_is_absurd():
    today = date(2026, 9, 14)
    assert absurdity("2099-01-01", today) == "dated in the future: 2099-01-01"
    assert absurdity("0001-01-01T00:00:00Z", today) == "dated long ago: 0001-01-01"
    assert absurdity("2026-09-15T01:00:00Z", today) is None
    assert absurdity("no date", today) is None


def test_moments_with_and_without_zones_can_be_compared():
    assert comparable("2026-09-14T07:00:00+02:00") == comparable("2026-09-14T05:00:00")
    assert comparable("2026-09-14") < comparable("2026-09-14T00:00:01Z")


def test_months_are_known_by_name_and_abbreviation():
    assert [month_number(name) for name in ("Okt", "déc.", "MAY", "ocak", "Harbour")] == [
        10, 12, 5, 1, None,
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.datetimes())
def test_a_moment_survives_being_written_and_read(moment):
    if moment.year >= 1000:
        assert iso(in_iso(moment)) == in_iso(moment)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_date_or_none(text):
    found = iso(text)
    assert found is None or comparable(found)
