from __future__ import annotations

import numpy as np
import pytest

from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.vectors import Vectors, vectors_of
from copytaster.stories.index.weights import MOST_TERMS, weighed
from stories.newsroom import FERRY, FERRY_TEXT, VOTE, VOTE_TEXT, invented, term_of

TEXTS = [(FERRY, FERRY_TEXT), ("", ""), (VOTE, VOTE_TEXT)]


def strength(vectors: Vectors, word: str, row: int = 0) -> float:
    one = vectors.at([row])
    place = np.flatnonzero(one.terms == term_of(word))
    return float(one.strengths[place[0]])


def test_each_article_names_each_of_its_terms_once_in_order() -> None:
    vectors = vectors_of(TEXTS)
    for row in range(len(vectors)):
        terms = vectors.at([row]).terms.tolist()
        assert terms == sorted(set(terms))


def test_an_article_without_words_has_an_empty_vector() -> None:
    assert len(vectors_of(TEXTS).at([1]).terms) == 0


def test_the_lede_is_heard_louder_than_the_end() -> None:
    vectors = vectors_of([("", "harbour " + "filler word " * 200 + "sandbank")])
    assert strength(vectors, "harbour") > 1.5 * strength(vectors, "sandbank")


def test_names_are_heard_louder_than_words() -> None:
    vectors = vectors_of([("", "Marigold marooned")])
    assert strength(vectors, "Marigold") == pytest.approx(1.3 * strength(vectors, "marooned"), 0.02)


def test_a_word_of_the_title_is_heard_louder() -> None:
    vectors = vectors_of([("sandbank", "harbour")])
    assert strength(vectors, "sandbank") == pytest.approx(1.6 * strength(vectors, "harbour"), 0.02)


def test_repeating_a_word_helps_less_each_time() -> None:
    once, twice, often = (
        strength(vectors_of([("", " ".join(["fog"] * times))]), "fog") for times in (1, 2, 20)
    )
    assert once < twice < often < 4 * once


def test_vectors_are_the_same_in_one_batch_and_in_many() -> None:
    whole = vectors_of(TEXTS)
    parts = Vectors.joined([vectors_of([text]) for text in TEXTS])
    assert whole.bounds.tolist() == parts.bounds.tolist()
    assert whole.terms.tolist() == parts.terms.tolist()
    assert whole.strengths.tolist() == parts.strengths.tolist()


def test_articles_can_be_taken_out_and_picked() -> None:
    vectors = vectors_of(TEXTS)
    kept = vectors.only(np.array([True, False, True]))
    picked = vectors.at([0, 2])
    assert kept.bounds.tolist() == picked.bounds.tolist()
    assert kept.terms.tolist() == picked.terms.tolist()
    assert len(Vectors.joined([])) == len(vectors.at([])) == 0


def test_the_words_of_each_chunk_are_shown_in_passing() -> None:
    seen: list[int] = []
    vectors_of(TEXTS, lambda tokens: seen.append(len(tokens.term)))
    assert sum(seen) > 0


def test_what_one_article_alone_says_weighs_half() -> None:
    texts = [("", "fog harbour"), ("", "fog sandbank"), *[("", "tram")] * 20]
    rarity = Rarity.counted(vectors_of(texts))
    fog, harbour = rarity.of(np.array([term_of("fog"), term_of("harbour")], np.uint32))
    assert 0.4 * fog < harbour < 0.7 * fog


def test_the_rarer_a_word_the_more_it_weighs() -> None:
    vectors = vectors_of([("", "fog harbour"), ("", "fog harbour"), ("", "fog"), ("", "fog")])
    fog, harbour = Rarity.counted(vectors).of(np.array([term_of("fog"), term_of("harbour")]))
    assert 0 < fog < harbour


def test_counting_in_steps_is_counting_at_once() -> None:
    whole, stepwise = Rarity.counted(vectors_of(TEXTS)), Rarity()
    for text in TEXTS:
        stepwise.add(vectors_of([text]))
    assert stepwise.articles == whole.articles
    assert (stepwise.counts == whole.counts).all()


def test_weighed_articles_have_unit_length() -> None:
    vectors = vectors_of([TEXTS[0], TEXTS[0], TEXTS[1]])
    unit = weighed(vectors, Rarity.counted(vectors).of(vectors.terms))
    lengths = [float(np.sum(unit.row(row)[1] ** 2)) for row in range(3)]
    assert lengths == pytest.approx([1.0, 1.0, 0.0], abs=1e-5)


def test_only_the_heaviest_terms_of_a_long_article_are_kept() -> None:
    text = " ".join(invented(number) for number in range(300))
    vectors = vectors_of([("", text), ("", text)])
    unit = weighed(vectors, Rarity.counted(vectors).of(vectors.terms))
    assert MOST_TERMS <= len(unit.row(0)[0]) < MOST_TERMS + 20
