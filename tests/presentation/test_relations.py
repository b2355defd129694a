from dataclasses import replace

from rich.cells import cell_len

from copytaster.desk.words.rows import Related
from copytaster.presentation.glyphs import ASCII, UNICODE, bar
from copytaster.presentation.looks import plain_text
from copytaster.presentation.relations import (
    Relative,
    apart,
    compact_lines,
    grouped,
    roomy_lines,
    spread,
)
from presentation.test_rows import ROW


def relative(number: int, score: float, kind: str, apart: str = "2 h before") -> Relative:
    row = replace(ROW, number=number, title=f"Story {number}")
    related = Related(number, score, kind, ("names: Holm, Varga", "same slug"))
    return Relative(row, related, apart)


SAME = relative(1, 0.62, "same story")
COPY = relative(2, 0.91, "copy")
BACKGROUND = relative(3, 0.7, "background")


def test_kinds_come_in_their_order_and_the_best_first_within_each():
    lesser = relative(4, 0.5, "same story")
    assert grouped([BACKGROUND, lesser, SAME, COPY]) == [COPY, SAME, lesser, BACKGROUND]


def test_each_kind_has_one_heading():
    lines = [plain_text(each.line) for each in roomy_lines([COPY, SAME], 40, UNICODE)]
    assert [line.strip() for line in lines if line.startswith(" The")] == [
        "The same text",
        "The same story",
    ]


def test_an_entry_shows_score_source_distance_and_reasons():
    text = "\n".join(plain_text(each.line) for each in roomy_lines([SAME], 50, UNICODE))
    assert "▰▰▰▱▱ 62" in text
    assert "Norwire · 2 h before" in text
    assert "names: Holm, Varga; same slug" in text


def test_headings_belong_to_no_story():
    lines = list(roomy_lines([SAME], 40, UNICODE))
    assert lines[0].place is None
    assert {each.place for each in lines[1:]} == {0}


def test_a_low_pane_has_one_line_a_story():
    lines = list(compact_lines([COPY, SAME], 80, UNICODE))
    assert [each.place for each in lines] == [0, 1]
    assert "Story 2" in plain_text(lines[0].line)


def test_no_line_is_wider_than_the_pane():
    for width in (24, 40, 80):
        for lines in (roomy_lines, compact_lines):
            made = [plain_text(each.line) for each in lines([COPY, SAME], width, UNICODE)]
            assert all(cell_len(line) <= width for line in made)


def test_a_bar_has_as_many_cells_as_asked_for():
    assert bar(0.0, 5, UNICODE) == "▱▱▱▱▱"
    assert bar(1.2, 5, UNICODE) == "▰▰▰▰▰"


def test_two_moments_are_hours_apart():
    later = replace(ROW, date="2026-09-14T12:00:00+00:00", moment=ROW.moment + 7200)
    assert apart(replace(ROW, date="2026-09-14T10:00:00+00:00"), later) == "2 h after"


def test_a_day_and_a_moment_of_it_are_the_same_day():
    late = replace(ROW, date="2026-09-14T23:58:00+00:00", moment=ROW.moment + 43000)
    assert apart(ROW, late) == "same day"


def test_days_are_counted_by_the_calendar():
    assert apart(ROW, replace(ROW, moment=ROW.moment + 2 * 86400)) == "2 d after"


def test_the_time_of_a_file_is_no_distance():
    assert apart(ROW, replace(ROW, dated=False)) == ""


def test_the_spread_of_scores_has_a_cell_for_each_tenth():
    assert spread([0.95, 0.99, 1.0, 0.31], UNICODE) == "0    ▃     █ 100"
    assert spread([0.05, 0.05], ASCII) == "0 @          100"


def test_where_neither_source_nor_distance_is_known_no_separator_stands_alone():
    lone = replace(COPY, row=replace(COPY.row, source=None), apart="")
    (line,) = compact_lines([lone], 80, UNICODE)
    assert plain_text(line.line).rstrip().endswith("copy")
