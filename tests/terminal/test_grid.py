"""The grid against Textual's own stream: the same screen, cell by cell, for fewer bytes."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.terminal.grammar import foreign
from copytaster.terminal.grid import Grid
from copytaster.terminal.painter import Erasing
from terminal.frames import Frames
from terminal.two_screens import TwoScreens


@pytest.mark.parametrize("seed", range(30))
def test_random_frames_look_as_the_stock_driver_paints_them(seed: int) -> None:
    random = Random(seed)
    width, height = random.randint(1, 50), random.randint(1, 12)
    both = TwoScreens(width, height, random.choice(list(Erasing)))
    frames = Frames(random, width, height)
    both.feed(frames.whole())
    for _ in range(15):
        both.feed(random.choice((frames.layout, frames.spans, frames.spans))())
        assert both.differences() == []


@pytest.mark.parametrize("seed", range(6))
def test_a_resize_in_between_changes_nothing_of_that(seed: int) -> None:
    random = Random(seed)
    both = TwoScreens(20, 5)
    for _ in range(8):
        width, height = random.randint(1, 60), random.randint(1, 15)
        both.resize(width, height)
        frames = Frames(random, width, height)
        for frame in (frames.whole(), frames.spans(), frames.spans()):
            both.feed(frame)
            assert both.differences() == []


def test_a_frame_that_is_there_already_costs_nothing() -> None:
    both = TwoScreens(30, 4)
    frame = Frames(Random(1), 30, 4).whole()
    assert both.feed(frame)
    assert both.feed(frame) == ""


def test_a_region_painted_again_with_a_few_changes_costs_a_fraction_of_the_stock_bytes() -> None:
    both = TwoScreens(80, 24)
    frames = Frames(Random(2), 80, 24)
    whole = frames.whole()
    both.feed(whole)
    before = both.stock_bytes, both.our_bytes
    for _ in range(10):
        both.feed(whole + frames.spans(rows=2))
    assert both.our_bytes - before[1] < (both.stock_bytes - before[0]) * 0.3


def test_one_changed_letter_is_one_move_and_one_letter() -> None:
    grid = Grid(20, 2)
    grid.read("\x1b[1;1Hthe council met\x1b[1;1H")
    grid.changes()
    grid.read("\x1b[1;1Hthe council net\x1b[1;1H")
    assert grid.changes() == "\x1b[1;13Hn"


def test_a_few_equal_letters_between_two_changes_are_written_again() -> None:
    grid = Grid(20, 2)
    grid.read("\x1b[1;1Habcdef\x1b[1;1H")
    grid.changes()
    grid.read("\x1b[1;1HabCdEf\x1b[1;1H")
    assert grid.changes() == "\x1b[1;3HCdE"


def test_equal_letters_in_another_style_are_jumped_over() -> None:
    grid = Grid(20, 1)
    grid.read("\x1b[1;1Ha\x1b[31mbcd\x1b[0me\x1b[1;1H")
    grid.changes()
    grid.read("\x1b[1;1HA\x1b[31mbcd\x1b[0mE\x1b[1;1H")
    assert grid.changes() == "\x1b[1HA\x1b[3CE"


def test_many_styles_side_by_side_are_written_style_by_style() -> None:
    grid = Grid(40, 6)
    red, blue = "\x1b[38;2;200;10;10m", "\x1b[38;2;10;10;200m"
    rows = (f"\x1b[{y};1H{red}left\x1b[0m\x1b[{y};21H{blue}right\x1b[0m" for y in range(1, 7))
    grid.read("".join(rows))
    changes = grid.changes()
    assert changes.count("38;2;200;10;10") == 1
    assert changes.count("38;2;10;10;200") == 1


def test_running_text_of_two_styles_is_written_row_by_row() -> None:
    grid = Grid(40, 1)
    grid.read("\x1b[1;1Ha\x1b[1mb\x1b[0mc\x1b[1md\x1b[0me")
    assert grid.changes().endswith("a\x1b[1mb\x1b[mc\x1b[1md\x1b[me")


def test_the_colour_of_letters_does_not_matter_on_blanks() -> None:
    grid = Grid(10, 1)
    grid.read("\x1b[1;1H\x1b[31mab    cd  \x1b[0m")
    grid.changes()
    grid.read("\x1b[1;1H\x1b[31mab\x1b[0m    \x1b[31mcd\x1b[0m  ")
    assert grid.changes() == ""


def test_long_blanks_are_erased_in_the_colour_of_their_background() -> None:
    grid = Grid(80, 1, Erasing.COLOURED)
    grid.read("\x1b[1;1H\x1b[44ma" + " " * 30 + "b" + " " * 48 + "\x1b[0m")
    changes = grid.changes()
    assert "\x1b[30X" in changes
    assert changes.endswith("b\x1b[K")


def test_underlined_blanks_are_written_since_erasing_takes_the_line_away() -> None:
    grid = Grid(80, 1, Erasing.COLOURED)
    grid.read("\x1b[1;1H\x1b[4m" + " " * 40 + "\x1b[0m")
    assert grid.changes().endswith("\x1b[4m\x1b[1H" + " " * 40)


def test_a_terminal_without_bce_gets_its_coloured_blanks_written() -> None:
    grid = Grid(80, 1, Erasing.PLAIN)
    grid.read("\x1b[1;1H\x1b[44m" + " " * 80 + "\x1b[0m")
    assert " " * 80 in grid.changes()


@pytest.mark.parametrize(
    "smuggled",
    [
        "\x1b]0;title\x07",
        "\x1b]52;c;aGk=\x07",
        "\x1b]11;?\x1b\\",
        "\x1bP$qm\x1b\\",
        "\x1b_Gi=1;AAAA\x1b\\",
        "\x1b[2J",
        "\x1b[6n",
        "\x1b[?1000h",
        "\x1b[8;10;10t",
        "\x1bc",
        "\x07",
        "\x9b31m",
        "\x9d0;title\x9c",
        "\ud800",
        "\x0e",
    ],
)
def test_what_came_in_with_a_text_never_goes_out(smuggled: str) -> None:
    grid = Grid(40, 2)
    grid.read(f"\x1b[1;1Hbefore{smuggled}after")
    changes = grid.changes()
    assert smuggled not in changes
    assert foreign(changes) == []
    assert changes.startswith("\x1b[m\x1b]8;;\x1b\\\x1b[1Hbefore")


def test_links_to_the_web_stay_clickable_and_end_with_their_text() -> None:
    grid = Grid(40, 1)
    grid.read("\x1b[1;1H\x1b]8;id=1;https://example.org/a\x1b\\\x1b[4mhere\x1b[0m\x1b]8;;\x1b\\ it")
    changes = grid.changes()
    assert "\x1b]8;;https://example.org/a\x1b\\" in changes
    assert changes.index("here") < changes.rindex("\x1b]8;;\x1b\\") < changes.index("it")


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:x", "https://exa mple", "ssh://h"]
)
def test_links_to_anything_else_become_text(link: str) -> None:
    grid = Grid(40, 1)
    grid.read(f"\x1b[1;1H\x1b]8;;{link}\x1b\\here\x1b]8;;\x1b\\")
    assert link not in grid.changes()


def test_an_emoji_is_followed_by_an_absolute_move() -> None:
    grid = Grid(20, 1)
    grid.read("\x1b[1;1H👩\u200d💻 on")
    assert grid.changes().endswith("👩\u200d💻\x1b[1;3H on")


def test_replacing_an_emoji_writes_its_neighbours_again() -> None:
    grid = Grid(6, 1)
    grid.read("\x1b[1;1H☎\ufe0fabcd")
    grid.changes()
    grid.read("\x1b[1;1Hxxabcd\x1b[1;1H")
    assert grid.changes() == "\x1b[1Hxxa"


def test_everything_wanted_is_painted_again_after_the_screen_was_lost() -> None:
    grid = Grid(10, 2)
    grid.read("\x1b[1;1Hone\x1b[2;1Htwo")
    grid.changes()
    grid.forget()
    again = grid.changes()
    assert again.startswith("\x1b[m\x1b]8;;\x1b\\\x1b[1H")
    assert "one" in again
    assert "two" in again
    assert grid.changes() == ""


def test_the_cursor_is_left_where_the_program_left_it_unless_that_is_the_corner() -> None:
    grid = Grid(10, 3)
    grid.read("\x1b[1;1Hone\x1b[3;4H")
    assert grid.changes().endswith("one\x1b[3;4H")
    grid.read("\x1b[1;1Hone\x1b[1;1H")
    assert grid.changes() == ""


def test_writing_beside_the_screen_does_nothing() -> None:
    grid = Grid(4, 2)
    grid.read("\x1b[3;1Hbelow\x1b[1;9Hbeside\x1b[0;0Habove")
    assert "below" not in grid.changes()


def test_a_wide_character_that_does_not_fit_becomes_a_blank() -> None:
    grid = Grid(3, 1)
    grid.read("\x1b[1;1H市議会")
    assert grid.changes().endswith("市 ")


def test_half_of_a_wide_character_that_was_overwritten_becomes_a_blank() -> None:
    grid = Grid(6, 1)
    grid.read("\x1b[1;1H市議会")
    grid.changes()
    grid.read("\x1b[1;2Hx\x1b[1;6Hy\x1b[1;1H")
    grid.changes()
    assert grid.picture().endswith(" x議 y")


@given(st.lists(st.text("ab 市́\x1b[]0123;mHJK\n\x07\x9b🎉", max_size=40), max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_stream_brings_out_more_than_painting(pieces: list[str]) -> None:
    grid = Grid(12, 3)
    for piece in pieces:
        grid.read(piece)
        assert foreign(grid.changes()) == []
        assert grid.changes() == ""


def test_a_picture_read_back_is_the_same_screen() -> None:
    frames = Frames(Random(3), 33, 7)
    grid, other = Grid(33, 7), Grid(33, 7)
    grid.read(frames.whole())
    other.shows(grid.picture())
    other.read(f"{grid.picture()}\x1b[1;1H")
    assert other.changes() == ""
    assert other.picture() == grid.picture()
