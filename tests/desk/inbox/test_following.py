"""What another program that reads the same folders has still to read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.inbox import following
from copytaster.desk.inbox.following import PATIENCE, Following
from copytaster.desk.inbox.inbox import look


class Other:
    """What the other program has read, by path."""

    def __init__(self) -> None:
        self.read: dict[bytes, tuple[int, Seen]] = {}

    def reads(self, path: Path) -> None:
        seen = look(os.fsencode(path))
        assert seen
        self.read[seen.path] = (1, seen)


@pytest.fixture
def other() -> Other:
    return Other()


def followed(place: Path, other: Other) -> Following:
    """A look at a folder, to its end."""
    found = Following([place], other.read.get, lambda: len(other.read))
    while found.scanning:
        assert found.busy
        found.look_on()
    return found


def written(place: Path, name: str) -> Path:
    path = place / name
    path.write_text("Fog closes the strait\n\nFerries wait.\n")
    return path


def test_nothing_is_missing_where_all_is_read(tmp_path: Path, other: Other) -> None:
    other.reads(written(tmp_path, "fog.txt"))
    assert not followed(tmp_path, other).busy


def test_a_file_is_missing_until_it_is_read(tmp_path: Path, other: Other) -> None:
    paths = [written(tmp_path, name) for name in ("fog.txt", "ferry.txt")]
    found = followed(tmp_path, other)
    for number, path in enumerate(paths):
        found.strike_off()
        assert found.busy
        assert (found.read, found.found) == (number, 2)
        other.reads(path)
    found.strike_off()
    assert not found.busy
    assert (found.read, found.found) == (2, 2)


def test_a_file_that_has_changed_is_missing_until_it_is_read_again(
    tmp_path: Path, other: Other
) -> None:
    path = written(tmp_path, "fog.txt")
    other.reads(path)
    path.write_text("Fog lifts over the strait\n")
    found = followed(tmp_path, other)
    assert found.busy
    path.write_text("Fog lifts over the strait, ferries leave\n")
    other.reads(path)
    found.strike_off()
    assert not found.busy


def test_a_file_that_has_gone_is_not_waited_for(tmp_path: Path, other: Other) -> None:
    path = written(tmp_path, "fog.txt")
    found = followed(tmp_path, other)
    path.unlink()
    found.strike_off()
    assert not found.busy


class Clock:
    """A clock that is set by hand."""

    now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(following, "time", clock)
    return clock


def test_what_is_never_read_is_told_of_and_not_waited_for(
    tmp_path: Path, other: Other, clock: Clock
) -> None:
    written(tmp_path, "fog.txt")
    found = followed(tmp_path, other)
    clock.now += PATIENCE + 1
    found.strike_off()
    assert not found.busy
    assert found.note() == "another program reads these folders, and has not read 1 file"
    assert found.note() is None


def test_as_long_as_anything_is_read_the_rest_is_waited_for(
    tmp_path: Path, other: Other, clock: Clock
) -> None:
    paths = [written(tmp_path, f"{number}.txt") for number in range(4)]
    found = followed(tmp_path, other)
    last = os.fsdecode(found._missing[0].path)
    for path in paths:
        if os.fspath(path) != last:
            clock.now += PATIENCE - 1
            other.reads(path)
            found.strike_off()
            assert found.busy
    clock.now += PATIENCE + 1
    found.strike_off()
    assert not found.busy


def test_no_more_is_looked_at_while_very_much_is_missing(
    tmp_path: Path, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "SCAN_SLICE", 1)
    monkeypatch.setattr(following, "MOST_MISSING", 2)
    paths = [written(tmp_path, f"{number}.txt") for number in range(5)]
    found = followed(tmp_path, other)
    found.look_on()
    assert (found.found, found.busy) == (2, True)
    for path in paths:
        other.reads(path)
        found.strike_off()
    while found.scanning:
        found.look_on()
    assert (found.found, found.busy) == (5, False)
