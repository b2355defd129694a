"""How many colours the terminal is given."""

import pytest

from copytaster.terminal.depth import Depth, colour_depth, tell_textual


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Depth.TRUE),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, Depth.TRUE),
        ({"TERM": "xterm-kitty"}, Depth.TRUE),
        ({"TERM": "xterm-direct"}, Depth.TRUE),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, Depth.TRUE),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, Depth.EIGHT_BIT),
        ({"TERM": "screen-256color"}, Depth.EIGHT_BIT),
        ({"TERM": "linux"}, Depth.SIXTEEN),
        ({"TERM": "xterm"}, Depth.SIXTEEN),
        ({"TERM": "vt100"}, Depth.NONE),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, Depth.NONE),
        ({}, Depth.NONE),
    ],
)
def test_the_environment_tells_the_depth(environment: dict[str, str], depth: Depth) -> None:
    assert colour_depth(environment) is depth


def test_no_color_takes_all_colour_but_only_if_it_is_not_empty() -> None:
    full = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    assert colour_depth({**full, "NO_COLOR": "1"}) is Depth.NONE
    assert colour_depth({**full, "NO_COLOR": ""}) is Depth.TRUE


def test_the_setting_outranks_the_environment() -> None:
    assert colour_depth({"NO_COLOR": "1", "TERM": "dumb"}, "256") is Depth.EIGHT_BIT
    assert colour_depth({"COLORTERM": "truecolor", "TERM": "xterm"}, "none") is Depth.NONE


def test_an_unknown_setting_is_an_error() -> None:
    with pytest.raises(ValueError, match="plenty"):
        colour_depth({}, "plenty")


@pytest.mark.parametrize(
    ("depth", "name"),
    [(Depth.TRUE, "truecolor"), (Depth.EIGHT_BIT, "256"), (Depth.SIXTEEN, "standard")],
)
def test_textual_is_told_by_the_variable_it_reads(depth: Depth, name: str) -> None:
    environment = {"NO_COLOR": "1"}
    tell_textual(environment, depth)
    assert environment == {"TEXTUAL_COLOR_SYSTEM": name}


def test_few_colours_want_a_theme_of_the_terminals_own() -> None:
    assert [depth for depth in Depth if depth.wants_ansi_theme] == [Depth.NONE, Depth.SIXTEEN]
