from __future__ import annotations

import datetime

import numpy as np
import pytest

from copytaster.stories.index.days import (
    FLOOR,
    LEAST_WITHOUT_DATE,
    MISSING,
    believed,
    nearness,
    without_date,
)
from copytaster.stories.index.document import day_of
from stories.newsroom import MONDAY


def days(*ordinals: int) -> np.ndarray:
    return np.array(ordinals, np.int32)


def test_the_same_day_is_nearest_and_nearness_fades_to_a_floor() -> None:
    near = nearness(days(MONDAY, MONDAY + 1, MONDAY - 7, MONDAY + 4000), MONDAY, 0.6)
    assert near[0] == 1.0
    assert 1.0 > near[1] > near[2] > near[3]
    assert near[3] == pytest.approx(FLOOR, abs=1e-3)


def test_nearness_is_mutual() -> None:
    assert nearness(days(MONDAY), MONDAY + 3, 0.6) == nearness(days(MONDAY + 3), MONDAY, 0.6)


def test_a_missing_date_is_neither_near_nor_far() -> None:
    assert nearness(days(MISSING, MONDAY), MISSING, 0.6).tolist() == pytest.approx([0.6, 0.6])
    assert nearness(days(MISSING), MONDAY, 0.6)[0] == pytest.approx(0.6)


def test_where_no_article_is_dated_a_missing_date_says_nothing() -> None:
    assert without_date(days(MISSING, MISSING)) == 1.0
    assert without_date(days()) == 1.0
    assert without_date(days(MONDAY, MONDAY, MISSING)) == LEAST_WITHOUT_DATE


def test_arrivals_are_believed_where_dated_articles_came_on_their_day() -> None:
    dated = np.append(days(*range(MONDAY, MONDAY + 30)), MISSING)
    arrived = np.append(days(*range(MONDAY, MONDAY + 30)), MONDAY + 12)
    assert believed(dated, arrived)[-1] == MONDAY + 12


def test_arrivals_of_files_that_were_copied_in_one_go_are_not_believed() -> None:
    dated = np.append(days(*range(MONDAY, MONDAY + 30)), MISSING)
    arrived = np.full(31, MONDAY + 400, np.int32)
    assert believed(dated, arrived)[-1] == MISSING


def test_a_handful_of_articles_is_too_few_to_believe_arrivals() -> None:
    assert believed(days(MONDAY, MISSING), days(MONDAY, MONDAY))[1] == MISSING


@pytest.mark.parametrize("date", ["2026-09-14", "2026-09-14T06:30:00Z", "2026-09-14T23:59+02:00"])
def test_the_day_of_a_date_or_moment(date: str) -> None:
    assert day_of(date) == datetime.date(2026, 9, 14).toordinal()


@pytest.mark.parametrize("date", [None, "", "yesterday", "2026-13-40", "14.09.2026"])
def test_what_is_no_date_has_no_day(date: str | None) -> None:
    assert day_of(date) is None
