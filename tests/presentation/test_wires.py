"""The wires as lines: columns that stand under their names at every width."""

import pytest

from copytaster.desk.lists.wires import PARTS, Span, Wire, Wires
from copytaster.presentation.glyphs import ASCII, UNICODE
from copytaster.presentation.looks import Look, plain_text
from copytaster.presentation.wires import ROOMY, sum_line, wire_line, wires_head

NOON = 1_789_387_200.0
QUIET = Wire("Norwire", (0,) * (PARTS - 1) + (3,), NOON - 7_200, 2, 1, 0, True)
NAMELESS = Wire("", (1,) * PARTS, NOON, 24, 0, 0, False)
WIRES = Wires(Span.DAY, NOON, (NAMELESS, QUIET))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_number_of_articles_stands_under_its_name(width):
    end = plain_text(wires_head(WIRES, width, UNICODE)).index("articles") + len("articles")
    for line in (wire_line(QUIET, WIRES, width, UNICODE), sum_line(WIRES, width, UNICODE)):
        assert plain_text(line)[:end].split()[-1] in ("3", "27")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_line_is_never_wider_than_the_pane(width):
    for wire in WIRES.wires:
        assert len(plain_text(wire_line(wire, WIRES, width, ASCII))) <= width


def test_a_quiet_wire_says_so_in_words():
    assert "quiet" in plain_text(wire_line(QUIET, WIRES, 120, UNICODE))


def test_where_there_is_no_room_for_words_a_sign_says_that_a_wire_is_quiet():
    assert ("     ⚑2h", Look.FLAGGED) in wire_line(QUIET, WIRES, 80, UNICODE)
    assert ("     !2h", Look.FLAGGED) in wire_line(QUIET, WIRES, 80, ASCII)


def test_a_narrow_pane_leaves_out_what_was_used():
    assert "kept" not in plain_text(wires_head(WIRES, ROOMY - 1, UNICODE))


def test_articles_without_a_source_are_a_wire_too():
    assert "(no source named)" in plain_text(wire_line(NAMELESS, WIRES, 120, UNICODE))
