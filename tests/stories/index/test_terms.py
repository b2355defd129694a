from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.index.function_words import without_function_words
from copytaster.stories.index.terms import LONGEST_TEXT, Tokens, spelling, tokens_of
from stories.newsroom import term_of


def words(tokens: Tokens) -> list[str]:
    letters = tokens.letters.tobytes()
    spans = zip(tokens.start.tolist(), tokens.length.tolist(), strict=True)
    return [letters[start : start + length].decode() for start, length in spans]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("House", "house"),
        ("houses", "house"),
        ("Zürich", "Zurich"),
        ("U.S.", "US"),
        ("U.N.-backed", "UN"),
        ("12,000", "12000"),
        ("1,234,567", "1234567"),
        ("МОСКВА", "москва"),
    ],
)
def test_two_ways_to_write_a_word_are_one_term(one: str, other: str) -> None:
    assert tokens_of([("", one)]).term[0] == tokens_of([("", other)]).term[0]


@pytest.mark.parametrize(
    ("one", "other"), [("us", "uses"), ("pass", "pas"), ("virus", "viru"), ("Iran", "Iraq")]
)
def test_words_that_only_look_alike_are_two_terms(one: str, other: str) -> None:
    assert term_of(one) != term_of(other)


def test_dots_and_commas_that_end_something_part_words() -> None:
    assert words(tokens_of([("", "George W. Bush left. In 2003, he said 12,34.")])) == [
        "George", "Bush", "left", "In", "2003", "he", "said", "12", "34",
    ]  # fmt: skip


def test_typographic_quotes_and_dashes_part_words() -> None:
    assert words(tokens_of([("", "“Stop”—he said… the crew’s boat")])) == [
        "Stop", "he", "said", "the", "crew", "boat",
    ]  # fmt: skip


def test_scripts_without_spaces_give_pairs_of_characters() -> None:
    assert words(tokens_of([("", "港口火灾")])) == ["港口", "口火", "火灾"]


def test_words_of_the_title_are_marked() -> None:
    tokens = tokens_of([("Ferry aground", "Fog over Tessaly"), ("Vote", "Council")])
    marked = [word for word, heading in zip(words(tokens), tokens.heading, strict=True) if heading]
    assert marked == ["Ferry", "aground", "Vote"]
    assert tokens.article.tolist() == [0, 0, 0, 0, 0, 1, 1]


def test_the_title_keeps_its_bounds_where_dots_were_dropped_from_it() -> None:
    tokens = tokens_of([("U.S. ferry", "The U.S. coast")])
    assert tokens.heading.tolist() == [True, True, False, False, False]


def test_capitals_are_seen_before_they_are_folded() -> None:
    assert tokens_of([("", "Venn and venn")]).capital.tolist() == [True, False, False]


def test_what_stands_after_the_longest_text_is_not_read() -> None:
    tokens = tokens_of([("", "ab " * LONGEST_TEXT)])
    assert len(tokens.term) == LONGEST_TEXT // 3


def test_a_text_without_words_has_no_terms() -> None:
    assert len(tokens_of([("", ""), ("?", "— . ,")]).term) == 0


def test_a_spelling_is_what_its_term_sees() -> None:
    assert spelling(b"Ushakovs") == "ushakov"
    assert spelling(b"Moss") == "moss"


@pytest.mark.parametrize("sentence", ["the of and", "les des dans", "der die und", "на что"])
def test_function_words_are_left_out(sentence: str) -> None:
    assert len(without_function_words(tokens_of([("", sentence)])).term) == 0


def test_what_tells_a_story_stays_when_function_words_go() -> None:
    kept = without_function_words(tokens_of([("", "the ferry of Tessaly")]))
    assert words(kept) == ["ferry", "Tessaly"]


texts = st.text(st.sampled_from("abzAZsé 0129.,’“—\n港火ж"), max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_a_text_has_the_same_terms_in_any_company(batch: list[tuple[str, str]]) -> None:
    together = tokens_of(batch)
    for number, text in enumerate(batch):
        alone = tokens_of([text])
        here = together.article == number
        assert together.term[here].tolist() == alone.term.tolist()
        assert together.heading[here].tolist() == alone.heading.tolist()
        assert together.capital[here].tolist() == alone.capital.tolist()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_at_all_can_be_read(text: str) -> None:
    tokens = tokens_of([(text, text)])
    assert len(tokens.term) == len(tokens.start) == len(tokens.heading)
    assert (tokens.length > 1).all()
