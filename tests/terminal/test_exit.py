"""The ways out, and the plain word where there is no way in."""

import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from copytaster.terminal import exit as leaving_module
from copytaster.terminal.exit import Leaving
from copytaster.terminal.found import GIVE_BACK, why_no_screen
from copytaster.terminal.grammar import OWN

WHY = "import os, copytaster.terminal.found as found; print(found.why_no_screen(os.environ))"


class StandIn:
    """An application and its loop, as far as leaving needs them."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def exit(self, _result: None, code: int) -> None:
        self.codes.append(code)

    def call_soon_threadsafe(self, call: object, *arguments: object) -> None:
        call(*arguments)


@dataclass(frozen=True)
class Watched:
    """A program, its way out, the thread that sees to it, and the other side of its terminal."""

    outside: int
    program: StandIn
    leaving: Leaving
    watch: threading.Thread


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The codes with which the process would have been ended at once."""
    codes: list[int] = []
    monkeypatch.setattr(leaving_module, "end_now", codes.append)
    return codes


def test_the_first_signal_quits_in_order_and_the_second_at_once(ended: list[int]) -> None:
    program = StandIn()
    leaving = Leaving(program, program)
    leaving.on_signal(signal.SIGTERM, None)
    assert (program.codes, ended) == ([143], [])
    leaving.on_signal(signal.SIGINT, None)
    assert (program.codes, ended) == ([143], [130])


def test_a_second_hangup_does_not_hurry(ended: list[int]) -> None:
    program = StandIn()
    leaving = Leaving(program, program)
    leaving.on_signal(signal.SIGHUP, None)
    leaving.on_signal(signal.SIGHUP, None)
    assert (program.codes, ended) == ([129], [])


@pytest.fixture
def watched(ended: list[int], monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A program that leaves when its terminal has gone, and does not hurry."""
    monkeypatch.setattr(leaving_module, "PATIENCE", 0.01)
    outside, inside = pty.openpty()
    program = StandIn()
    leaving = Leaving(program, program)
    watch = threading.Thread(target=leaving.see_to_it, args=(inside,), daemon=True)
    watch.start()
    yield Watched(outside, program, leaving, watch)
    os.close(inside)


def test_a_hangup_is_seen_when_the_other_side_closes(watched: Watched, ended: list[int]) -> None:
    os.write(watched.outside, b"typing is no hangup\n")
    assert watched.watch.is_alive()
    os.close(watched.outside)
    watched.watch.join(10)
    assert (watched.program.codes, ended) == ([129], [129])


def test_what_does_not_leave_is_ended_after_a_while(watched: Watched, ended: list[int]) -> None:
    watched.leaving.on_signal(signal.SIGTERM, None)
    watched.watch.join(10)
    assert (watched.program.codes, ended) == ([143], [143])
    os.close(watched.outside)


def test_a_signal_begins_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise AssertionError

    monkeypatch.setattr(threading.Thread, "start", refuse)
    program = StandIn()
    Leaving(program, program).on_signal(signal.SIGTERM, None)
    assert program.codes == [143]


def test_giving_back_ends_every_mode_with_a_sequence_of_ours() -> None:
    plain = GIVE_BACK.replace("\x1b[m", "")
    assert OWN.fullmatch(plain)


def test_without_a_terminal_there_is_one_plain_line() -> None:
    run = subprocess.run(
        [sys.executable, "-c", WHY], stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    assert b"the input is not a terminal" in run.stdout


def test_with_keys_but_no_screen_the_line_says_so() -> None:
    outside, inside = pty.openpty()
    run = subprocess.run([sys.executable, "-c", WHY], stdin=inside, capture_output=True, check=True)
    assert b"the output is not a terminal" in run.stdout
    os.close(outside)
    os.close(inside)


@pytest.mark.parametrize(("terminal", "fits"), [("dumb", False), ("", False), ("xterm", True)])
def test_a_terminal_that_cannot_move_its_cursor_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, terminal: str, fits: bool
) -> None:
    monkeypatch.setattr(os, "isatty", lambda _descriptor: True)
    assert (why_no_screen({"TERM": terminal}) is None) is fits


def test_before_the_application_hears_signals_an_interrupt_ends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        leaving_module.end_at_interrupt()
        signal.raise_signal(signal.SIGINT)
        leaving_module.raise_at_interrupt()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended == [130]
