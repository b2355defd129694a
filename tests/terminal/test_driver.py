"""The driver in a real pseudo-terminal: nothing lost, nothing let in, the terminal given back."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from benchmarks.pty_session import Session
from copytaster.terminal.grammar import foreign
from terminal.two_screens import looks

PROGRAM = [sys.executable, str(Path(__file__).parent / "line_app.py")]
PAINTED = [sys.executable, str(Path(__file__).parent / "painted_app.py")]
ASKS_FOR_MODES = b"\x1b[?2026$p"
"""The first that Textual itself sends: what comes before was painted without it."""
LEFT = b"\x1b[?1049l"
GAP = 0.06
PATIENCE = 2.0
"""Seconds in which a program on a busy machine answers a key, if it answers at all."""


@pytest.fixture
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """The line app, its first screen painted; parameters go to its command line."""
    running = opened(*getattr(request, "param", ()))
    yield running
    running.end()


def opened(
    *arguments: str, width: int = 60, height: int = 12, program: list[str] = PROGRAM
) -> Session:
    running = Session([*program, *arguments], width, height)
    assert running.until("00003"), running.text()
    running.settle(GAP)
    return running


def screen(session: Session) -> list[object]:
    session.settle(GAP)
    session.emulate()
    return [looks(session.screen, y) for y in range(session.screen.lines)]


def written(session: Session) -> str:
    """What the program wrote, before the terminal made CR LF of its line feeds."""
    return session.output.decode().replace("\r\n", "\n")


def test_every_key_leaves_the_same_screen_as_the_stock_driver() -> None:
    ours, stock = opened(), opened("stock")
    for key in ("j", "j", "w", "J", "t", "j", "K", "w", "t", "\t", "abc", "\x1b[D"):
        sizes = [running.press(key, GAP, PATIENCE).size for running in (ours, stock)]
        assert screen(ours) == screen(stock), key
        assert sizes[0] <= sizes[1], key
    for running in (ours, stock):
        running.end()


def test_a_step_costs_less_than_half_of_the_stock_bytes() -> None:
    ours, stock = opened(), opened("stock")
    steps = [
        sum(running.press("j", GAP, PATIENCE).size for _ in range(5)) for running in (ours, stock)
    ]
    assert steps[0] * 2 < steps[1]
    for running in (ours, stock):
        running.end()


def test_every_byte_is_a_sequence_of_ours_or_printable(session: Session) -> None:
    for key in ("j", "x", "J", "w", "t", "x"):
        session.press(key, GAP)
    session.resize(33, 7)
    session.settle(GAP)
    session.type("q")
    assert session.exit_code() == 0
    assert foreign(written(session).replace("left in order\n", "")) == []


@pytest.mark.parametrize("sizes", [[(1, 1), (60, 12)], [(200, 50)], [(7, 3), (90, 20), (60, 12)]])
def test_resizes_leave_the_screen_of_a_program_that_was_started_in_that_size(
    session: Session, sizes: list[tuple[int, int]]
) -> None:
    for width, height in sizes:
        session.resize(width, height)
        session.settle(GAP)
    fresh = opened(width=sizes[-1][0], height=sizes[-1][1])
    assert screen(session) == screen(fresh)
    fresh.end()


def test_coming_back_from_ctrl_z_paints_everything_again(session: Session) -> None:
    before, modes = screen(session), session.modes()
    session.signal(signal.SIGTSTP)
    assert session.until(lambda: LEFT in session.output)
    assert os.waitid(os.P_PID, session.pid, os.WSTOPPED) is not None
    assert is_given_back(session)
    session.emulate()
    session.screen.reset()
    session.screen.reset_mode(7, private=True)
    session.signal(signal.SIGCONT)
    assert session.until("00003")
    assert screen(session) == before
    assert session.modes() == modes
    assert session.press("j").size > 0


def test_ctrl_z_amid_a_write_stops_after_it_and_comes_back(session: Session) -> None:
    session.type("z")
    assert session.until(lambda: LEFT in session.output, PATIENCE)
    assert os.waitid(os.P_PID, session.pid, os.WSTOPPED) is not None
    session.signal(signal.SIGCONT)
    session.settle(GAP)
    session.type("jj")
    assert session.until("> 00002", PATIENCE)


def test_started_in_the_background_it_begins_when_it_is_fetched() -> None:
    running = Session(["sh", "-mc", shlex.join(PROGRAM) + " & sleep 1; fg"], 60, 12)
    try:
        assert running.until("00003"), running.text()
        running.settle(GAP)
        running.type("jj")
        assert running.until("> 00002", PATIENCE)
    finally:
        running.end()


def test_a_plain_stop_and_continue_leaves_one_reader_of_keys(session: Session) -> None:
    session.signal(signal.SIGSTOP)
    os.waitid(os.P_PID, session.pid, os.WSTOPPED)
    session.signal(signal.SIGCONT)
    session.settle(GAP)
    session.type("jjj")
    assert session.until("> 00003")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_gives_the_terminal_back(session: Session, number: int) -> None:
    assert not is_given_back(session)
    session.signal(number)
    assert session.exit_code() == 128 + number
    assert is_given_back(session)
    assert "left in order" in written(session)


def test_a_program_that_hangs_ends_at_the_second_signal(session: Session) -> None:
    session.type("b")
    assert session.until(lambda: b"busy" in session.output)
    session.signal(signal.SIGTERM)
    session.settle(GAP)
    session.signal(signal.SIGTERM)
    assert session.exit_code() == 128 + signal.SIGTERM
    assert is_given_back(session)


def test_a_crash_gives_the_terminal_back_and_says_why(session: Session) -> None:
    session.type("f")
    assert session.exit_code() == 1
    assert is_given_back(session)
    assert "RuntimeError" in written(session)


@pytest.mark.parametrize("session", [(), ("stock",)], indirect=True)
def test_without_its_terminal_the_program_ends(session: Session) -> None:
    session.hang_up()
    assert session.exit_code() is not None


@pytest.mark.parametrize("session", [("ignore-hangup",)], indirect=True)
def test_without_its_terminal_it_ends_even_if_nobody_told_it(session: Session) -> None:
    session.hang_up()
    assert session.exit_code() == 128 + signal.SIGHUP


def test_the_background_of_the_terminal_is_asked_for_and_told_whenever_it_comes(
    session: Session,
) -> None:
    assert "\x1b]11;?\x07" in written(session)
    session.type("\x1b]11;rgb:ffff/ffff/ff")
    session.type("ff\x1b\\j")
    assert session.until("light")
    assert session.until("> 00001")


def test_the_last_picture_stands_before_the_program_at_the_next_start(tmp_path: Path) -> None:
    first = opened(str(tmp_path / "frame"), program=PAINTED)
    first.press("jjw", GAP)
    lines = first.text().split("\n")
    first.type("q")
    assert first.exit_code() == 0
    second = Session([*PAINTED, str(tmp_path / "frame")], 60, 12)
    assert second.until(lambda: ASKS_FOR_MODES in second.output)
    picture = emulated(bytes(second.output).partition(ASKS_FOR_MODES)[0])
    assert picture[:-1] == lines[:-1]
    assert picture[-1].endswith("refreshing")
    assert second.until("> 00000")
    second.settle(GAP)
    assert "refreshing" not in second.text()
    assert second.output.count(b"\x1b[?1049h") == 1
    second.type("q")
    assert second.exit_code() == 0
    assert is_given_back(second)


def test_a_program_that_fails_before_it_draws_gives_the_picture_and_the_terminal_back(
    tmp_path: Path,
) -> None:
    first = opened(str(tmp_path / "frame"), program=PAINTED)
    first.type("q")
    assert first.exit_code() == 0
    second = Session([*PAINTED, "fails", str(tmp_path / "frame")], 60, 12)
    assert second.exit_code() == 1
    assert is_given_back(second)
    assert b"no start today" in second.output


def emulated(output: bytes) -> list[str]:
    """The screen that a terminal shows after this output, as lines of text."""
    screen = pyte.Screen(60, 12)
    pyte.ByteStream(screen).feed(output)
    return list(screen.display)


def is_given_back(session: Session) -> bool:
    """Whether the terminal is as a shell needs it: canonical, echoing, on its first screen."""
    shell = termios.ICANON | termios.ECHO | termios.ISIG
    ends = all(f"\x1b[?{mode}" in written(session) for mode in ("1049l", "25h", "2004l", "7h"))
    return session.modes()[3] & shell == shell and session.modes()[0] & termios.ICRNL > 0 and ends
