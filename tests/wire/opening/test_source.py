import os
import socket

import pytest

from copytaster.wire.article import Unreadable
from copytaster.wire.opening.source import LEADS_OUT, open_source


def reason(path) -> str:
    found = open_source(path)
    assert isinstance(found, Unreadable)
    assert found.path == os.fspath(path)
    return found.reason


def test_a_regular_file_is_opened(tmp_path):
    path = tmp_path / "item.txt"
    path.write_bytes(b"text")
    found = open_source(path)
    assert not isinstance(found, Unreadable)
    with found:
        assert found.read() == b"text"


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert reason(tmp_path / "missing") == "the file is not there"


def test_a_folder_is_told(tmp_path):
    assert reason(tmp_path) == "a folder, not a file"


def test_a_pipe_is_not_opened_for_it_would_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert reason(tmp_path / "pipe") == "a pipe, not a file"


def test_a_socket_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert reason("socket") == "a socket, not a file"


def test_a_device_is_not_opened():
    assert reason("/dev/zero") == "a device, not a file"


def test_a_link_to_itself_is_told(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    assert reason(tmp_path / "loop") == "a link that cannot be followed"


def test_a_link_to_nothing_is_told(tmp_path):
    (tmp_path / "broken").symlink_to("nowhere")
    assert reason(tmp_path / "broken") == "the file is not there"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path):
    path = tmp_path / "locked"
    path.write_text("text")
    path.chmod(0)
    assert reason(path) == "no permission to read it"


def test_a_name_that_no_file_can_have_is_told():
    assert reason("with\0nul") == "its name cannot be that of a file"
    assert reason("x" * 5000) == "its name is too long"


def test_a_name_that_is_no_utf_8_is_still_opened(tmp_path):
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - the name is bytes
        file.write(b"text")
    found = open_source(os.fsdecode(path))
    assert not isinstance(found, Unreadable)
    found.close()


@pytest.fixture
def folder(tmp_path):
    """A folder with a file, and a secret beside it."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "wires").mkdir()
    (tmp_path / "wires" / "item.txt").write_text("text")
    return tmp_path / "wires"


def text_of(path, within):
    found = open_source(path, [os.fspath(within)])
    if isinstance(found, Unreadable):
        return found.reason
    with found:
        return found.read().decode()


def test_a_link_that_leads_out_of_the_folder_is_not_opened(folder):
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "up").symlink_to("..")
    assert text_of(folder / "out.txt", folder) == LEADS_OUT
    assert text_of(folder / "up" / "secret.txt", folder) == LEADS_OUT


def test_a_link_within_the_folder_and_a_file_by_itself_are_opened(folder):
    (folder / "again.txt").symlink_to("item.txt")
    assert text_of(folder / "again.txt", folder) == "text"
    assert text_of(folder / "item.txt", folder / "item.txt") == "text"


def test_a_folder_that_is_itself_a_link_is_what_it_leads_to(folder, tmp_path):
    (tmp_path / "inbox").symlink_to("wires")
    assert text_of(tmp_path / "inbox" / "item.txt", tmp_path / "inbox") == "text"


def test_a_link_put_in_its_place_at_the_last_moment_is_not_followed(folder, monkeypatch):
    opening = os.open
    opened = []

    def swapped(path, flags):
        (folder / "item.txt").unlink()
        (folder / "item.txt").symlink_to("../secret.txt")
        opened.append(opening(path, flags))
        return opened[-1]

    monkeypatch.setattr(os, "open", swapped)
    assert text_of(folder / "item.txt", folder) == "a link that cannot be followed"
    assert opened == []


def test_a_folder_that_becomes_a_link_at_the_last_moment_is_found_out(folder, monkeypatch):
    (folder / "sub").mkdir()
    (folder / "sub" / "secret.txt").write_text("text")
    opening = os.open

    def swapped(path, flags):
        (folder / "sub").rename(folder / "was")
        (folder / "sub").symlink_to("..")
        return opening(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert text_of(folder / "sub" / "secret.txt", folder) == LEADS_OUT
