"""Parse workers may be lost at any time; no file is, and none holds up the others."""

from __future__ import annotations

import io
import json
import selectors
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.catalogue.entries import Entry, entry_of, entry_of_problem
from copytaster.desk.catalogue.writer import Parsed
from copytaster.desk.inbox import parsing
from copytaster.desk.inbox.frames import Frame, take_frames, to_bytes
from copytaster.desk.inbox.headless import parsed_in_order, read_all
from copytaster.desk.inbox.workers import AHEAD_BYTES, TOO_MUCH, Worker, Workers
from copytaster.desk.keeping.errors import DeskError
from copytaster.wire.article import Article, Unreadable
from desk.making import article, seen

READER = """
import os, signal, sys, time
from copytaster.desk.inbox.parsing import serve
from copytaster.wire.article import Article, Unreadable
import copytaster.desk.inbox.parsing as parsing
parsing.CPU_SECONDS = 0.2
parsing.bound_memory()

def reader(path):
    name = path.rpartition("/")[2]
    if name.startswith("hang"):
        while True: pass
    if name.startswith("crash"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if name.startswith("huge"):
        whole = bytearray(parsing.MOST_MEMORY)
    if name.startswith("late"):
        parsing.FRAME_ARTICLES = 1
        yield Article(id=name, path=path, title=name)
        while True: pass
    if name.startswith("many"):
        for part in range(200):
            yield Article(id=f"{name}/{part}", path=path, title=name)
        return
    if name.startswith("bad"):
        yield Unreadable(path, "an empty file")
        return
    yield Article(id=name, path=path, title=name)

serve(sys.stdin.buffer, sys.stdout.buffer, reader)
"""
COMMAND = [sys.executable, "-c", READER]


def parse_all(names: Sequence[str]) -> dict[str, list[Entry]]:
    """Every file of these names with its entries, from two workers."""
    entries: dict[str, list[Entry]] = {name: [] for name in names}
    with selectors.DefaultSelector() as selector:
        workers = Workers(COMMAND, selector)
        workers.read([seen(f"/wire/{name}") for name in names])
        while workers.busy:
            for key, _ in selector.select(5):
                for parsed in workers.answers(key.data):
                    entries[parsed.seen.path.decode().rpartition("/")[2]].extend(parsed.entries)
        workers.close()
    return entries


def test_every_file_is_parsed() -> None:
    names = [f"file{n}" for n in range(100)]
    assert {name: [entry.title for entry in found] for name, found in parse_all(names).items()} == {
        name: [name] for name in names
    }


HUGE = pytest.param(
    "huge",
    marks=pytest.mark.skipif(sys.platform != "linux", reason="other systems do not count it so"),
)


@pytest.mark.parametrize("bad", ["hang", "crash", HUGE])
def test_a_file_that_ends_its_worker_is_a_problem_and_the_others_are_read(bad: str) -> None:
    names = [f"a{n}" for n in range(20)] + [bad] + [f"b{n}" for n in range(20)]
    entries = parse_all(names)
    assert [entry.problem for entry in entries[bad]] == [TOO_MUCH]
    assert all(entry.problem is None for name in names if name != bad for entry in entries[name])
    assert all(len(found) == 1 for found in entries.values())


def test_many_files_that_hang_are_all_problems() -> None:
    entries = parse_all(["hang1", "good", "hang2", "hang3"])
    assert [found[0].problem for found in entries.values()] == [TOO_MUCH, None, TOO_MUCH, TOO_MUCH]


def test_what_a_file_gave_before_it_hung_is_kept() -> None:
    entries = parse_all(["late"])["late"]
    assert [(entry.part, entry.problem) for entry in entries] == [(0, None), (1, TOO_MUCH)]


def test_articles_of_one_file_keep_their_order_and_their_parts() -> None:
    entries = parse_all(["many", "one"])["many"]
    assert [entry.part for entry in entries] == list(range(200))
    assert [entry.id for entry in entries] == [f"many/{part}" for part in range(200)]


def test_the_parts_of_a_run_count_all_runs_before_it() -> None:
    with selectors.DefaultSelector() as selector:
        workers = Workers(COMMAND, selector, count=1)
        workers.read([seen("/wire/many")])
        runs = [run for run in drained(workers, selector) if run.entries]
        workers.close()
    assert [run.parts for run in runs] == [run.entries[-1].part + 1 for run in runs]
    assert len(runs) > 1
    assert [run.last for run in runs] == [False] * (len(runs) - 1) + [True]


def test_large_files_are_handed_out_one_at_a_time_so_that_no_worker_has_them_all() -> None:
    with selectors.DefaultSelector() as selector:
        workers = Workers(COMMAND, selector)
        workers.read([seen(f"/wire/file{n}", size=AHEAD_BYTES) for n in range(8)])
        at_once = 0
        while workers.busy:
            for key, _ in selector.select(5):
                list(workers.answers(key.data))
                at_once = max(at_once, len(key.data.handed))
        workers.close()
    assert at_once == 1


