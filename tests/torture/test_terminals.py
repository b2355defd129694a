"""Whatever ends the reader, the terminal is as it was, and what was decided stands."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.pty_session import Session
from copytaster.desk.ledger.ledger import FILE_NAME
from copytaster.terminal.grammar import foreign
from torture.failing_reader import SECRET
from torture.houses import COMMAND, LONG, House, lists, not_given_back, written

FAILING = str(Path(__file__).with_name("failing_reader.py"))


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with a few files."""
    return House(tmp_path)


def kept(house: House) -> int:
    """How many articles the ledger says were kept."""
    with closing(sqlite3.connect(house.state / FILE_NAME)) as ledger:
        (count,) = ledger.execute("SELECT count(*) FROM marks WHERE verdict = 'kept'").fetchone()
    return int(count)


def keep_one(session: Session) -> None:
    """Keep the first article, and see it said."""
    assert session.until(lambda: lists(session)), session.text()
    session.type("s")
    assert session.until("kept "), session.text()


LEAVING: dict[str, Callable[[Session], None]] = {
    "SIGTERM": lambda session: session.signal(signal.SIGTERM),
    "SIGHUP": lambda session: session.signal(signal.SIGHUP),
    "SIGINT": lambda session: session.signal(signal.SIGINT),
    "q": lambda session: session.type("q"),
    "a lost terminal": Session.hang_up,
}


@pytest.mark.parametrize(
    "way",
    ["SIGTERM", *(pytest.param(way, marks=LONG) for way in LEAVING if way != "SIGTERM")],
)
def test_every_way_out_gives_the_terminal_back_and_keeps_what_was_decided(
    house: House, way: str
) -> None:
    with house.reader() as session:
        keep_one(session)
        LEAVING[way](session)
        assert session.exit_code() is not None
        if way != "a lost terminal":
            assert not_given_back(session) == []
        assert foreign(written(session)) == []
    assert kept(house) == 1


@pytest.mark.parametrize(
    "place", ["key", pytest.param("start", marks=LONG), pytest.param("thread", marks=LONG)]
)
def test_a_crash_is_one_plain_line_and_a_file_without_any_text(house: House, place: str) -> None:
    command = [sys.executable, FAILING, place]
    with house.reader(command, shows="Inbox" if place == "key" else None) as session:
        if place == "key":
            keep_one(session)
        session.type("?")
        assert session.exit_code() not in (0, None)
        assert not_given_back(session) == []
        last = session.output.decode().rpartition("\x1b[?1049l")[2]
    assert SECRET not in last
    (report,) = house.state.glob("crash-*")
    assert str(report) in "".join(last.split("\r\n"))
    assert SECRET not in report.read_text()
    assert place != "key" or kept(house) == 1


def test_stopped_and_brought_back_it_goes_on(house: House) -> None:
    with house.reader() as session:
        session.signal(signal.SIGTSTP)
        assert os.waitid(os.P_PID, session.pid, os.WSTOPPED) is not None
        session.settle()
        assert not_given_back(session) == []
        session.signal(signal.SIGCONT)
        session.settle(0.3)
        keep_one(session)
        session.type("q")
        assert session.exit_code() == 0
        assert not_given_back(session) == []


def test_ctrl_z_stops_the_job_of_a_shell_and_what_began_it_with_it(house: House) -> None:
    """As `make run` does: the reader is not the first process of its group."""
    reader = f"sh -c '{COMMAND} {house.inbox}; true'"
    script = f"{reader} & fg; echo was stopped; sleep 0.5; fg"
    with house.reader(["sh", "-mc", script]) as session:
        assert session.until(lambda: lists(session)), session.text()
        session.type("\x1a")
        assert session.until(lambda: b"was stopped" in session.output), session.text()
        assert not_given_back(session) == []
        assert session.until(lambda: lists(session)), session.text()
        session.settle()
        keep_one(session)
        session.type("q")
        assert session.exit_code() == 0


def test_ctrl_z_where_no_shell_would_bring_it_back_only_says_so(house: House) -> None:
    with house.reader() as session:
        session.type("\x1a")
        assert session.until("no shell is there"), session.text()
        keep_one(session)


@LONG
def test_a_storm_of_sizes_down_to_one_cell_is_weathered(house: House) -> None:
    with house.reader() as session:
        for turn in range(60):
            session.resize(1 + turn * 37 % 160, 1 + turn * 11 % 50)
            session.type("j" if turn % 2 else "k")
            session.read(0.01)
        for width, height in ((1, 1), (2, 1), (1, 40), (400, 2), (80, 24)):
            session.resize(width, height)
            session.type("jl?q2")
            session.settle(0.15)
        assert session.until("Inbox"), session.text()
        session.type("Q")
        assert session.exit_code() == 0
        assert not_given_back(session) == []


@pytest.mark.parametrize(
    ("stdin", "environment", "words"),
    [
        ("null", {}, "the input is not a terminal"),
        ("closed", {}, "the input is not a terminal"),
        ("terminal", {"TERM": "dumb"}, "cannot move its cursor"),
        ("terminal", {}, "the output is not a terminal"),
    ],
)
def test_where_there_is_no_screen_one_line_says_so(
    house: House, stdin: str, environment: dict[str, str], words: str
) -> None:
    outside, inside = os.openpty()
    closing_it = (lambda: os.close(0)) if stdin == "closed" else None
    done = subprocess.run(
        [COMMAND, house.inbox],
        stdin=inside if stdin == "terminal" else subprocess.DEVNULL,
        stdout=inside if "TERM" in environment else subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=house.environ(**environment),
        preexec_fn=closing_it,
        check=False,
        timeout=60,
    )
    os.close(outside)
    os.close(inside)
    (line,) = done.stderr.decode().splitlines()
    assert (done.returncode, words in line) == (2, True)


def test_a_folder_that_vanished_is_said_on_the_screen_that_stays(house: House) -> None:
    with house.reader() as session:
        session.type("q")
        assert session.exit_code() == 0
    house.inbox.rename(house.place / "elsewhere")
    with house.reader(shows=None) as session:
        assert session.exit_code() == 2
        assert not_given_back(session) == []
        assert "no such file or folder" in session.output.decode().rpartition("\x1b[?1049l")[2]


@pytest.mark.parametrize(
    "word", ["show", *(pytest.param(word, marks=LONG) for word in ("list", "stories", "related"))]
)
def test_a_closed_pipe_ends_a_subcommand_quietly(house: House, word: str) -> None:
    (first, *_) = house.inbox.glob("*.txt")
    places = {"list": ["--in", house.inbox], "stories": [house.inbox]}.get(word, [first])
    running = subprocess.Popen(
        [COMMAND, word, *map(str, places), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=house.environ(),
    )
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == b""
    assert running.wait(60) in (0, 1)
