"""Files on their way into the catalogue: read once, read again when changed, removed when gone."""

from __future__ import annotations

import os
import selectors
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.inbox.incoming import BURST, Incoming
from copytaster.desk.inbox.workers import Worker, Workers
from desk.inbox.test_workers import READER


class Inbox:
    """A folder, its way into a catalogue, and the loop that drives it."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self.catalogue = catalogue
        self.selector = selectors.DefaultSelector()
        workers = Workers([sys.executable, "-c", READER], self.selector, count=1)
        self.incoming = Incoming([folder], CatalogueWriter(catalogue), workers)

    def write(self, name: str, text: str = "x", at: int = 1) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (at, at))
        return path

    def work(self) -> int:
        """Work until all is quiet; how many rows were written or removed."""
        rows = 0
        while self.incoming.busy or self.incoming.scanning:
            rows += self.step()
        return rows

    def step(self) -> int:
        """One turn of the loop; how many rows were written or removed in it."""
        rows = self.incoming.look_on()
        for key, _ in self.selector.select(0.01):
            assert isinstance(key.data, Worker)
            self.incoming.take(key.data)
        return rows + self.incoming.file_due()

    def rescan(self) -> int:
        self.incoming.rescan()
        return self.work()

    def touch(self, *names: str) -> int:
        paths = [os.fsencode(self.folder / name) for name in names]
        return self.incoming.touched(paths) + self.work()

    def rows(self) -> list[str]:
        rows = self.catalogue.connection.execute("SELECT title FROM articles ORDER BY title")
        return [title for (title,) in rows]


@pytest.fixture
def inbox(tmp_path: Path, catalogue: Catalogue) -> Iterator[Inbox]:
    (tmp_path / "inbox").mkdir()
    opened = Inbox(tmp_path / "inbox", catalogue)
    yield opened
    opened.incoming.close()
    opened.selector.close()


def test_what_is_as_it_was_is_not_read_again(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.write("b")
    assert inbox.rescan() == 2
    assert inbox.rescan() == 0
    assert (inbox.incoming.found, inbox.incoming.read) == (2, 2)


def test_a_file_that_has_changed_is_read_again(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.rescan()
    inbox.write("a", at=2)
    assert inbox.rescan() == 1
    inbox.write("a", "longer", at=2)
    assert inbox.rescan() == 1


def test_a_file_that_was_replaced_in_the_same_second_is_read_again(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.rescan()
    inbox.write("b").replace(inbox.folder / "a")
    assert inbox.rescan() == 1


def test_a_file_that_has_gone_takes_its_rows_with_it(inbox: Inbox) -> None:
    path = inbox.write("many")
    inbox.write("a")
    inbox.rescan()
    assert len(inbox.rows()) == 201
    path.unlink()
    assert inbox.rescan() == 200
    assert inbox.rows() == ["a"]


def test_a_place_that_cannot_be_reached_loses_no_rows(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.rescan()
    inbox.folder.rename(inbox.folder.with_name("unmounted"))
    assert inbox.rescan() == 0
    assert inbox.rows() == ["a"]


def test_a_touched_file_is_read_alone(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.write("b")
    assert inbox.touch("a") == 1
    assert inbox.rows() == ["a"]


def test_a_touched_file_that_is_gone_is_removed_without_a_look_at_all_others(inbox: Inbox) -> None:
    inbox.write("a").unlink()
    inbox.write("b")
    inbox.rescan()
    inbox.write("c")
    (inbox.folder / "b").unlink()
    assert inbox.touch("b") == 1
    assert inbox.rows() == []


@pytest.mark.parametrize("name", [".hidden", "a.part", ".git/config", "../outside"])
def test_what_a_scan_would_pass_over_is_passed_over_when_touched(inbox: Inbox, name: str) -> None:
    inbox.write(name)
    inbox.incoming.touched([os.fsencode(os.path.normpath(inbox.folder / name))])
    assert not inbox.incoming.scanning
    assert inbox.work() == 0


def test_a_file_that_is_underway_is_not_read_twice(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.incoming.touched([os.fsencode(inbox.folder / "a")])
    inbox.incoming.touched([os.fsencode(inbox.folder / "a")])
    assert inbox.rescan() == 1


def test_of_a_file_that_changes_while_it_is_underway_only_the_last_is_filed(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.incoming.touched([os.fsencode(inbox.folder / "a")])
    inbox.write("a", "longer")
    assert inbox.touch("a") == 1
    (size,) = inbox.catalogue.connection.execute("SELECT size FROM files").fetchone()
    assert size == len("longer")
    assert inbox.rescan() == 0


def test_a_touched_folder_means_a_look_at_everything(inbox: Inbox) -> None:
    inbox.write("day/a")
    inbox.write("b")
    assert inbox.touch("day") == 2


def test_a_burst_means_a_look_at_everything(inbox: Inbox) -> None:
    inbox.write("missed")
    for number in range(BURST + 1):
        inbox.write(f"f{number:04d}")
    inbox.touch(*[f"f{number:04d}" for number in range(BURST + 1)])
    assert "missed" in inbox.rows()
    assert len(inbox.rows()) == BURST + 2


def test_a_quiet_look_finds_what_was_missed_and_counts_nothing_else(inbox: Inbox) -> None:
    inbox.write("a")
    inbox.rescan()
    inbox.write("b")
    inbox.incoming.look_again_quietly()
    assert not inbox.incoming.busy
    assert inbox.work() == 1
    assert (inbox.incoming.found, inbox.incoming.read) == (2, 2)


def test_the_newest_files_are_read_first(inbox: Inbox) -> None:
    for number in range(40):
        inbox.write(f"f{number:02d}", at=number)
    inbox.rescan()
    rows = inbox.catalogue.connection.execute("SELECT title FROM articles ORDER BY number LIMIT 3")
    assert rows.fetchall() == [("f39",), ("f38",), ("f37",)]


def test_the_first_rows_are_filed_before_all_is_read(inbox: Inbox) -> None:
    for number in range(120):
        inbox.write(f"f{number:03d}")
    inbox.incoming.rescan()
    batches: list[int] = []
    while inbox.incoming.busy:
        inbox.incoming.look_on()
        for key, _ in inbox.selector.select(1):
            inbox.incoming.take(key.data)
        if rows := inbox.incoming.file_due():
            batches.append(rows)
    assert sum(batches) == 120
    assert batches[0] < 120


def test_a_folder_that_cannot_be_listed_loses_no_rows(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "closed/b.txt", "closed/c.txt"):
        inbox.write(name)
    inbox.rescan()
    listing = os.scandir

    def refused(folder: bytes) -> object:
        if folder.endswith(b"/closed"):
            raise PermissionError
        return listing(folder)

    (inbox.folder / "a.txt").unlink()
    monkeypatch.setattr(os, "scandir", refused)
    inbox.rescan()
    assert inbox.rows() == ["b.txt", "c.txt"]
    assert str(inbox.incoming.note()).startswith("not to be read now, its rows stay: ")
    inbox.rescan()
    assert inbox.incoming.note() is None
    monkeypatch.undo()
    (inbox.folder / "closed" / "b.txt").unlink()
    inbox.rescan()
    assert inbox.rows() == ["c.txt"]


def test_a_folder_that_could_never_be_listed_is_told_of(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.write("closed/b.txt")
    listing = os.scandir

    def refused(folder: bytes) -> object:
        if folder.endswith(b"/closed"):
            raise PermissionError
        return listing(folder)

    monkeypatch.setattr(os, "scandir", refused)
    inbox.rescan()
    assert inbox.incoming.note() == f"not to be read now: {inbox.folder / 'closed'}"


def test_a_place_that_is_unmounted_loses_no_rows_and_finds_them_again(
    inbox: Inbox, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = inbox.write("a.txt")
    monkeypatch.setattr(Path, "is_mount", lambda _: path.exists())
    inbox.rescan()
    path.unlink()
    inbox.rescan()
    again = Inbox(inbox.folder, catalogue)
    again.rescan()
    assert again.rows() == ["a.txt"]
    assert "its rows stay" in str(again.incoming.note())
    inbox.write("b.txt")
    monkeypatch.setattr(Path, "is_mount", lambda _: True)
    again.rescan()
    assert again.rows() == ["b.txt"]


def test_a_second_look_while_files_are_read_counts_no_file_twice(inbox: Inbox) -> None:
    for number in range(200):
        inbox.write(f"{number}")
    inbox.incoming.rescan()
    while not inbox.rows():
        inbox.step()
    inbox.touch("a folder that has gone")
    assert inbox.incoming.found == inbox.incoming.read == 200
