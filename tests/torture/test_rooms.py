"""Disks without room for what leaves the desk, and folders without rights, while it is at work."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER
from torture.disks import Disk, can_mount, disk
from torture.driving import moves, press, ready, said
from torture.houses import COMMAND, LONG, House, without_rights

OLD = "what was exported before\n"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with a few files, on the machine's own disk."""
    return House(tmp_path / "house")


@pytest.fixture
def small(house: House) -> Iterator[Disk]:
    """A small disk for what is exported."""
    if not can_mount(house.place):
        pytest.skip("mounting a disk needs root")
    with disk(house.place / "out", "256k") as made:
        yield made


def exported(house: House, form: str, to: Path) -> subprocess.CompletedProcess[str]:
    """A call that writes all articles to a file."""
    words = [COMMAND, "export", "", "--in", str(house.inbox), "--format", form, "--to", str(to)]
    return subprocess.run(
        words, env=house.environ(), capture_output=True, text=True, check=False, timeout=90
    )


@pytest.mark.parametrize("form", ["md", *(pytest.param(f, marks=LONG) for f in ("json", "eml"))])
@pytest.mark.parametrize("room", [0, pytest.param(8, marks=LONG)])
def test_an_export_that_finds_no_room_leaves_the_one_before_it_whole(
    house: House, small: Disk, form: str, room: int
) -> None:
    place = small.folder / "export"
    place.write_text(OLD)
    small.fill()
    os.truncate(small.folder / "filling", (small.folder / "filling").stat().st_size - room * 1024)
    done = exported(house, form, place)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written: No space left on device" in line
    assert place.read_text() == OLD
    assert sorted(path.name for path in small.folder.iterdir()) == ["export", "filling"]
    small.empty()
    assert exported(house, form, place).returncode == 0
    assert place.read_text() != OLD


def test_an_export_of_the_reader_that_finds_no_room_is_said_and_the_reading_goes_on(
    house: House, small: Disk
) -> None:
    house.settings(f'export_folder = "{small.folder}"\n')
    small.fill()
    with house.reader() as session:
        ready(session)
        press(session, "w")
        press(session, "\r")
        said(session, "cannot be written (no space left on device): ")
        assert moves(session)
        assert [path.name for path in small.folder.iterdir()] == ["filling"]
        small.empty()
        press(session, "w")
        press(session, "\r")
        said(session, "exported ")


def test_a_setting_that_finds_no_room_is_said_and_holds_once_it_can_be_written(
    house: House, small: Disk
) -> None:
    settings = house.place / "config" / "copytaster" / "settings.toml"
    house.settings("measure = 60\n")
    shutil.move(settings, small.folder / "settings.toml")
    settings.symlink_to(small.folder / "settings.toml")
    small.fill()
    with house.reader() as session:
        ready(session)
        for key in (",", "j", "l"):
            press(session, key)
        said(session, "cannot be changed (no space left on device): ")
        assert settings.read_text() == "measure = 60\n"
        small.empty()
        press(session, "l")
        said(session, "saved in ")
        press(session, "\x1b")
        assert moves(session)
    assert "theme = " in settings.read_text()
    assert [path.name for path in small.folder.iterdir()] == ["settings.toml"]


def kept(house: House) -> int:
    """How many articles the ledger says were kept."""
    with closing(sqlite3.connect(house.state / LEDGER)) as ledger:
        (count,) = ledger.execute("SELECT count(*) FROM marks WHERE verdict = 'kept'").fetchone()
    return int(count)


@pytest.mark.parametrize("kind", ["state", pytest.param("cache", marks=LONG)])
@pytest.mark.parametrize("mode", [0o000, pytest.param(0o500, marks=LONG)])
def test_a_folder_of_ours_that_loses_its_rights_costs_no_decision_and_no_row(
    house: House, kind: str, mode: int
) -> None:
    folder = {"state": house.state, "cache": house.cache}[kind]
    with house.reader([*without_rights(), COMMAND]) as session:
        ready(session)
        folder.chmod(mode)
        (house.inbox / "fresh.txt").write_text("Fresh from the wire\n\nIt came just now.\n")
        press(session, "s")
        said(session, "kept ")
        assert moves(session)
        if kind == "cache" and not mode:
            said(session, "nothing more is read for now: the cache cannot be used (permission")
        folder.chmod(0o700)
        said(session, "of 13")
        press(session, "s")
        said(session, "kept ")
        session.type("Q")
        assert session.exit_code() == 0
    assert not list(house.state.glob("crash-*"))
    assert kept(house) == 2


SHUT = {
    "reader": ("INBOX",),
    "list": ("list", "--in", "INBOX"),
    "show": ("show", "FILE"),
    "related": ("related", "FILE"),
    "each": ("related", "--each", "INBOX", "--jsonl"),
    "stories": ("stories", "INBOX"),
    "compare": ("compare", "FILE", "FILE"),
    "keep": ("keep", "FILE"),
    "index": ("index", "INBOX"),
    "export": ("export", "--in", "INBOX"),
}


@pytest.mark.parametrize(
    "call", [call if call == "list" else pytest.param(call, marks=LONG) for call in SHUT]
)
def test_a_place_that_must_not_be_looked_at_is_one_line_and_no_crash(
    house: House, call: str
) -> None:
    (file, *_) = house.inbox.iterdir()
    words = [*without_rights(), COMMAND, *SHUT[call]]
    house.place.chmod(0o311)
    shut = house.place / "shut"
    shut.mkdir()
    house.inbox.rename(shut / "inbox")
    shut.chmod(0)
    places = {"INBOX": str(shut / "inbox"), "FILE": str(shut / "inbox" / file.name)}
    done = subprocess.run(
        [places.get(word, word) for word in words],
        env=house.environ(),
        capture_output=True,
        text=True,
        check=False,
    )
    shut.chmod(0o700)
    assert done.returncode == 2
    assert done.stderr.splitlines()
    assert all("permission" in line for line in done.stderr.splitlines())


@pytest.mark.parametrize("kind", ["config", "state", "cache"])
def test_a_folder_of_ours_without_rights_is_told_of_and_the_wires_are_read(
    house: House, kind: str
) -> None:
    (house.place / kind).mkdir()
    (house.place / kind).chmod(0)
    with house.reader([*without_rights(), COMMAND]) as session:
        assert session.until("of 12", 90.0), session.text()
        session.type("Q")
        assert session.exit_code() == 0
    listing = [*without_rights(), COMMAND, "list", "--in", str(house.inbox), "--jsonl"]
    done = subprocess.run(
        listing, env=house.environ(), capture_output=True, text=True, check=False, timeout=90
    )
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 12
    assert all(line.startswith("copytaster: ") for line in done.stderr.splitlines())
    assert done.stderr
