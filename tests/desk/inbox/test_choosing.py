"""Choosing an inbox by its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from copytaster.desk.inbox.choosing import as_set, completed, completions, why_no_inbox


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("wires/today", "wires-old", "desk", ".hidden"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "wires.txt").write_text("")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_folders_that_begin_so_are_offered_and_files_are_not(place):
    assert completions(f"{place}/wi") == [f"{place}/wires/", f"{place}/wires-old/"]


def test_hidden_folders_are_offered_to_who_asks_for_them(place):
    assert completions(f"{place}/") == [f"{place}/{n}/" for n in ("desk", "wires", "wires-old")]
    assert completions(f"{place}/.") == [f"{place}/.hidden/"]


def test_the_home_folder_stays_a_tilde(place):
    assert completions("~/de") == ["~/desk/"]


def test_a_path_goes_on_as_far_as_there_is_one_way(place):
    assert completed("~/w") == "~/wires"
    assert completed("~/wires/") == "~/wires/today/"
    assert completed("~/nowhere") == "~/nowhere"


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x", "\0", "", "/no/such/place/"])
def test_what_leads_nowhere_offers_nothing_and_is_no_inbox(typed):
    assert completions(typed) == [] or typed == ""
    assert why_no_inbox(typed)


def test_a_folder_and_a_file_are_inboxes(place):
    assert why_no_inbox("~/wires/") is None
    assert why_no_inbox(f" {place}/wires.txt ") is None


def test_a_path_is_set_so_that_it_holds_wherever_one_starts(place, monkeypatch):
    monkeypatch.chdir(place)
    assert as_set("wires/") == str(place.resolve() / "wires")
    assert as_set(" ~/wires/ ") == "~/wires"
    assert as_set("/") == "/"
