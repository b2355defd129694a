import math

import pytest

from copytaster.presentation.ages import (
    DAY,
    HOUR,
    MINUTE,
    age,
    distance,
    remaining,
    remaining_words,
    stated,
)

NOON = 1_789_387_200.0  # 14 September 2026, 12:00 UTC


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "now"),
        (59, "now"),
        (4 * MINUTE, "4m"),
        (2 * HOUR + 30 * MINUTE, "2h"),
        (3 * DAY, "3d"),
        (20 * DAY, "25 Aug"),
        (400 * DAY, "Aug'25"),
        (-2 * HOUR, "ahead"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(seconds, shown):
    assert age(NOON - seconds, NOON) == shown


def test_an_age_never_takes_more_than_six_cells():
    moments = [NOON - 10**exponent for exponent in range(18)]
    assert all(len(age(moment, NOON)) <= 6 for moment in moments)


def test_an_impossible_moment_has_an_age_all_the_same():
    assert age(-1e30, NOON)
    assert age(1e30, NOON) == "ahead"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "same time"),
        (-2 * HOUR, "2 h before"),
        (3 * DAY, "3 d after"),
        (5 * MINUTE, "5 min after"),
    ],
)
def test_a_distance_says_before_or_after(seconds, shown):
    assert distance(seconds) == shown


def test_a_day_is_stated_without_a_time():
    assert stated("2026-09-14") == "14 Sep 2026"


def test_a_moment_is_stated_with_its_zone():
    assert stated("2026-09-14T07:12:00+00:00") == "14 Sep 2026 07:12 UTC"
    assert stated("2026-09-14T07:12:00+02:00") == "14 Sep 2026 07:12 UTC+02:00"


def test_a_date_that_is_none_is_shown_as_it_is():
    assert stated("soon") == "soon"


def test_what_remains_is_rounded_up_so_that_it_never_says_nothing_too_early():
    assert [remaining(seconds) for seconds in (1, 61, 3_541, 7_200, 82_801, 200_000)] == [
        "1m",
        "2m",
        "1h",
        "2h",
        "1d",
        "3d",
    ]
    assert remaining_words(1) == "1 min"
    assert remaining_words(12_000) == "3 h 20 min"
    assert remaining_words(7_200) == "2 h"
    assert remaining_words(200_000) == "2 d 7 h"
    assert remaining(math.inf) == remaining_words(math.inf) == ""
