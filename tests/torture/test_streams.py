"""Subcommands where a standard stream is closed, or on a disk that is full."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from torture.houses import COMMAND, LONG, House

FULL = Path("/dev/full")
WORDS = {
    "show": ("show", "FILE", "--json"),
    "list": ("list", "--in", "INBOX"),
    "export": ("export", "", "--in", "INBOX"),
    "index": ("index", "INBOX"),
    "related": ("related", "FILE"),
    "stories": ("stories", "INBOX"),
    "compare": ("compare", "FILE", "FILE"),
    "baskets": ("baskets", "--in", "INBOX"),
    "ledger": ("ledger", "check"),
    "config": ("config",),
    "keys": ("keys",),
    "man": ("man",),
}
each = pytest.mark.parametrize(
    "word", [word if word in ("show", "list") else pytest.param(word, marks=LONG) for word in WORDS]
)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with a few files."""
    return House(tmp_path / "house", samples=4)


def told(house: House, word: str) -> list[str]:
    """The words of a call."""
    (first, *_) = sorted(house.inbox.iterdir())
    places = {"FILE": str(first), "INBOX": str(house.inbox)}
    return [COMMAND, *(places.get(each, each) for each in WORDS[word])]


@each
@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
def test_an_answer_that_finds_no_room_is_one_line_and_no_crash(house: House, word: str) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            told(house, word), env=house.environ(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    (line,) = done.stderr.decode().splitlines()
    assert (done.returncode, "no space left" in line) == (2, True)
    assert not list(house.state.glob("crash-*"))


@each
@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
def test_complaints_that_find_no_room_change_no_answer(house: House, word: str) -> None:
    whole = subprocess.run(told(house, word), env=house.environ(), capture_output=True, check=False)
    with FULL.open("w") as full:
        done = subprocess.run(
            told(house, word), env=house.environ(), stdout=subprocess.PIPE, stderr=full, check=False
        )
    assert done.returncode == whole.returncode
    assert word == "index" or done.stdout == whole.stdout


@pytest.mark.parametrize("stream", [1, 2])
@each
def test_a_stream_that_is_closed_is_not_taken_for_a_file_of_ours(
    house: House, word: str, stream: int
) -> None:
    whole = subprocess.run(told(house, word), env=house.environ(), capture_output=True, check=False)
    done = subprocess.run(
        told(house, word),
        env=house.environ(),
        capture_output=True,
        preexec_fn=lambda: os.close(stream),
        check=False,
    )
    assert done.returncode == whole.returncode
    assert stream == 1 or word == "index" or done.stdout == whole.stdout
    assert done.stderr == (whole.stderr if stream == 1 else b"")
    assert subprocess.run(
        [COMMAND, "ledger", "check"], env=house.environ(), check=False
    ).returncode in (0, 1)


@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
def test_a_complaint_that_finds_no_room_keeps_its_exit_status(house: House) -> None:
    words = [COMMAND, "show", str(house.place / "nowhere.txt")]
    with FULL.open("w") as full:
        done = subprocess.run(words, env=house.environ(), stderr=full, check=False)
    assert done.returncode == 2
