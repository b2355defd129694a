from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.stories.index.storage import (
    FORMAT,
    Stale,
    lines_of,
    read_arrays,
    text_array,
    write_arrays,
)

ARRAYS = {
    "numbers": np.arange(1_000, dtype=np.int32),
    "none": np.zeros(0, np.float16),
    "grid": np.ones((3, 4), np.float32),
}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "saved.index"
    write_arrays(path, 1, ARRAYS)
    return path


def reason(path: Path, version: int = 1) -> str:
    found = read_arrays(path, version)
    assert isinstance(found, Stale)
    return found.reason


def test_arrays_come_back_as_they_were(saved: Path) -> None:
    found = read_arrays(saved, 1)
    assert not isinstance(found, Stale)
    assert found.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        assert found[name].tolist() == array.tolist()


def test_a_file_that_is_not_there_is_no_index(tmp_path: Path) -> None:
    assert reason(tmp_path / "nothing") == "there is no saved index yet"


def test_an_empty_file_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert reason(tmp_path / "empty") == "there is no saved index yet"


def test_another_version_is_stale(saved: Path) -> None:
    assert reason(saved, 2) == "the saved index is of version 1, not 2"


def test_something_else_is_of_another_format(saved: Path) -> None:
    saved.write_bytes(b"SQLite format 3" * 100)
    assert "format" in reason(saved)


@pytest.mark.parametrize("length", [20, 60, 400, -1])
def test_a_file_cut_short_is_noticed(saved: Path, length: int) -> None:
    saved.write_bytes(saved.read_bytes()[:length])
    assert isinstance(read_arrays(saved, 1), Stale)


def test_changed_bytes_are_noticed(saved: Path) -> None:
    whole = bytearray(saved.read_bytes())
    whole[-400] ^= 0xFF
    saved.write_bytes(whole)
    assert reason(saved) == "the saved index is damaged"


@pytest.mark.parametrize("word", ["version", "bytes", "arrays", "type", "shape", "offset", "check"])
def test_a_garbled_word_of_the_header_is_noticed(saved: Path, word: str) -> None:
    whole = saved.read_bytes()
    garbled = f'"x{word[1:]}"'.encode()
    saved.write_bytes(whole.replace(f'"{word}"'.encode(), garbled, 1))
    assert reason(saved) == "the saved index is damaged"


@pytest.mark.parametrize(
    "header",
    [
        "[]",
        "1",
        '{"version": 1, "bytes": 0, "arrays": []}',
        '{"version": 1, "bytes": 0, "arrays": {"a": 1}}',
        '{"version": 1, "bytes": 0, "arrays": {"a": {"type": "<i4", "shape": [1e99]}}}',
        '{"version": 1, "bytes": 0, "arrays": {"a": {"type": ",,", "shape": [9], "offset": 0}}}',
        "[" * 100_000,
    ],
)
def test_a_header_that_says_something_else_is_noticed(saved: Path, header: str) -> None:
    saved.write_bytes(FORMAT + f"{len(header):016d}".encode() + header.encode())
    head = saved.read_bytes()
    saved.write_bytes(head.ljust(-(-len(head) // 64) * 64))
    assert reason(saved) == "the saved index is damaged"


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_arrays(saved, 2, {})
    assert not isinstance(read_arrays(saved, 1), Stale)
    assert list(saved.parent.iterdir()) == [saved]


def test_what_a_killed_writer_left_is_gone_after_the_next_write(saved: Path) -> None:
    (saved.parent / f"{saved.name}.half").write_bytes(b"half of an index")
    write_arrays(saved, 1, ARRAYS)
    assert not isinstance(read_arrays(saved, 1), Stale)
    assert list(saved.parent.iterdir()) == [saved]


def test_arrays_stay_readable_while_the_file_is_replaced(saved: Path) -> None:
    before = read_arrays(saved, 1)
    write_arrays(saved, 1, {"numbers": np.zeros(3, np.int32)})
    assert not isinstance(before, Stale)
    assert before["numbers"].sum() == ARRAYS["numbers"].sum()


@given(st.lists(st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1)))
def test_lines_come_back_as_they_were(lines: list[str]) -> None:
    assert lines_of(text_array(lines)) == lines
