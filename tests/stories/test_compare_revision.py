"""What a new version of an item changed, and what of an article was read before."""

from __future__ import annotations

import pytest

from copytaster.stories.comparing.novelty import (
    Acquaintance,
    Known,
    Source,
    novelty,
    share_new,
)
from copytaster.stories.comparing.revision import Rewrite, revision
from copytaster.wire.article import Article, Block, Role
from copytaster.wire.reading import read
from corpus.labels import SAMPLES

FIRST = (
    "Twelve people died when a mill burned in Ystermouth on Sunday, police said.",
    "The fire began in a drying room, the owner told local radio.",
    "Police said it was too early to name a cause.",
)
SECOND = (
    "Fifteen people died when a mill burned in Ystermouth on Sunday, police said.",
    "The fire began in a drying room, the owner told local radio.",
    "A night watchman was questioned until the morning.",
)
READ = {sentence: Source("first", "Mill burns", 60.0) for sentence in FIRST}


def version(*sentences: str, advisory: str | None = None) -> Article:
    note = (Block(Role.NOTE, advisory),) if advisory else ()
    blocks = tuple(Block(Role.BODY, sentence) for sentence in sentences)
    return Article("item", "item.txt", language="en", advisory=advisory, blocks=note + blocks)


def test_a_new_version_says_what_it_added_cut_and_changed() -> None:
    found = revision(version(*FIRST), version(*SECOND, advisory="(Updates toll, adds watchman)"))
    assert found.advisory == "(Updates toll, adds watchman)"
    assert found.added == (SECOND[2],)
    assert found.cut == (FIRST[2],)
    assert found.changed == (Rewrite(FIRST[0], SECOND[0]),)


def test_a_new_toll_stands_out() -> None:
    (toll,) = revision(version(*FIRST), version(*SECOND)).figures
    assert (toll.ours, toll.theirs) == ("Twelve", "Fifteen")


def test_the_same_version_changed_nothing() -> None:
    found = revision(version(*FIRST), version(*FIRST))
    assert (found.added, found.cut, found.changed, found.figures) == ((), (), (), ())
    assert found.advisory is None


def test_a_correction_of_the_sample_corpus_is_the_figure_that_it_corrects() -> None:
    (old,) = read(next(SAMPLES.glob("*harbour-fire_update2.txt"))) or ()
    (new,) = read(next(SAMPLES.glob("*harbour-fire_corrected.txt"))) or ()
    found = revision(old, new)
    assert "1,200 tonnes" in (found.advisory or "")
    assert [(one.ours, one.theirs) for one in found.figures] == [("12,000", "1,200")]
    assert found.added == ()
    assert len(found.changed) == 1


def test_a_copied_sentence_is_known_with_its_source() -> None:
    (found,) = novelty(["Police said that it was too early to name a cause."], READ)
    assert found.acquaintance is Acquaintance.KNOWN
    assert found.before == FIRST[2]
    assert found.source == Source("first", "Mill burns", 60.0)


def test_marks_and_house_style_do_not_make_a_sentence_new() -> None:
    (found,) = novelty(
        ["12 people died when a mill burned in Ystermouth on Sunday — police."], READ
    )
    assert found.acquaintance is Acquaintance.KNOWN


def test_other_words_for_it_are_only_similar() -> None:
    told = "On Sunday a mill in Ystermouth burned down and twelve people died in it."
    (found,) = novelty([told], READ)
    assert found.acquaintance is Acquaintance.SIMILAR
    assert found.before == FIRST[0]


@pytest.mark.parametrize(
    "sentence", ["A goose sat down on the runway.", "Police said.", "Yes.", ""]
)
def test_what_nobody_told_is_new(sentence: str) -> None:
    (found,) = novelty([sentence], READ)
    assert found.acquaintance is Acquaintance.NEW
    assert found.before is None
    assert found.source is None


def test_all_is_new_where_nothing_was_read() -> None:
    found = novelty(FIRST, {})
    assert [one.acquaintance for one in found] == [Acquaintance.NEW] * 3
    assert share_new(found) == 1


def test_nothing_of_a_reread_article_is_new() -> None:
    assert share_new(novelty(FIRST, READ)) == 0
    assert share_new([]) == 0


def test_the_share_that_is_new_counts_words_and_takes_similar_ones_as_new() -> None:
    found = novelty(SECOND, READ)
    assert [one.acquaintance for one in found] == [
        Acquaintance.KNOWN,
        Acquaintance.KNOWN,
        Acquaintance.NEW,
    ]
    words = [len(sentence.split()) for sentence in SECOND]
    assert share_new(found) == pytest.approx(words[2] / sum(words))


def test_sentences_made_ready_once_answer_as_often_as_asked() -> None:
    known = Known(READ)
    assert known.novelty(FIRST) == known.novelty(FIRST) == novelty(FIRST, READ)
    assert known.novelty([]) == []
