"""Dates, ages and numbers of a query become spans, or a line on how they are written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from copytaster.desk.query.spans import Span, age_span, date_span, number_span

NOW = datetime(2026, 9, 14, 15, 30, tzinfo=UTC).timestamp()


def day(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-09-14", "2026-09-14", "2026-09-15"),
        ("2026-12-31", "2026-12-31", "2027-01-01"),
        ("2026-12", "2026-12-01", "2027-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("today", "2026-09-14", "2026-09-15"),
        ("Yesterday", "2026-09-13", "2026-09-14"),
        ("2026-09-01..2026-09-03", "2026-09-01", "2026-09-04"),
        ("2025..today", "2025-01-01", "2026-09-15"),
    ],
)
def test_a_date_reaches_from_its_first_moment_to_the_next_one(
    value: str, first: str, last: str
) -> None:
    assert date_span(value, NOW) == Span(day(first), day(last), open_end=True)


def test_a_span_of_dates_may_have_one_end() -> None:
    assert date_span("2026-09-14..", NOW) == Span(day("2026-09-14"), None, open_end=True)
    assert date_span("..2026-09-14", NOW) == Span(None, day("2026-09-15"), open_end=True)


@pytest.mark.parametrize("value", ["", "..", "soon", "2026-13", "2026-02-30", "2026-9-x", "9999"])
def test_what_is_no_date_is_told_how_dates_are_written(value: str) -> None:
    answer = date_span(value, NOW)
    assert isinstance(answer, str)
    assert "2025-08-07" in answer


def test_an_age_counts_back_from_now() -> None:
    assert age_span("<6h", NOW) == Span(NOW - 6 * 3_600, None)
    assert age_span("6h", NOW) == Span(NOW - 6 * 3_600, None)
    assert age_span(">1.5D", NOW) == Span(None, NOW - 1.5 * 86_400)
    assert age_span("<30m", NOW) == Span(NOW - 1_800, None)
    assert age_span("2w", NOW) == Span(NOW - 14 * 86_400, None)


@pytest.mark.parametrize("value", ["", "6", "h", "<h", "6 h", "-6h"])
def test_what_is_no_age_is_told_how_ages_are_written(value: str) -> None:
    assert isinstance(age_span(value, NOW), str)


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("400", Span(400, 400)),
        ("<400", Span(None, 399)),
        ("<=400", Span(None, 400)),
        (">400", Span(401, None)),
        (">=400", Span(400, None)),
        ("100..200", Span(100, 200)),
        ("100..", Span(100, None)),
        ("..200", Span(None, 200)),
    ],
)
def test_a_number_is_one_or_a_span(value: str, span: Span) -> None:
    assert number_span(value) == span


@pytest.mark.parametrize("value", ["", "..", "many", "<", "1...2", "--5"])
def test_what_is_no_number_is_told_how_numbers_are_written(value: str) -> None:
    assert isinstance(number_span(value), str)
