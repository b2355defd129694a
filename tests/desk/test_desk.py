"""The desk with its back room: files arrive, stories come together, decisions stand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

from copytaster.desk.catalogue.catalogue import open_catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter, Parsed
from copytaster.desk.desk import Desk
from copytaster.desk.inbox.inbox import look
from copytaster.desk.keeping.writer_lock import WriterLock
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import Arrived, Decided, Progress, RelatedReady
from copytaster.desk.words.rows import Related, Sort, Verdict, View
from copytaster.wire.reading import AT_ONCE, read_bytes

SOME_TIME = 1.5  # in which a desk that has nothing to wait for is done
PATIENCE = 30.0  # a limit for a machine under load; nothing here takes a second otherwise

FIRE = (
    "Harbour fire kills two in Skarhaven\n\n"
    "SKARHAVEN, Sept 14 (Norwire) - A fire in the harbour of Skarhaven killed two dockers on"
    " Monday, harbour master Ingrid Solbakken said.\n\n"
    "Flames rose from Quay Nine at dawn and spread to a warehouse full of timber, she said.\n"
)
UPDATE = (
    "Harbour fire in Skarhaven kills three\n\n"
    "SKARHAVEN, Sept 14 (Norwire) - A fire in the harbour of Skarhaven killed three dockers on"
    " Monday, harbour master Ingrid Solbakken said, as crews searched Quay Nine.\n\n"
    "Flames rose at dawn and spread to a warehouse full of timber, Solbakken said.\n"
)
BUDGET = (
    "Kestria passes its budget after a night of talks\n\n"
    "The parliament of Kestria passed a budget early on Tuesday after a night of talks on taxes,"
    " pensions and the price of bread, the finance minister told reporters.\n"
)


class DeskOfFiles:
    """A folder and a desk on it, which can be closed and opened again."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.inbox = base / "inbox"
        self.inbox.mkdir()
        self.desks: list[Desk] = []

    def write(self, name: str, text: str = FIRE) -> Path:
        path = self.inbox / name
        path.write_text(text, encoding="utf-8")
        return path

    def open(self, settings: Settings | None = None) -> Desk:
        desk = Desk.open(
            [self.inbox],
            settings or Settings(),
            state=self.base / "state",
            cache=self.base / "cache",
            config=self.base / "config",
        )
        self.desks.append(desk)
        return desk

    def started(self, settings: Settings | None = None) -> Desk:
        desk = self.open(settings)
        desk.start()
        assert desk.wait(PATIENCE)
        return desk

    def close(self, desk: Desk) -> None:
        self.desks.remove(desk)
        desk.close()


@pytest.fixture
def files(tmp_path: Path) -> Iterator[DeskOfFiles]:
    folder = DeskOfFiles(tmp_path)
    yield folder
    for desk in list(folder.desks):
        folder.close(desk)


def titles(desk: Desk, view: View | None = None) -> list[str]:
    return [row.title for row in desk.rows(desk.order(view or View(sort=Sort.TITLE)))]


Kind = TypeVar("Kind", Progress, Arrived, RelatedReady, Decided)


