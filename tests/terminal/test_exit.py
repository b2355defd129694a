"""The ways out, and the plain word where there is no way in."""

import os
import pty
import signal
import subprocess
import sys
import threading

import pytest

from copytaster.terminal import exit as leaving_module
from copytaster.terminal.exit import Leaving, wait_for_hangup
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


def test_a_hangup_is_seen_when_the_other_side_closes() -> None:
    outside, inside = pty.openpty()
    seen = threading.Event()
    watch = threading.Thread(target=wait_for_hangup, args=(inside, seen.set), daemon=True)
    watch.start()
    os.write(outside, b"typing is no hangup\n")
    assert not seen.is_set()
    os.close(outside)
    assert seen.wait(10)
    watch.join(10)
    os.close(inside)


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
