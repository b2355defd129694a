"""What of an article was read before: copies are known, a changed fact never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.stories.comparing.novelty import Acquaintance, copy_of, novelty, share_new
from copytaster.stories.comparing.shelf import Shelf

FIRST = (
    "Twelve people died when a mill burned in Ystermouth on Sunday, police said.",
    "The fire began in a drying room, the owner told local radio.",
    "Police said it was too early to name a cause.",
)
READ = Shelf(FIRST)


def how(sentence: str, *read: str) -> Acquaintance:
    (found,) = novelty([sentence], Shelf(read or FIRST))
    return found.acquaintance


def marked(sentence: str, *read: str) -> list[str]:
    (found,) = novelty([sentence], Shelf(read or FIRST))
    return [sentence[start:end] for start, end in found.spans]


def test_a_copied_sentence_is_known_by_the_one_read_before() -> None:
    (found,) = novelty(["Police said that it was too early to name a cause."], READ)
    assert found.acquaintance is Acquaintance.KNOWN
    assert READ.sentences[found.before or 0] == FIRST[2]


def test_what_stands_there_word_for_word_is_known_whole() -> None:
    assert marked(FIRST[1]) == [FIRST[1]]


def test_marks_and_house_style_do_not_make_a_sentence_new() -> None:
    told = "12 people died when a mill burned in Ystermouth on Sunday — police."
    assert how(told) is Acquaintance.KNOWN


@pytest.mark.parametrize(
    ("sentence", "changed"),
    [
        (FIRST[0].replace("Twelve", "Fifteen"), ["Fifteen"]),
        (FIRST[0].replace("Twelve", "15"), ["15"]),
        (FIRST[0].replace("Ystermouth", "Gradovar"), ["Gradovar"]),
        (FIRST[0].replace("Sunday", "Monday"), ["Monday"]),
        (FIRST[2].replace("Police", "Prosecutors"), ["Prosecutors"]),
    ],
)
def test_a_copy_with_another_figure_name_or_day_is_news(sentence: str, changed: list[str]) -> None:
    assert how(sentence) is Acquaintance.CHANGED
    assert marked(sentence) == changed


def test_figures_that_change_places_are_news() -> None:
    before = "The storm killed 3 people and injured 12 others on the coast."
    assert how("The storm killed 12 people and injured 3 others on the coast.", before) is (
        Acquaintance.CHANGED
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The minister said he would resign.", "The minister said he would not resign."),
        ("The minister did say why he left.", "The minister didn’t say why he left."),
        ("The mill was not insured, he said.", "The mill was insured, he said."),
        ("At least 12 people died in the mill.", "12 people died in the mill."),
    ],
)
def test_a_sentence_that_is_turned_round_is_news(before: str, after: str) -> None:
    assert how(after, before) is Acquaintance.CHANGED


def test_another_spelling_of_a_name_is_no_news() -> None:
    before = "President Volodymyr Zelensky said the talks would go on for a week."
    assert how(before.replace("Zelensky", "Zelenskyy"), before) is Acquaintance.KNOWN


def test_the_words_that_a_copy_has_of_its_own_stay_out_of_what_is_known() -> None:
    sentence = "The fire began in a drying room upstairs, the owner told local radio."
    assert how(sentence) is Acquaintance.KNOWN
    assert "upstairs" not in " ".join(marked(sentence))
    assert marked(sentence)[0] == "The fire began in a drying room"


def test_a_dateline_of_its_own_stays_out_of_what_is_known() -> None:
    sentence = f"GRADOVAR, Sept 18 (Norwire) - {FIRST[1]}"
    assert marked(sentence) == [FIRST[1]]


def test_what_was_read_last_counts_where_a_figure_comes_back() -> None:
    fifteen = FIRST[0].replace("Twelve", "Fifteen")
    assert how(FIRST[0], FIRST[0], fifteen) is Acquaintance.CHANGED
    assert how(fifteen, FIRST[0], fifteen) is Acquaintance.KNOWN


def test_other_words_for_it_are_only_similar() -> None:
    told = "On Sunday a mill in Ystermouth burned down and twelve people died in it."
    (found,) = novelty([told], READ)
    assert found.acquaintance is Acquaintance.SIMILAR
    assert READ.sentences[found.before or 0] == FIRST[0]
    assert found.spans == ()


@pytest.mark.parametrize(
    "sentence", ["A goose sat down on the runway.", "Police said.", "Yes.", "", "…"]
)
def test_what_nobody_told_is_new(sentence: str) -> None:
    (found,) = novelty([sentence], READ)
    assert found.acquaintance is Acquaintance.NEW
    assert found.before is None


def test_copies_are_found_where_words_are_not_parted() -> None:
    before = "港の爆発で四人が死亡し、警察が原因を調べている。"
    assert how(before.replace("調べている", "調べています"), before) is Acquaintance.KNOWN


def test_all_is_new_where_nothing_was_read() -> None:
    found = novelty(FIRST, Shelf())
    assert [one.acquaintance for one in found] == [Acquaintance.NEW] * 3
    assert share_new(found) == 1


def test_nothing_of_a_reread_article_is_new() -> None:
    assert share_new(novelty(FIRST, READ)) == 0
    assert share_new([]) == 0


def test_the_share_that_is_new_counts_words_and_takes_similar_and_changed_as_new() -> None:
    second = (FIRST[0].replace("Twelve", "Fifteen"), FIRST[1], "A watchman was questioned.")
    found = novelty(second, READ)
    words = [len(sentence.split()) for sentence in second]
    assert share_new(found) == pytest.approx(1 - words[1] / sum(words))


def test_a_copy_on_the_shelf_has_every_fact() -> None:
    assert copy_of(FIRST[1], READ) == 1
    assert copy_of(FIRST[0].replace("Twelve", "Fifteen"), READ) is None


def test_a_shelf_holds_each_wording_once() -> None:
    shelf = Shelf([*FIRST, FIRST[0]])
    assert len(shelf) == 3
    assert shelf.put(FIRST[1]) == shelf.number_of(FIRST[1]) == 1
    assert shelf.number_of("Nobody said this.") is None


@given(st.lists(st.text(max_size=60), max_size=6), st.lists(st.text(max_size=60), max_size=6))
def test_whatever_the_text_spans_lie_in_it_and_in_order(read: list[str], told: list[str]) -> None:
    for one in novelty([*told, *read], Shelf(read)):
        edges = [edge for span in one.spans for edge in span]
        assert edges == sorted(edges)
        assert not edges or (edges[0] >= 0 and edges[-1] <= len(one.sentence))