def news_until(desk: Desk, kind: type[Kind]) -> Kind:
    """The first news of a kind."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for news in desk.news():
            if isinstance(news, kind):
                return news
        desk._line.wait(1)
    raise AssertionError(f"no {kind.__name__} within {PATIENCE} s")


def related(desk: Desk, number: int) -> tuple[Related, ...]:
    while (found := desk.related(number)) is None:
        news_until(desk, RelatedReady)
    return found


def story(desk: Desk, number: int) -> int:
    while (row := desk.row(number)) is None or row.story is None:
        news_until(desk, Arrived)
    return row.story


def test_files_become_rows_behind_the_first_paint(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    files.write("budget.txt", BUDGET)
    desk = files.open()
    assert len(desk.order(View())) == 0
    desk.start()
    arrived = news_until(desk, Arrived)
    assert arrived.count > 0
    assert desk.wait(PATIENCE)
    assert titles(desk) == [FIRE.splitlines()[0], BUDGET.splitlines()[0]]


def test_the_second_time_the_rows_are_there_at_once(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    files.close(files.started())
    desk = files.open()
    assert titles(desk) == [FIRE.splitlines()[0]]
    (number,) = desk.order(View())
    article = desk.article(number)
    assert article is not None
    assert article.title == FIRE.splitlines()[0]
    assert desk.raw(number) == FIRE


def test_what_tells_the_same_story_is_related_first(files: DeskOfFiles) -> None:
    for name, text in (("fire.txt", FIRE), ("update.txt", UPDATE), ("budget.txt", BUDGET)):
        files.write(name, text)
    desk = files.started()
    rows = {row.title: row for row in desk.rows(desk.order(View()))}
    fire, update = rows[FIRE.splitlines()[0]], rows[UPDATE.splitlines()[0]]
    found = related(desk, fire.number)
    assert found[0].number == update.number
    assert found[0].reasons
    assert story(desk, fire.number) == story(desk, update.number)


def test_a_file_that_comes_changes_or_goes_is_noticed(files: DeskOfFiles) -> None:
    fire = files.write("fire.txt")
    files.write("budget.txt", BUDGET)
    desk = files.started()
    order = desk.order(View())
    fire.write_text(UPDATE, encoding="utf-8")
    (files.inbox / "budget.txt").unlink()
    files.write("new.txt", BUDGET.replace("Kestria", "Almarena"))
    desk.rescan()
    assert desk.wait(PATIENCE)
    expected = [UPDATE.splitlines()[0], BUDGET.splitlines()[0].replace("Kestria", "Almarena")]
    assert titles(desk) == sorted(expected)
    assert sorted(desk.merge(View(), order)) == sorted(desk.order(View()))


def test_unreadable_and_empty_files_are_rows_with_a_plain_message(files: DeskOfFiles) -> None:
    files.write("empty.txt", "")
    (files.inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    desk = files.started()
    problems = {row.title: row.problem for row in desk.rows(desk.order(View()))}
    assert set(problems) == {"empty.txt", "picture.txt"}
    assert all(problems.values())
    assert len(desk.order(View(query="is:problem"))) == 2
    assert desk.article(desk.order(View())[0]) is None


def test_a_file_that_vanishes_leaves_its_text_and_a_plain_line(files: DeskOfFiles) -> None:
    path = files.write("fire.txt")
    desk = files.started(Settings(watch=False))
    (number,) = desk.order(View())
    path.unlink()
    assert desk.article(number) is not None
    assert desk.raw(number).startswith("This file cannot be read: ")


def test_decisions_stand_when_the_desk_is_opened_again(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk = files.started()
    (number,) = desk.order(View())
    assert desk.judge([number], Verdict.SPIKED).numbers == (number,)
    files.close(desk)
    desk = files.open()
    row = desk.row(number)
    assert row is not None
    assert row.verdict is Verdict.SPIKED
    undone = desk.undo()
    assert undone is not None
    assert undone.numbers == (number,)
    row = desk.row(number)
    assert row is not None
    assert row.verdict is None


def test_a_renamed_file_keeps_its_verdict(files: DeskOfFiles) -> None:
    path = files.write("fire.txt")
    desk = files.started()
    desk.judge(desk.order(View()), Verdict.KEPT)
    path.rename(files.inbox / "renamed.txt")
    desk.rescan()
    assert desk.wait(PATIENCE)
    (row,) = desk.rows(desk.order(View()))
    assert row.path.endswith("renamed.txt")
    assert row.verdict is Verdict.KEPT


def test_a_new_text_in_the_same_file_has_no_verdict_yet(files: DeskOfFiles) -> None:
    path = files.write("fire.txt")
    desk = files.started()
    desk.judge(desk.order(View()), Verdict.SPIKED)
    path.write_text(UPDATE, encoding="utf-8")
    desk.rescan()
    assert desk.wait(PATIENCE)
    (row,) = desk.rows(desk.order(View()))
    assert row.verdict is None


def test_another_desk_hears_of_a_decision(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk, other = files.started(), files.started()
    (number,) = other.order(View())
    assert other.row(number) is not None
    desk.flag([number], flagged=True)
    assert news_until(other, Decided) == Decided((number,))
    row = other.row(number)
    assert row is not None
    assert row.flagged


def test_a_second_desk_on_the_same_folder_sees_what_the_first_reads(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    first, second = files.started(), files.started()
    files.write("update.txt", UPDATE)
    first.rescan()
    news_until(second, Arrived)
    assert first.wait(PATIENCE)
    assert titles(second) == titles(first)
    assert len(titles(second)) == 2
    (fire, _) = second.order(View(sort=Sort.TITLE))
    assert related(second, fire)


def written_by_another(files: DeskOfFiles) -> tuple[Desk, WriterLock]:
    """A desk whose catalogue another program writes, which has read nothing yet."""
    desk = files.open()
    lock = WriterLock(desk._catalogue.folder)
    assert lock.take()
    desk.start()
    return desk, lock


def test_a_desk_is_not_done_before_the_program_that_reads_for_it_is(files: DeskOfFiles) -> None:
    paths = [files.write("fire.txt"), files.write("budget.txt", BUDGET)]
    desk, _lock = written_by_another(files)
    assert not desk.wait(SOME_TIME)
    with closing(open_catalogue(desk._catalogue.folder)[0]) as catalogue:
        for path in paths:
            assert not desk.wait(0)
            seen = look(os.fsencode(path))
            assert seen
            (article,) = read_bytes(path.read_bytes(), path.name)
            parsed = Parsed(seen, (entry_of(article, 0),), parts=1, last=True)
            CatalogueWriter(catalogue).file([parsed])
    assert desk.wait(PATIENCE)
    assert len(titles(desk)) == 2


def test_where_that_program_ends_the_desk_reads_by_itself(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk, lock = written_by_another(files)
    assert not desk.wait(SOME_TIME)
    os.close(lock._file)
    assert desk.wait(PATIENCE)
    assert titles(desk) == [FIRE.splitlines()[0]]


def test_a_back_room_that_dies_is_started_again(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    files.write("update.txt", UPDATE)
    desk = files.started()
    process = desk._line._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert related(desk, desk.order(View())[0])


def test_a_back_room_ends_with_its_desk(files: DeskOfFiles) -> None:
    desk = files.started()
    process = desk._line._process
    assert process is not None
    files.close(desk)
    assert process.returncode == 0


def test_a_desk_that_is_started_twice_has_one_back_room(files: DeskOfFiles) -> None:
    desk = files.started()
    process = desk._line._process
    desk.start()
    assert desk._line._process is process
    assert desk.wait(PATIENCE)


def test_the_descriptor_for_news_stays_the_same(files: DeskOfFiles) -> None:
    desk = files.open()
    before = desk.fileno()
    desk.start()
    assert desk.wait(PATIENCE)
    assert desk.fileno() == before


def test_a_damaged_catalogue_is_told_and_read_anew(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk = files.started()
    path = desk._catalogue.folder / "catalogue.db"
    files.close(desk)
    for side in ("-wal", "-shm"):
        path.with_name(path.name + side).unlink(missing_ok=True)
    path.write_bytes(b"no database " * 400)
    desk = files.open()
    notes = [news.note for news in desk.news() if isinstance(news, Progress)]
    assert any(note and "damaged" in note for note in notes)
    desk.start()
    assert desk.wait(PATIENCE)
    assert len(desk.order(View())) == 1


def test_news_never_waits(files: DeskOfFiles) -> None:
    assert files.open().news() == []


def test_a_row_that_is_not_there_is_none(files: DeskOfFiles) -> None:
    desk = files.open()
    assert desk.row(7) is None
    assert desk.rows([7]) == []
    assert desk.article(7) is None
    assert desk.raw(7) == "This article is no longer there."
    assert desk.judge([7], Verdict.KEPT).numbers == ()


def test_the_desk_opens_without_heavy_imports(files: DeskOfFiles) -> None:
    heavy = ["numpy", "lxml", "rapidfuzz", "textual", "rich", "watchfiles", "feedparser"]
    code = f"import copytaster.desk.desk, sys; print([n for n in {heavy} if n in sys.modules])"
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "[]"


def test_files_are_noticed_as_they_come_and_go(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk = files.started()
    files.write("budget.txt", BUDGET)
    while len(desk.order(View())) < 2:
        news_until(desk, Arrived)
    (files.inbox / "fire.txt").unlink()
    while len(desk.order(View())) > 1:
        news_until(desk, Arrived)
    assert titles(desk) == [BUDGET.splitlines()[0]]


def test_a_file_that_is_still_being_written_is_read_to_its_end(files: DeskOfFiles) -> None:
    desk = files.started()
    path = files.write("fire.txt", FIRE[:60])
    news_until(desk, Arrived)
    files.write("fire.txt", FIRE)
    while True:
        (number,) = desk.order(View())
        article = desk.article(number)
        if article and "she said" in article.blocks[-1].text:
            break
        news_until(desk, Arrived)
    assert path.exists()


def test_a_folder_that_is_moved_in_brings_its_files(files: DeskOfFiles) -> None:
    desk = files.started()
    (files.base / "elsewhere").mkdir()
    (files.base / "elsewhere" / "fire.txt").write_text(FIRE)
    (files.base / "elsewhere").rename(files.inbox / "day")
    while not len(desk.order(View())):
        news_until(desk, Arrived)
    (files.inbox / "day").rename(files.base / "elsewhere")
    while len(desk.order(View())):
        news_until(desk, Arrived)


def test_a_file_that_is_only_renamed_into_place_is_not_read_before(files: DeskOfFiles) -> None:
    desk = files.started()
    files.write("fire.txt.part", FIRE[:50])
    files.write("budget.txt", BUDGET)
    news_until(desk, Arrived)
    assert titles(desk) == [BUDGET.splitlines()[0]]
    files.write("fire.txt.part").rename(files.inbox / "fire.txt")
    while len(desk.order(View())) < 2:
        news_until(desk, Arrived)
    assert FIRE.splitlines()[0] in titles(desk)


def test_a_date_in_the_far_future_pins_nothing_on_top(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "wrong.txt").write_text(" date 2099-01-01 Council approves plan\n\nIt did so.\n")
    (inbox / "today.txt").write_text("Harbour is open again\n\nShips came in at dawn.\n")
    os.utime(inbox / "wrong.txt", (1_700_000_000, 1_700_000_000))
    folders = {name: tmp_path / name for name in ("state", "cache", "config")}
    with closing(Desk.open([inbox], Settings(), **folders)) as desk:
        desk.start()
        assert desk.wait(60)
        titles = [row.title for row in desk.rows(desk.order(View()))]
    assert titles == ["Harbour is open again", "Council approves plan"]


def test_only_what_is_small_is_read_while_somebody_waits(files: DeskOfFiles) -> None:
    files.write("small.txt")
    files.write("large.txt", FIRE + "Nobody else was hurt.\n\n" * (AT_ONCE // 20))
    desk = files.started()
    names = {Path(desk.row(number).path).name: number for number in desk.order(View())}
    assert desk.rereads(names["small.txt"])
    assert desk.reread(names["small.txt"], "koi8_r") is not None
    assert not desk.rereads(names["large.txt"])
    assert desk.reread(names["large.txt"], "koi8_r") is None
    assert desk.article(names["large.txt"]) is not None
