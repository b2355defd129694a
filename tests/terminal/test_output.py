"""The way out to the terminal, and what is typed at it."""

import os
import pty
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from copytaster.terminal.output import Output
from copytaster.terminal.typed import typed


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """(outside, inside): both ends of a pseudo-terminal."""
    ends = pty.openpty()
    yield ends
    for end in ends:
        with suppress(OSError):
            os.close(end)


def test_all_that_was_written_comes_in_one_piece_at_the_flush(terminal: tuple[int, int]) -> None:
    outside, inside = terminal
    output = Output(inside, lambda: None)
    assert output.write("Council ") == 8
    output.write("votes – ")
    output.flush()
    assert os.read(outside, 100).decode() == "Council votes – "


def test_broken_characters_are_replaced(terminal: tuple[int, int]) -> None:
    outside, inside = terminal
    output = Output(inside, lambda: None)
    output.write("a\ud800b")
    output.flush()
    assert os.read(outside, 100) == b"a?b"


def test_a_lost_terminal_is_reported_once_and_swallows_the_rest(terminal: tuple[int, int]) -> None:
    outside, inside = terminal
    lost: list[str] = []
    output = Output(inside, lambda: lost.append("lost"))
    os.close(outside)
    for _ in range(3):
        output.write("more")
        output.flush()
    assert lost == ["lost"]
    assert output.lost


def test_a_terminal_that_takes_nothing_for_a_while_gets_all_in_the_end() -> None:
    outlet, inlet = os.pipe()
    os.set_blocking(inlet, False)
    output = Output(inlet, lambda: None)
    output.write("x" * 300_000)
    received = bytearray()

    def receive() -> None:
        while len(received) < 300_000:
            received.extend(os.read(outlet, 65536))

    reader = threading.Thread(target=receive)
    reader.start()
    output.flush()
    reader.join(10)
    assert len(received) == 300_000
    os.close(outlet)
    os.close(inlet)


def test_what_is_typed_comes_piece_by_piece_until_the_input_ends() -> None:
    outlet, inlet = os.pipe()
    pieces = typed(outlet, threading.Event())
    os.write(inlet, "jk é".encode())
    assert next(pieces) == "jk é"
    assert next(pieces) == ""
    os.write(inlet, "市".encode()[:2])
    assert next(pieces) == ""
    os.write(inlet, "市".encode()[2:])
    assert next(pieces) == "市"
    os.write(inlet, b"\xff!")
    assert next(pieces) == "�!"
    os.close(inlet)
    assert list(pieces) == []
    os.close(outlet)


def test_reading_stops_when_it_is_told_to() -> None:
    outlet, inlet = os.pipe()
    stopped = threading.Event()
    stopped.set()
    assert list(typed(outlet, stopped)) == []
    os.close(outlet)
    os.close(inlet)


def test_a_terminal_that_is_gone_is_the_end_of_the_input(terminal: tuple[int, int]) -> None:
    outside, inside = terminal
    os.close(outside)
    assert list(typed(inside, threading.Event())) == []
