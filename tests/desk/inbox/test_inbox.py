"""The inbox lists wire files, each once, and never leaves its folders."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from copytaster.desk.inbox.inbox import is_wire_name, look, scan


def names(*places: Path) -> list[str]:
    """The names of what is scanned, sorted."""
    return sorted(Path(os.fsdecode(seen.path)).name for seen in scan(places))


def write(path: Path, text: str = "Harbour fire\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_folder_is_read_with_all_folders_in_it(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "2026" / "09" / "b.xml")
    assert names(tmp_path) == ["a.txt", "b.xml"]


def test_a_place_may_be_a_single_file(tmp_path: Path) -> None:
    assert names(write(tmp_path / ".hidden")) == [".hidden"]


def test_a_place_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert names(tmp_path / "nowhere") == []


def test_a_file_that_two_places_hold_is_listed_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a" / "a.txt")
    assert names(tmp_path, tmp_path / "a", file) == ["a.txt"]


@pytest.mark.parametrize(
    "name", [".hidden", "~lock", "a.txt.part", "a.filepart", "a.txt~", "a.tmp", ".git"]
)
def test_hidden_and_unfinished_files_are_left_alone(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    assert names(tmp_path) == []
    assert not is_wire_name(name.encode())


def test_hidden_folders_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "a.txt")
    assert names(tmp_path) == []


def test_pipes_and_sockets_are_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert names(tmp_path) == []
        assert look(b"pipe") is None


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    file = write(tmp_path / "real" / "a.txt")
    (tmp_path / "link.txt").symlink_to(file)
    assert names(tmp_path) == ["a.txt", "link.txt"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    inbox = tmp_path / "outside-in"
    inbox.mkdir()
    (inbox / "file").symlink_to(outside)
    (inbox / "folder").symlink_to(outside.parent)
    assert names(inbox) == []


def test_a_folder_whose_name_begins_like_the_inbox_is_outside(tmp_path: Path) -> None:
    secret = write(tmp_path / "wire-private" / "secret.txt")
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "link").symlink_to(secret)
    assert names(tmp_path / "wire") == []


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    assert names(tmp_path) == ["a.txt"]


def test_a_link_to_nothing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path) == []


def test_an_inbox_may_itself_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.txt")
    (tmp_path / "inbox").symlink_to(tmp_path / "real")
    assert names(tmp_path / "inbox") == ["a.txt"]


def test_names_need_not_be_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(b"x")
    assert [seen.path for seen in scan([tmp_path])] == [path]


def test_a_very_deep_folder_needs_no_recursion(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    write(deep / "a.txt")
    assert names(tmp_path) == ["a.txt"]


def test_a_look_tells_size_time_and_inode(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "four")
    os.utime(file, ns=(0, 12_345))
    seen = look(os.fsencode(file))
    assert seen is not None
    assert (seen.size, seen.modified, seen.inode) == (4, 12_345, file.stat().st_ino)


def test_a_file_that_has_vanished_is_none(tmp_path: Path) -> None:
    assert look(os.fsencode(tmp_path / "gone")) is None
