from dataclasses import replace

import pytest
from rich.cells import cell_len

from copytaster.desk.words.rows import Row, Verdict
from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.looks import Look, plain_text
from copytaster.presentation.rows import RowStyle, row_line, title_look

NOON = 1_789_387_200.0

STORY = (("Norwire", 4), ("dpa", 2), ("Harbour Gazette", 1))

ROW = Row(
    number=1,
    id="fire",
    title="Harbour fire is out",
    title_derived=False,
    source="Norwire",
    date="2026-09-14",
    moment=NOON - 7200,
    dated=True,
    urgency=5,
    status="usable",
    slug="harbour-fire",
    take=None,
    embargo=None,
    words=300,
    folded=0,
    problem=None,
    path="fire.txt",
    part=0,
    story=None,
    verdict=None,
    flagged=False,
    read=False,
    tags=(),
)


def shown(row: Row, width: int = 80) -> str:
    return plain_text(row_line(row, RowStyle(width, NOON, UNICODE)))


@pytest.mark.parametrize("width", [20, 38, 43, 44, 59, 60, 80, 160])
@pytest.mark.parametrize(
    "title", ["Harbour fire is out", "港湾の火災が鎮火 " * 20, "", "e\u0301" * 90]
)
def test_a_row_is_exactly_as_wide_as_its_pane(width, title):
    assert cell_len(shown(replace(ROW, title=title), width)) == width


def test_a_wide_row_shows_age_source_and_title():
    assert shown(ROW).split() == ["●", "2h", "Norwire", "Harbour", "fire", "is", "out"]


def test_a_narrow_row_leaves_out_the_source_first_then_the_age():
    assert "Norwire" not in shown(ROW, 50)
    assert "2h" in shown(ROW, 50)
    assert "2h" not in shown(ROW, 34)


def test_a_verdict_has_its_sign():
    assert shown(replace(ROW, verdict=Verdict.KEPT)).startswith("✓")
    assert shown(replace(ROW, verdict=Verdict.SPIKED)).startswith("✗")


def test_a_flag_stands_beside_the_state():
    assert shown(replace(ROW, flagged=True)).startswith("●⚑")


def test_what_was_read_has_no_dot():
    assert shown(replace(ROW, read=True)).startswith("  ")


def test_a_kill_cannot_be_overlooked():
    row = replace(ROW, status="canceled")
    assert shown(row).endswith("KILL")
    assert title_look(row) is Look.URGENT


def test_an_embargo_is_marked_with_what_is_left_of_it():
    assert shown(replace(ROW, embargo="2026-09-20")).endswith("EMBARGO 6d")
    assert shown(replace(ROW, embargo="after the ceremony")).endswith("EMBARGO")
    assert "EMBARGO" not in shown(replace(ROW, embargo="2026-09-14"))


def test_a_new_version_of_what_was_spiked_is_marked():
    assert shown(replace(ROW, returned="new take of a spiked story")).endswith("BACK")


def test_a_take_is_named_at_the_end():
    assert shown(replace(ROW, take="UPDATE 2")).endswith("UPDATE 2")


def test_a_take_that_the_title_names_is_not_named_twice():
    row = replace(ROW, take="UPDATE 2", title="UPDATE 2-Harbour fire is out")
    assert shown(row).count("UPDATE 2") == 1


def test_an_escape_in_a_title_or_source_is_drawn_as_a_sign():
    assert "\x1b" not in shown(replace(ROW, title="\x1b[2J", source="\x1b]0;x"))


def test_a_newline_in_a_title_does_not_break_the_row():
    assert "\n" not in shown(replace(ROW, title="two\nlines"))


def test_a_row_that_stands_for_a_story_says_who_tells_it():
    line = row_line(ROW, RowStyle(150, NOON, UNICODE), told_by=STORY)
    assert plain_text(line).endswith("Norwire ×4, dpa ×2, Harbour Gazette")
    assert cell_len(plain_text(line)) == 150


def test_sources_without_room_are_counted_and_so_are_those_without_a_name():
    narrow = plain_text(row_line(ROW, RowStyle(60, NOON, UNICODE), told_by=STORY))
    assert narrow.endswith("Norwire ×4 +2")
    least = plain_text(row_line(ROW, RowStyle(30, NOON, UNICODE), told_by=STORY))
    assert least.endswith(" ×7")
    assert (cell_len(narrow), cell_len(least)) == (60, 30)
    assert plain_text(row_line(ROW, RowStyle(80, NOON, UNICODE), told_by=(("", 3),))).endswith(
        " ×3"
    )


def test_a_story_of_one_is_a_row_like_any_other():
    style = RowStyle(80, NOON, UNICODE)
    assert row_line(ROW, style, told_by=(("Norwire", 1),)) == row_line(ROW, style)


def test_tags_and_the_sign_of_a_note_stand_behind_the_title():
    marked = replace(ROW, tags=("flood", "sea"), note="ask Bo")
    assert plain_text(row_line(marked, RowStyle(80, NOON, UNICODE))).endswith(" #flood #sea ✎")
    many = replace(ROW, tags=tuple(f"tag-{n}" for n in range(9)))
    assert plain_text(row_line(many, RowStyle(80, NOON, UNICODE))).endswith(" #9")
