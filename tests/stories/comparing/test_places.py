"""Sentences are found again where they stand, and what was read ends with a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copytaster.stories.comparing.places import in_block, placed_sentences, told_up_to
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.wire.article import Article, Block, Role
from copytaster.wire.told import letters_of

FIRST = "The pier burned. Nobody was hurt."
SECOND = "A goose was saved."


def article(*texts: str) -> Article:
    blocks = [Block(Role.BODY, text) for text in texts]
    return Article("id", "a.txt", blocks=(Block(Role.TITLE, "Pier burns"), *blocks))


def test_each_sentence_is_found_in_its_block():
    found = placed_sentences(FIRST)
    assert [FIRST[one.start : one.end] for one in found] == ["The pier burned.", "Nobody was hurt."]


def test_a_sentence_that_is_broken_over_lines_is_found_too():
    text = "The pier\nburned.  Nobody   was hurt."
    found = placed_sentences(text)
    assert text[found[-1].start : found[-1].end] == "Nobody   was hurt."


def test_a_span_of_a_sentence_is_found_in_its_block_however_it_is_broken():
    text = "Nobody came.  The pier   burned."
    placed = placed_sentences(text)[-1]
    start, end = in_block(text, placed, (4, len("The pier burned")))
    assert text[start:end] == "pier   burned"


@given(st.text(alphabet="ab .!?\n\t“”「」。é", max_size=80))
def test_places_hold_the_letters_of_their_sentence_and_none_is_lost(text: str):
    found = placed_sentences(text)
    assert [one.sentence for one in found] == news_sentences(text)
    for one in found:
        assert text[one.start : one.end].split() == one.sentence.split()


def test_letters_are_all_but_blanks():
    assert letters_of(" The pier\nburned. ") == 14


def test_what_was_read_ends_with_a_whole_sentence():
    told = article(FIRST, SECOND)
    assert told_up_to(told, 13) == ""
    assert told_up_to(told, 14) == "The pier burned."
    assert told_up_to(told, letters_of(FIRST)) == FIRST
    assert told_up_to(told, letters_of(FIRST) + 3) == FIRST
    assert told_up_to(told, 1_000) == f"{FIRST}\n{SECOND}"


def test_folded_and_suspect_lines_were_not_read():
    blocks = (
        Block(Role.LINK, "Explore"),
        Block(Role.BODY, SECOND),
        Block(Role.BODY, "x", None, True),
    )
    assert told_up_to(Article("id", "a.txt", blocks=blocks), 1_000) == SECOND
