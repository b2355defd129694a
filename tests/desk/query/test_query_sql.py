"""What a query finds among articles and decisions."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of_problem, key_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.query.language import Complaint
from copytaster.desk.query.sql import Setting, condition_of
from copytaster.desk.words.rows import Verdict
from copytaster.wire.article import Status
from desk.making import article, file_articles, item, parsed

NOON = 1_789_387_200.0  # 2026-09-14T12:00:00Z

ARTICLES = (
    article(
        "Harbour fire",
        source="Norwire",
        slug="HARBOUR-FIRE",
        date="2026-09-14T11:00:00Z",
        urgency=1,
        word_count=120,
        language="en",
    ),
    article("Fire at sea", source="TTA", date="2026-09-13", urgency=5, word_count=500),
    article("Loup: le recensement", source="Quotidien", language="fr", word_count=40),
    article("Hallam resigns", status=Status.CANCELED, embargo="2026-09-15T00:00:00Z"),
    article("東京で地震", source="通信社"),
)


@pytest.fixture
def desk_of_articles(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> Catalogue:
    file_articles(writer, ARTICLES)
    writer.file([parsed("/wire/zz", [entry_of_problem("/wire/zz", "an empty file")])])
    writer.note_stories({1: 3, 2: 3})
    marks = [item(key_of(each.id), each.title) for each in ARTICLES]
    deeds.judge(marks[:1], Verdict.KEPT)
    deeds.judge(marks[1:3], Verdict.SPIKED)
    deeds.mark_read(marks[:2], read=True, by_hand=False)
    deeds.flag(marks[3:4], flagged=True)
    deeds.tag(marks[:1], {"page one": True})
    return catalogue


def found(catalogue: Catalogue, query: str, story: int | None = None) -> list[int]:
    """What a query finds; the same, whether it is asked of all rows or of a few."""
    of_all, of_few = (_found(catalogue, query, story, few=few) for few in (False, True))
    assert of_all == of_few
    return of_all


def _found(catalogue: Catalogue, query: str, story: int | None, *, few: bool) -> list[int]:
    setting = Setting(NOON, story, near=lambda name: [2] if name == "sea" else [], few=few)
    condition = condition_of(query, setting)
    assert not isinstance(condition, Complaint), condition
    rows = catalogue.connection.execute(
        f"SELECT a.number FROM articles a WHERE {condition.sql} ORDER BY a.number",
        condition.values,
    )
    return [number for (number,) in rows]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [1, 2, 3, 4, 5, 6]),
        ("fire", [1, 2]),
        ("fir", [1, 2]),
        ("FIRE sea", [2]),
        ("fire or loup", [1, 2, 3]),
        ("fire -sea", [1]),
        ('"fire at"', [2]),
        ('"at fire"', []),
        ('"harbour fir"', []),
        ("recensement", [3]),
        ("norwire", [1]),
        ("harbour-fire", [1]),
        ("…", [1, 2, 3, 4, 5, 6]),
        ("source:tta", [2]),
        ("source:fire", []),
        ("title:fire", [1, 2]),
        ("slug:harbour", [1]),
        ("tag:nothing", []),
        ('tag:"page one"', [1]),
        ("地震", [5]),
        ("source:通信", [5]),
        ("title:通信", []),
        ("is:kept", [1]),
        ("is:SPIKED", [2, 3]),
        ("is:open", [4, 5, 6]),
        ("is:read", [1, 2]),
        ("is:unread", [3, 4, 5, 6]),
        ("is:flagged", [4]),
        ("is:tagged", [1]),
        ("is:urgent", [1]),
        ("is:kill", [4]),
        ("is:embargoed", [4]),
        ("is:copy", []),
        ("is:problem", [6]),
        ("not (is:kept or is:spiked) is:unread", [4, 5, 6]),
        ("date:2026-09-14", [1]),
        ("date:2026-09-13..2026-09-14", [1, 2]),
        ("age:<6h", [1]),
        ("words:>100", [1, 2]),
        ("words:40..120", [1, 3]),
        ("urgency:1..4", [1]),
        ("not is:urgent", [2, 3, 4, 5, 6]),
        ("language:FR", [3]),
        ("story:3", [1, 2]),
        ("story:this", []),
        ("story:12999999999999999999999", []),
        pytest.param(f"story:{'1' * 5000}", [], id="a story of 5,000 digits"),
        ("near:sea", [2]),
        ("near:nowhere", []),
    ],
)
def test_a_query_finds(desk_of_articles: Catalogue, query: str, numbers: list[int]) -> None:
    assert found(desk_of_articles, query) == numbers


def test_this_story_is_that_of_the_cursor(desk_of_articles: Catalogue) -> None:
    assert found(desk_of_articles, "story:this", story=3) == [1, 2]


def test_a_percent_sign_in_an_unspaced_script_is_only_a_sign(desk_of_articles: Catalogue) -> None:
    assert found(desk_of_articles, "東%地") == []


def test_a_second_copy_of_one_text_is_a_copy(
    catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds
) -> None:
    file_articles(writer, [ARTICLES[0], ARTICLES[0], ARTICLES[1]])
    assert found(catalogue, "is:copy") == [2]


@pytest.mark.parametrize(
    ("query", "at", "words"),
    [
        ("fire is:unraed", 8, "did you mean “unread”"),
        ("date:soon", 5, "2025-08-07"),
        ("a or (b age:old)", 12, "<6h"),
        ("-words:many", 7, "<400"),
        ("story:that", 6, "“this”, or a number"),
    ],
)
def test_a_value_that_makes_no_sense_is_complained_about(query: str, at: int, words: str) -> None:
    complaint = condition_of(query)
    assert isinstance(complaint, Complaint)
    assert complaint.at == at
    assert words in complaint.text


TERMS = st.sampled_from(["fire", "sea", "is:unread", "is:spiked", "words:>100", '"fire at"', "x"])
QUERIES = st.recursive(
    TERMS,
    lambda part: st.one_of(
        st.builds("({} or {})".format, part, part),
        st.builds("({} {})".format, part, part),
        st.builds("not ({})".format, part),
    ),
    max_leaves=6,
)


READ_ONLY = [HealthCheck.function_scoped_fixture]


@settings(max_examples=60, deadline=None, suppress_health_check=READ_ONLY)
@given(one=QUERIES, other=QUERIES)
def test_or_and_and_not_are_those_of_sets(
    desk_of_articles: Catalogue, one: str, other: str
) -> None:
    def numbers(query: str) -> set[int]:
        return set(found(desk_of_articles, query))

    assert numbers(f"({one}) or ({other})") == numbers(one) | numbers(other)
    assert numbers(f"({one}) ({other})") == numbers(one) & numbers(other)
    assert numbers(f"-({one})") == numbers("") - numbers(one)
