"""The story page in lines: nothing is wider than the pane, each stop leads to an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytaster.desk.words.story_page import (
    Answer,
    Doubt,
    OneText,
    Outlet,
    Quote,
    StoryPage,
    Take,
)
from copytaster.presentation.glyphs import ASCII, UNICODE
from copytaster.presentation.looks import plain_text
from copytaster.presentation.story_claims import around
from copytaster.presentation.story_page import story_head, story_lines, story_view
from copytaster.presentation.wrap import width_of
from copytaster.stories.comparing.differences import Matter
from presentation.test_rows import ROW

HOUR = 3_600.0
SEVEN = 1_789_369_200.0
ROWS = [
    replace(ROW, number=1, title="Mill burns", source="Norwire", story=7, moment=SEVEN),
    replace(ROW, number=2, title="Mill fire: fifteen dead", source="Ledger", story=7),
    replace(ROW, number=3, title="A goose is safe", source=None, story=7),
]
PAGE = StoryPage(
    story=7,
    takes=(
        Take(1, SEVEN, True, 4, 4),
        Take(2, SEVEN + 2 * HOUR, True, 6, 2),
        Take(3, SEVEN + 24 * HOUR, False, 5, 0),
    ),
    outlets=(
        Outlet("Norwire", 1, 1, 4, 4, None, 0.0),
        Outlet("Ledger", 2, 1, 6, 2, "Norwire", 0.67),
        Outlet(None, 3, 1, 5, 0, "Norwire", 1.0),
    ),
    one_text=OneText("Norwire", 3, 3),
    quotes=(Quote("We heard the beams go", (1, 2, 3)),),
    doubts=(
        Doubt("number", (Answer("12", "12 people died.", (1,)), Answer("15", "15 died.", (2,)))),
    ),
    compared=3,
)


def shown(page: StoryPage | None = PAGE, width: int = 90, glyphs=UNICODE) -> list[str]:
    return [plain_text(one.line) for one in story_lines(story_view(ROWS, page), width, glyphs)]


def test_the_timeline_tells_time_source_and_what_each_take_added():
    lines = shown()
    start = lines.index(" Timeline")
    first, second, third = lines[start + 1 : start + 4]
    assert "14 Sep 07:00" in first
    assert "Norwire" in first
    assert first.rstrip().endswith("+4")
    assert "09:00" in second
    assert "14 Sep" not in second
    assert "15 Sep" in third
    assert ":" not in third[:16]
    assert third.rstrip().endswith("0")


@pytest.mark.parametrize("matter", Matter)
def test_what_does_not_agree_stands_under_what_it_is_about(matter: Matter):
    doubt = Doubt(
        matter.value, (Answer("Borki", "In Borki.", (1,)), Answer("Orlino", "In O.", (2,)))
    )
    lines = shown(replace(PAGE, doubts=(doubt,)))
    at = next(at for at, line in enumerate(lines) if line.strip() == matter.value.capitalize())
    assert "Borki" in lines[at + 1]


def test_one_text_behind_many_sources_is_a_warning():
    assert any("3 sources, one text: Norwire" in line for line in shown())
    two = replace(PAGE, one_text=OneText("Norwire", 2, 3))
    assert not any("one text" in line for line in shown(two))


def test_who_differs_stands_beside_what_each_says():
    lines = shown()
    assert any("12  Norwire" in line for line in lines)
    assert any("15  Ledger" in line for line in lines)


def test_a_shared_quote_names_who_had_it_first():
    assert any("Norwire, 14 Sep 07:00, then Ledger, (not named)" in line for line in shown())


def test_of_several_without_an_outlet_each_has_a_number():
    rows = [replace(row, source=None) if row.number == 1 else row for row in ROWS]
    outlets = (replace(PAGE.outlets[0], name=None), *PAGE.outlets[1:])
    page = replace(PAGE, outlets=outlets)
    lines = [plain_text(one.line) for one in story_lines(story_view(rows, page), 90, UNICODE)]
    start = lines.index(" Timeline")
    assert "unnamed 1" in lines[start + 1]
    assert "unnamed 2" in lines[start + 3]
    assert any("unnamed 2" in line and "of 5 sentences" in line for line in lines)
    assert any("unnamed 1, 14 Sep 07:00, then Ledger, unnamed 2" in line for line in lines)


def test_before_the_page_is_known_the_timeline_stands_already():
    lines = shown(None)
    assert any("Mill fire: fifteen dead" in line for line in lines)
    assert any("comparing" in line for line in lines)
    assert any("comparing" in line for line in shown(replace(PAGE, doubts=None)))
    assert any("nothing that was found" in line for line in shown(replace(PAGE, doubts=())))


def test_outlets_that_were_not_compared_are_told():
    assert not any("were compared" in line for line in shown())
    some = shown(replace(PAGE, compared=2))
    assert any("the newest 2 outlets of 3 were compared" in line for line in some)


def test_the_head_counts_articles_and_sources():
    assert story_head(story_view(ROWS, PAGE)) == "3 articles, 3 sources"
    assert story_head(story_view(ROWS[:1], None)) == "1 article, 1 source"


@pytest.mark.parametrize("width", [1, 20, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_pane(width):
    for line in shown(width=width):
        assert width_of(line) <= max(width, 44)


def test_every_stop_leads_to_an_article_and_stops_are_numbered_in_order():
    lines = story_lines(story_view(ROWS, PAGE), 90, UNICODE)
    stops = [one.stop for one in lines if one.stop is not None]
    assert stops == sorted(stops)
    assert all((one.number is None) == (one.stop is None) for one in lines)


def test_in_ascii_the_picture_is_ascii():
    lines = shown(glyphs=ASCII)
    picture = lines[lines.index(" Timeline") - 3]
    assert picture.strip()
    assert picture.isascii()


def test_a_row_that_has_gone_is_left_out():
    view = story_view(ROWS[1:], PAGE)
    assert [take.number for take in view.takes] == [2, 3]
    assert story_lines(view, 90, UNICODE)


def test_a_long_sentence_is_told_from_where_the_claim_stands():
    sentence = "In the long and rainy night of Sunday the mill burned and 12 people died."
    assert around("12", sentence) == "… Sunday the mill burned and 12 people died."
    assert around("In the", sentence) == sentence