def test_workers_come_for_work_and_go_when_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with selectors.DefaultSelector() as selector:
        workers = Workers(COMMAND, selector)
        assert not selector.get_map()
        for _ in range(2):
            workers.read([seen("/wire/a")])
            assert len(selector.get_map()) == 2
            assert len([run for run in drained(workers, selector) if run.entries]) == 1
            list(workers.tend())
            assert len(selector.get_map()) == 2
            with monkeypatch.context() as later:
                later.setattr("copytaster.desk.inbox.workers.REST_SECONDS", -1.0)
                list(workers.tend())
            assert not selector.get_map()
        workers.close()


def test_workers_that_never_start_are_given_up() -> None:
    with selectors.DefaultSelector() as selector:
        workers = Workers([sys.executable, "-c", "raise SystemExit(1)"], selector)
        workers.read([seen("/wire/a")])
        with pytest.raises(DeskError, match="do not start"):
            list(drained(workers, selector))
        workers.close()


def drained(workers: Workers, selector: selectors.BaseSelector) -> Iterator[Parsed]:
    while workers.busy:
        for key, _ in selector.select(5):
            yield from workers.answers(key.data)


def test_a_file_that_gives_no_article_is_a_problem_with_its_reason() -> None:
    assert [entry.problem for entry in parse_all(["bad"])["bad"]] == ["an empty file"]


def test_files_come_in_turn_whoever_parsed_them() -> None:
    names = ["slowest-many", "many", "hang", "bad", "z", "a"]
    files = [seen(f"/wire/{name}") for name in names]
    runs = [path.decode().rpartition("/")[2] for path, _ in parsed_in_order(files, COMMAND)]
    assert list(dict.fromkeys(runs)) == names


def test_reading_without_a_screen_is_in_the_order_of_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"Title of {name}\n\nA paragraph of the text of {name}.\n")
    (tmp_path / "b0.txt").write_bytes(b"")
    found = list(read_all([tmp_path]))
    assert [Path(each.path).name for each in found] == ["a.txt", "b.txt", "b0.txt", "c.txt"]
    assert [type(each) for each in found] == [Article, Article, Unreadable, Article]


def test_a_worker_that_is_gone_says_so(tmp_path: Path) -> None:
    worker = Worker([sys.executable, "-c", ""])
    assert worker.hear() is None
    worker.end()


def frames_from(path: str, found: Iterable[Article | Unreadable]) -> list[Frame]:
    stream = bytearray(b"".join(parsing.frames_of(path, lambda _path: found)))
    frames = list(take_frames(stream))
    assert not stream
    return frames


@pytest.fixture(autouse=True)
def no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process nothing may be killed for taking long."""
    monkeypatch.setattr(parsing, "_limit", lambda seconds: None)


def test_a_long_file_is_answered_in_runs_and_its_end_is_told() -> None:
    frames = frames_from("a", [article(str(n)) for n in range(130)])
    assert [len(frame.entries) for frame in frames] == [64, 64, 2]
    assert [frame.last for frame in frames] == [False, False, True]


def test_a_file_without_any_article_is_a_problem() -> None:
    (frame,) = frames_from("/wire/a", [])
    assert [entry.problem for entry in frame.entries] == ["no article was found in it"]


def test_an_unreadable_piece_amid_articles_is_passed_over() -> None:
    (frame,) = frames_from("a", [article("one"), Unreadable("a", "damaged"), article("two")])
    assert [(entry.part, entry.title) for entry in frame.entries] == [(0, "one"), (1, "two")]


def test_a_worker_says_that_it_is_ready_before_anything_else() -> None:
    answers = io.BytesIO()
    requests = io.BytesIO(json.dumps("/wire/a").encode() + b"\n")
    parsing.serve(requests, answers, lambda path: [article(path)])
    first, second = take_frames(bytearray(answers.getvalue()))
    assert first == Frame((), last=True)
    assert [entry.title for entry in second.entries] == ["/wire/a"]


@given(st.lists(st.booleans(), max_size=5), st.integers(1, 50), st.booleans())
def test_frames_survive_being_cut_anywhere(kinds: list[bool], cut: int, last: bool) -> None:
    entries = tuple(
        entry_of(article(f"título {n}"), n) if whole else entry_of_problem(f"/w/{n}", "empty")
        for n, whole in enumerate(kinds)
    )
    whole = to_bytes(entries, last=last) * 2
    buffer, frames = bytearray(), []
    for start in range(0, len(whole), cut):
        buffer += whole[start : start + cut]
        frames += list(take_frames(buffer))
    assert frames == [Frame(entries, last)] * 2
