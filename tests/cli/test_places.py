"""What a call without a screen reads, and what it says where it cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copytaster.desk.ledger.ledger import FILE_NAME

STORY = "Fog closes the strait\n\nFerries wait in the harbour until the afternoon.\n"
BROKEN = "measure = \n"


@pytest.fixture
def wire(file) -> Path:
    """An inbox with one story."""
    return file("wire/fog.txt", STORY).parent


@pytest.mark.parametrize("words", [("list",), ("export", "*"), ("index",), ("rules", "try", "fog")])
def test_where_no_inbox_is_set_the_samples_are_read_and_it_is_said(call, words):
    answer = call(*words)
    assert answer.status in (0, 1)
    said, *_ = answer.complaints.splitlines()
    assert said == "copytaster: no inbox is set: this is the sample corpus"


@pytest.mark.parametrize("words", [("list",), ("export", "*"), ("keep", "--query", "*")])
@pytest.mark.parametrize("settings", ['inbox = ["{wire}"]\n' + BROKEN, 'inbox = "{wire}"\n'])
def test_where_the_settings_may_be_at_fault_nothing_is_read(call, home, wire, words, settings):
    (home / "settings.toml").write_text(settings.format(wire=wire))
    answer = call(*words)
    assert (answer.status, answer.out) == (2, "")
    assert "settings.toml" in answer.complaint
    assert answer.complaint.endswith("so no inbox is known: name a folder")


def test_a_folder_that_is_named_is_read_and_the_settings_are_complained_of(call, home, wire):
    (home / "settings.toml").write_text(BROKEN)
    answer = call("list", "--in", wire)
    assert answer.status == 0
    assert "Fog closes" in answer.out
    assert "settings.toml" in answer.complaint


@pytest.mark.parametrize("words", [("list", "--in"), ("export", "*", "--in"), ("index",)])
def test_a_folder_that_may_not_be_looked_into_is_no_empty_one(call, wire, words, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    answer = call(*words, wire)
    assert (answer.status, answer.out) == (2, "")
    assert answer.complaint == f"copytaster: {wire}: no permission to look into it"


def test_a_pipe_is_no_place_for_articles(call, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    answer = call("list", "--in", tmp_path / "pipe")
    assert (answer.status, answer.out) == (2, "")
    assert answer.complaint == f"copytaster: {tmp_path / 'pipe'}: a pipe, not a file"


@pytest.mark.parametrize("words", [("list", "--in", ""), ("index", ""), ("list", "--in=")])
def test_an_empty_word_is_not_the_current_folder(call, words):
    answer = call(*words)
    assert (answer.status, answer.out) == (2, "")
    assert "an empty word names no file or folder" in answer.complaint


@pytest.mark.parametrize("words", [("list", "--in"), ("export", "*", "--in"), ("index",)])
def test_a_file_that_cannot_be_read_is_a_line_and_status_two(call, wire, file, words):
    broken = file("wire/broken.pdf", b"%PDF-1.4\n\x00\x01\x02\x03")
    answer = call(*words, wire)
    assert answer.status == 2
    assert answer.complaint.startswith(f"copytaster: {broken}: ")
    assert answer.out


@pytest.mark.parametrize("words", [("export",), ("list", "is:kept")])
def test_with_a_damaged_ledger_it_is_not_known_that_nothing_was_kept(call, home, wire, words):
    state = home.parents[1] / "state" / "copytaster"
    call("keep", wire / "fog.txt")
    (state / FILE_NAME).write_bytes(b"no database at all, but long enough to be looked at" * 100)
    answer = call(*words, "--in", wire)
    assert (answer.status, answer.out) == (2, "")
    assert "damaged" in answer.complaint


def test_a_folder_that_was_removed_under_one_s_feet_is_no_crash(call, tmp_path, monkeypatch):
    (tmp_path / "left").mkdir()
    monkeypatch.chdir(tmp_path / "left")
    (tmp_path / "left").rmdir()
    answer = call("list", "--in", ".")
    assert (answer.status, answer.complaint) == (2, "copytaster: .: no such file or folder")
