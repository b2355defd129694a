from __future__ import annotations

import random
import string

import numpy as np
import pytest

from copytaster.stories.index.document import Document
from copytaster.stories.index.index import FEWEST_TO_MEND_BY
from copytaster.stories.index.mending import MOST_MENDED, Mender
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.terms import tokens_of
from copytaster.stories.index.vectors import vectors_of
from copytaster.stories.index.vocabulary import Vocabulary
from stories.newsroom import FERRY, FERRY_TEXT, crowd, desk_copy, document, newsroom, term_of


def mender_of(*texts: str) -> Mender:
    """A mender that has met these texts twice."""
    vocabulary = Vocabulary()
    vocabulary.note(tokens_of([("", text) for text in texts]))
    return Mender.of(vocabulary, Rarity.counted(vectors_of([("", text) for text in texts * 2])))


def spoilt(text: str, share: float, seed: int = 1) -> str:
    """A text of which a share of the letters is another letter."""
    draw = random.Random(seed)
    return "".join(
        draw.choice(string.ascii_lowercase) if each.isalpha() and draw.random() < share else each
        for each in text
    )


@pytest.mark.parametrize(
    ("spoilt", "word"),
    [
        (b"sandbamk", "sandbank"),
        (b"pasengers", "passengers"),
        (b"boatz", "boats"),
        (b"insepct", "inspect"),
    ],
)
def test_a_spoilt_word_is_mended(spoilt: bytes, word: str) -> None:
    assert mender_of(FERRY_TEXT).mended(spoilt) == term_of(word)


@pytest.mark.parametrize("word", [b"xylophone", b"zzzz", b"gradovar", "музыка".encode()])
def test_a_word_like_no_other_stays(word: bytes) -> None:
    assert mender_of(FERRY_TEXT).mended(word) is None


def test_nothing_is_mended_by_words_that_one_article_has_alone() -> None:
    vocabulary = Vocabulary()
    vocabulary.note(tokens_of([("", FERRY_TEXT)]))
    once = Mender.of(vocabulary, Rarity.counted(vectors_of([("", FERRY_TEXT)])))
    assert once.mended(b"sandbamk") is None


def test_a_vocabulary_holds_each_word_once_and_comes_back_as_one_piece() -> None:
    vocabulary = Vocabulary()
    for _ in range(2):
        vocabulary.note(tokens_of([("", FERRY_TEXT), ("", "Müller sailed, müller sailed")]))
    terms, lengths, letters = vocabulary.piece()
    assert len(np.unique(terms)) == len(terms) == len(lengths)
    assert lengths.sum() == len(letters)
    again = Vocabulary.of(terms, lengths, letters)
    again.note(tokens_of([("", FERRY_TEXT)]))
    assert len(again.piece()[0]) == len(terms)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [*desk_copy(), *crowd(FEWEST_TO_MEND_BY)]


def test_a_spoilt_text_finds_its_story_as_a_clean_one_does(documents: list[Document]) -> None:
    related = newsroom(*documents)
    scanned = document("scan", spoilt(FERRY, 0.12), spoilt(FERRY_TEXT, 0.12))
    found = related.related_to(scanned)
    assert {each.key for each in found[:2]} == {"ferry", "retold"}
    plain = vectors_of([(scanned.title, scanned.text)])
    known = related.index.rarity.counts
    mended = related.index.mended(scanned)
    assert (known[mended.terms] > 1).sum() > (known[plain.terms] > 1).sum()


def test_a_clean_text_is_left_as_it_is(documents: list[Document]) -> None:
    index = newsroom(*documents).index
    own = vectors_of([(FERRY, FERRY_TEXT)])
    mended = index.mended(document("other", FERRY, FERRY_TEXT))
    assert mended.terms.tolist() == own.terms.tolist()


def test_the_price_of_a_long_noisy_text_is_bounded(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    monkeypatch.setattr(Mender, "mended", lambda _, word: asked.append(word))
    noise = " ".join(spoilt("abcdefgh", 1.0, seed) for seed in range(500))
    newsroom(*documents).index.mended(document("noise", "", noise))
    assert len(asked) == MOST_MENDED
