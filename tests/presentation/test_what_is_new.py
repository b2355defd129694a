"""What is new, in words and looks: nothing of the text is lost, and nothing new is dimmed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.words.whats_new import Change, Known, Met, Occasion, WhatIsNew
from copytaster.presentation.article_copy import Mark, Passage, passages, set_passages
from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.looks import Look, plain_text
from copytaster.presentation.passed import Passed
from copytaster.presentation.rows import RowStyle, row_line
from copytaster.presentation.what_is_new import (
    change_remark,
    count_span,
    marks_of,
    met_words,
    share_words,
)
from copytaster.wire.article import Article, Block, Role
from presentation.test_rows import NOON, ROW

TEXT = "The pier burned. Nobody was hurt."
OCCASION = Occasion("Norwire", "Update 1", "Pier burns", NOON - 3_600)
FIRST = Met(1, 0, 16, Known.KNOWN, ((0, 16),), 0, "")
SECOND = Met(1, 17, 33, Known.SIMILAR, (), 0, "No one was injured there.")
NEWS = WhatIsNew(4, 3, 0.75, (SECOND, FIRST), (OCCASION,))


def article(text: str) -> Article:
    blocks = (Block(Role.TITLE, "Pier"), Block(Role.BODY, text))
    return Article("id", "a.txt", title="Pier", blocks=blocks)


def looks(text: str, news: WhatIsNew, width: int = 76) -> list[tuple[str, Look]]:
    shown = passages(article(text), UNICODE, opened=False, file_date=None, marks=marks_of(news))
    return [span for line, passage in set_passages(shown, width) for span in line if passage]


def test_known_words_are_dimmed_and_similar_ones_only_marked():
    found = looks(TEXT, NEWS)
    assert ("The pier burned.", Look.KNOWN) in found
    assert ("Nobody was hurt.", Look.SIMILAR) in found


def test_of_a_changed_sentence_only_the_changed_words_stand_out():
    changed = Met(1, 0, 16, Known.CHANGED, ((4, 8),), 0, "The mill burned.")
    found = looks(TEXT, replace(NEWS, met=(changed,)))
    assert ("pier", Look.CHANGED) in found
    assert not any(look is Look.KNOWN for _, look in found)


def test_marks_go_where_cleaning_moved_the_characters():
    found = looks("The\u200b pier burned. Nobody was hurt.", NEWS)
    assert not any(look in (Look.KNOWN, Look.SIMILAR) for _, look in found)


@given(
    st.text(alphabet="ab é漢字。 \n", max_size=120),
    st.lists(st.integers(0, 130), max_size=8),
    st.integers(1, 40),
)
def test_no_character_is_lost_or_moved_by_marks(text: str, edges: list[int], width: int):
    edges.sort()
    pairs = zip(edges[::2], edges[1::2], strict=False)
    marks = tuple(Mark(start, end, Look.KNOWN) for start, end in pairs)
    for shape in ("\n" in text, False):
        plain = Passage(text, Look.PLAIN, preformatted=shape)
        marked = replace(plain, marks=marks)
        lines = [plain_text(line) for line, _ in set_passages(iter([plain]), width)]
        assert [plain_text(line) for line, _ in set_passages(iter([marked]), width)] == lines


@pytest.mark.parametrize(
    ("news", "words"),
    [
        (None, ""),
        (WhatIsNew(), ""),
        (NEWS, "75% new"),
        (replace(NEWS, new=0, share=0.0), "nothing new"),
    ],
)
def test_the_share_that_is_new_in_words(news, words):
    assert share_words(news) == words


def test_a_row_counts_new_sentences_where_something_of_its_story_was_read():
    assert count_span(NEWS, wide=True) == ("3 new", Look.NEWS)
    assert count_span(NEWS, wide=False) == ("+3", Look.NEWS)
    assert count_span(replace(NEWS, new=0), wide=False) == ("+0", Look.MUTED)
    assert count_span(WhatIsNew(), wide=True) is None
    style = RowStyle(80, NOON, UNICODE)
    assert "3 new" in plain_text(row_line(ROW, style, NEWS))
    assert len(plain_text(row_line(ROW, style, NEWS))) == 80
    assert "new" not in plain_text(row_line(replace(ROW, read=True), style, NEWS))
    assert "new" not in plain_text(row_line(ROW, RowStyle(30, NOON, UNICODE), NEWS))


def test_a_version_says_in_one_line_what_it_changed():
    (remark,) = change_remark(Change((("12", "15"),), added=3, cut=1, changed=0))
    assert remark.text == "Since the version you read: 12 → 15 · 3 added, 1 cut"
    (mark,) = remark.marks
    assert remark.text[mark.start : mark.end] == "12 → 15"
    assert mark.look is Look.URGENT
    assert list(change_remark(None)) == []
    (figures,) = change_remark(Change((("12", "15"),), 0, 0, 0))
    assert figures.text == "Since the version you read: 12 → 15"


def test_where_it_was_read_is_said_of_a_paragraph():
    told = met_words(NEWS, 1, NOON)
    assert "read in Norwire, Update 1, 11:00" in told
    assert "similar to Norwire, Update 1, 11:00: “No one was injured there.”" in told
    assert met_words(NEWS, 2, NOON) == ""


def test_another_day_is_said_with_its_date():
    told = met_words(replace(NEWS, met=(FIRST,)), 1, NOON + 86_400)
    assert told == "read in Norwire, Update 1, 14 Sep 11:00"


def test_a_page_at_a_time_is_passed_and_a_leap_is_not():
    passed = Passed()
    passed.scroll(0, 10, page=20)
    assert passed.line == 10
    passed.scroll(10, 200, page=20)
    passed.scroll(200, 201, page=20)
    assert passed.line == 10
    assert passed.joins(30, page=20)
    assert not passed.joins(31, page=20)
    passed.scroll(30, 12, page=20)
    assert passed.line == 10
