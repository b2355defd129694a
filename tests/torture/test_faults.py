"""What goes wrong around the reader: disks, folders, caches and other programs."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER
from torture.disks import can_mount, disk
from torture.driving import moves, press, ready, said
from torture.houses import COMMAND, LONG, House, lists, without_rights


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with a few files, on the machine's own disk."""
    return House(tmp_path / "house")


@pytest.fixture
def mounting(tmp_path: Path) -> None:
    """Skips where nothing may be mounted."""
    if not can_mount(tmp_path):
        pytest.skip("mounting a disk needs root")


@pytest.mark.usefixtures("mounting")
def test_a_full_disk_of_the_ledger_says_so_and_takes_decisions_again_later(house: House) -> None:
    with disk(house.place / "state", "1m") as small, house.reader() as session:
        ready(session)
        small.fill()
        press(session, "s")
        said(session, "the disk is full")
        assert moves(session)
        small.empty()
        press(session, "s")
        said(session, "kept ")


@LONG
@pytest.mark.usefixtures("mounting")
def test_a_ledger_on_a_read_only_disk_says_so_and_the_reading_goes_on(house: House) -> None:
    with disk(house.place / "state") as small:
        small.read_only(True)
        with house.reader() as session:
            ready(session)
            press(session, "s")
            said(session, "ead-only")
            assert moves(session)


@LONG
@pytest.mark.usefixtures("mounting")
def test_a_cache_on_a_full_or_read_only_disk_does_not_keep_the_reader_from_opening(
    house: House,
) -> None:
    with disk(house.place / "cache", "64k") as small:
        small.fill()
        with house.reader() as session:
            press(session, "j")
            session.type("q")
            assert session.exit_code() == 0
        small.empty()
        small.read_only(True)
        with house.reader() as session:
            assert session.until(lambda: lists(session), 90.0), session.text()
            press(session, "s")
            said(session, "kept ")


@pytest.mark.usefixtures("mounting")
def test_an_inbox_that_is_unmounted_keeps_its_rows_and_is_watched_again(house: House) -> None:
    shutil.move(house.inbox, house.place / "aside")
    with disk(house.inbox) as wires:
        shutil.copytree(house.place / "aside", house.inbox, dirs_exist_ok=True)
        with house.reader() as session:
            ready(session)
            wires.unmount()
            press(session, "R")
            said(session, "its rows stay")
            assert "of 12" in session.text()
            wires.mount()
            shutil.copytree(house.place / "aside", house.inbox, dirs_exist_ok=True)
            (house.inbox / "fresh.txt").write_text("Fresh from the wire\n\nIt came just now.\n")
            said(session, "of 13")


def test_a_ledger_that_another_program_holds_is_told_of_and_waited_for(house: House) -> None:
    with house.reader() as session:
        ready(session)
        press(session, "s")
        said(session, "kept ")
        with closing(sqlite3.connect(house.state / LEDGER, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert all(moves(session) for _ in range(3))
            press(session, " ")
            assert moves(session)
            assert "busy" not in session.text()
            press(session, "x")
            said(session, "waiting for the ledger: another program is writing to it")
            press(session, "\x1b")
            said(session, "nothing was changed")
            assert moves(session)
            press(session, "x")
            said(session, "waiting for the ledger")
            other.execute("ROLLBACK")
        said(session, "spiked ")


@LONG
def test_permission_that_is_lost_while_it_runs_loses_no_row(house: House) -> None:
    with house.reader([*without_rights(), COMMAND]) as session:
        ready(session)
        house.inbox.chmod(0)
        press(session, "R")
        said(session, "its rows stay")
        assert "of 12" in session.text()
        press(session, "s")
        said(session, "kept ")
        house.inbox.chmod(0o700)
        (house.inbox / "fresh.txt").write_text("Fresh from the wire\n\nIt came just now.\n")
        said(session, "of 13")


@LONG
def test_a_clock_that_goes_back_confuses_neither_the_ledger_nor_the_reader(house: House) -> None:
    guard = {"PYTHONPATH": str(Path(__file__).with_name("guard")), "TORTURE_CLOCK": "back"}
    with house.reader(**guard) as session:
        ready(session)
        press(session, "s")
        said(session, "kept ")
        press(session, "x")
        said(session, "spiked ")
        (house.inbox / "fresh.txt").write_text("Fresh from the wire\n\nIt came just now.\n")
        said(session, "of 13")
        press(session, "u")
        said(session, "undone: spiked ")
        press(session, "u")
        said(session, "undone: kept ")
        session.type("Q")
        assert session.exit_code() == 0
