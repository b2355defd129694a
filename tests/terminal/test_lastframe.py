"""The picture that is kept for the next start."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.terminal.grid import Grid
from copytaster.terminal.lastframe import Painted, claim, load, paint, save

SIZE = (20, 3)
KEY = "/inbox night-desk 1"


@pytest.fixture
def picture() -> str:
    grid = Grid(*SIZE)
    grid.read("\x1b[1;1H\x1b[1mCouncil votes\x1b[0m\n“aye” 市議会\n\x1b[7m last row\x1b[0m")
    return grid.picture()


def test_what_was_saved_is_loaded(tmp_path: Path, picture: str) -> None:
    save(tmp_path / "frame", KEY, Painted(picture, SIZE))
    assert load(tmp_path / "frame", KEY, SIZE) == Painted(picture, SIZE)
    assert [path.name for path in tmp_path.iterdir()] == ["frame"]


@pytest.mark.parametrize(("key", "size"), [(KEY + "0", SIZE), (KEY, (21, 3)), ("", SIZE)])
def test_another_screen_or_folder_gets_no_picture(
    tmp_path: Path, picture: str, key: str, size: tuple[int, int]
) -> None:
    save(tmp_path / "frame", KEY, Painted(picture, SIZE))
    assert load(tmp_path / "frame", key, size) is None


def test_no_file_is_no_picture(tmp_path: Path) -> None:
    assert load(tmp_path / "none", KEY, SIZE) is None


@pytest.mark.parametrize("smuggled", ["\x1b]0;owned\x07", "\x1b[2J", "\x07", "\x9b", "\x1b[6n"])
def test_a_picture_that_does_more_than_paint_is_refused(
    tmp_path: Path, picture: str, smuggled: str
) -> None:
    save(tmp_path / "frame", KEY, Painted(picture + smuggled, SIZE))
    assert load(tmp_path / "frame", KEY, SIZE) is None


@given(st.integers(0, 200), st.binary(max_size=4))
def test_a_damaged_file_is_no_picture_or_a_harmless_one(
    tmp_path_factory: pytest.TempPathFactory, cut: int, noise: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "frame"
    save(path, KEY, Painted("\x1b[m\x1b[1Hrow\r\nrow", SIZE))
    path.write_bytes(path.read_bytes()[:cut] + noise)
    painted = load(path, KEY, SIZE)
    assert painted is None or "\x1b]" not in painted.picture


def test_a_picture_that_cannot_be_saved_leaves_the_old_one_and_no_rest(
    tmp_path: Path, picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "frame", KEY, Painted(picture, SIZE))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(tmp_path / "frame", KEY, Painted("another", SIZE))
    monkeypatch.undo()
    assert load(tmp_path / "frame", KEY, SIZE) == Painted(picture, SIZE)
    assert [path.name for path in tmp_path.iterdir()] == ["frame"]


def test_without_a_terminal_nothing_is_painted(tmp_path: Path, picture: str) -> None:
    save(tmp_path / "frame", KEY, Painted(picture, SIZE))
    assert paint(tmp_path / "frame", KEY) is False
    assert claim() is None
