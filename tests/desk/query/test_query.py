"""A query is read into a tree, or into a complaint that points at the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.query.language import And, Complaint, Name, Not, Or, Term, parse


def word(value: str, at: int = 0) -> Term:
    return Term(None, value, phrase=False, at=at)


def test_words_side_by_side_are_both_wanted() -> None:
    assert parse("harbour fire") == And((word("harbour"), word("fire", 8)))


def test_an_explicit_and_is_the_same() -> None:
    assert parse("harbour and fire") == And((word("harbour"), word("fire", 12)))


def test_or_binds_weaker_than_words_side_by_side() -> None:
    assert parse("a b or c") == Or((And((word("a"), word("b", 2))), word("c", 7)))


def test_brackets_group() -> None:
    assert parse("a (b or c)") == And((word("a"), Or((word("b", 3), word("c", 8)))))


def test_not_binds_to_what_follows_it() -> None:
    assert parse("not a b") == And((Not(word("a", 4)), word("b", 6)))


def test_a_leading_minus_is_not() -> None:
    assert parse("-spiked") == Not(word("spiked", 1))
    assert parse("not not a") == Not(Not(word("a", 8)))


def test_a_hyphen_within_a_word_is_part_of_it() -> None:
    assert parse("run-off") == word("run-off")


def test_quotes_make_one_phrase_and_take_words_of_the_language_as_words() -> None:
    assert parse('"and or not"') == Term(None, "and or not", phrase=True, at=0)
    assert parse("“harbour fire”") == Term(None, "harbour fire", phrase=True, at=0)


def test_a_phrase_that_is_still_being_typed_ends_with_the_query() -> None:
    assert parse('"harbour fi') == Term(None, "harbour fi", phrase=True, at=0)


def test_a_field_takes_the_value_after_its_colon() -> None:
    assert parse("source:reuters") == Term(Name.SOURCE, "reuters", phrase=False, at=7)
    assert parse('Title:"harbour fire"') == Term(Name.TITLE, "harbour fire", phrase=True, at=6)


def test_a_colon_in_an_address_makes_no_field() -> None:
    assert parse("https://wire.example") == word("https://wire.example")


def test_nothing_matches_everything() -> None:
    assert parse("") == And(())
    assert parse("   ") == And(())


@pytest.mark.parametrize(
    ("query", "at", "words"),
    [
        ("sorce:ap", 0, "did you mean “source”"),
        ("fire sorce:ap", 5, "no field “sorce”"),
        ("source:", 7, "“source:” wants a value"),
        ("source: ap", 7, "“source:” wants a value"),
        ("source:(ap)", 7, "“source:” wants a value"),
        ("(a or b", 0, "never closed"),
        ("a)", 1, "closes nothing"),
        ("a or", 4, "missing at the end"),
        ("not", 3, "missing at the end"),
        ("or a", 0, "missing before “or”"),
        ("a and or b", 6, "missing before “or”"),
        ("()", 1, "missing before “)”"),
        ("(" * 60 + "a", 50, "too much within"),
    ],
)
def test_a_wrong_query_is_complained_about_at_its_place(query: str, at: int, words: str) -> None:
    complaint = parse(query)
    assert isinstance(complaint, Complaint)
    assert complaint.at == at
    assert words in complaint.text
    assert str(complaint).startswith(f"at {at + 1}: ")


@given(st.text(alphabet='ab ()"“”-:\\nortdsuce', max_size=40))
def test_any_text_is_a_tree_or_a_complaint_within_it(query: str) -> None:
    answer = parse(query)
    if isinstance(answer, Complaint):
        assert 0 <= answer.at <= len(query)


@given(st.text(max_size=60))
def test_no_character_at_all_is_too_strange(query: str) -> None:
    parse(query)


def test_a_thousand_nots_are_too_many() -> None:
    assert isinstance(parse("not " * 5_000 + "a"), Complaint)
