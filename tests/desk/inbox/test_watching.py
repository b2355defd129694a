"""The live inbox: the watch tells what happened, and is renewed when it may have missed some."""

from __future__ import annotations

import os
import selectors
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copytaster.desk.backroom import vigil
from copytaster.desk.backroom.errand import errand_for
from copytaster.desk.backroom.vigil import Vigil
from copytaster.desk.inbox.inbox import folders_to_watch
from copytaster.desk.inbox.watching import Watch
from copytaster.desk.settings.settings import Settings
from desk.making import Clock


@pytest.mark.parametrize("poll", [False, True])
def test_a_watch_tells_of_new_files(tmp_path: Path, poll: bool) -> None:
    watch = Watch([tmp_path], poll=poll)
    heard: set[bytes] = set()
    with selectors.DefaultSelector() as selector:
        selector.register(watch.pipe, selectors.EVENT_READ)
        for number in range(300):  # the watch stands a moment after it was made
            (tmp_path / f"{number}.txt").write_text("x")
            if selector.select(0.1):
                heard |= watch.take()
            if heard:
                break
    assert heard
    assert all(path.startswith(os.fsencode(tmp_path)) for path in heard)
    watch.close()


def test_a_place_that_is_not_there_is_not_watched(tmp_path: Path) -> None:
    watch = Watch([tmp_path / "nowhere"], poll=False)
    assert not readable(watch, 0.2)
    assert watch.take() == set()
    assert watch.failure() is None
    watch.close()


def readable(watch: Watch, seconds: float) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(watch.pipe, selectors.EVENT_READ)
        return bool(selector.select(seconds))


def failing(*_: object, **__: object) -> Iterator[set[tuple[int, str]]]:
    raise RuntimeError("no more watches")
    yield


def test_a_watch_that_fails_says_so_once_and_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchfiles.watch", failing)
    watch = Watch([tmp_path], poll=False)
    assert readable(watch, 30.0)
    assert watch.take() == set()
    assert watch.failure() == "no more watches"
    assert not readable(watch, 0.2)
    watch.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_a_name_that_is_no_utf_8_fails_the_watch_and_what_came_is_found_all_the_same(
    tmp_path: Path, selector: selectors.BaseSelector, clock: Clock
) -> None:
    kept = Vigil(errand_for(tmp_path, tmp_path, [tmp_path], Settings()), selector)
    odd = os.fsencode(tmp_path) + b"/\xff.txt"
    (first,) = watches(selector)
    while not first.failure():  # the watch stands a moment after it was made
        descriptor = os.open(odd, os.O_CREAT | os.O_WRONLY)
        os.write(descriptor, b"x")
        os.close(descriptor)
        selector.select(0.1)
    kept.hear(first.take())
    clock.now += vigil.DOUBT_SECONDS
    assert not kept.look_due(clock.now)
    assert watches(selector) != [first]
    assert kept.look_due(clock.now + vigil.SETTLING_SECONDS)
    assert kept.note() is None


def test_a_watch_that_fails_again_and_again_is_renewed_ever_later_and_told_of_once(
    tmp_path: Path, selector: selectors.BaseSelector, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keeping(tmp_path, selector)
    monkeypatch.setattr(Watch, "failure", lambda _: "no more watches")
    waits, notes = [], []
    for _ in range(6):
        (watch,), begun = watches(selector), clock.now
        kept.hear(())
        notes.append(kept.note())
        while watches(selector) == [watch]:
            clock.now += 1.0
            kept.look_due(clock.now)
        waits.append(clock.now - begun)
    assert waits == [3.0, 6.0, 12.0, 15.0, 15.0, 15.0]
    assert [note for note in notes if note] == [
        "new files are noticed some seconds late: no more watches"
    ]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock.of(vigil, monkeypatch)


@pytest.fixture
def selector() -> Iterator[selectors.BaseSelector]:
    with selectors.DefaultSelector() as opened:
        yield opened


def keeping(tmp_path: Path, selector: selectors.BaseSelector, *, watch: bool = True) -> Vigil:
    settings = Settings(watch=watch)
    return Vigil(errand_for(tmp_path, tmp_path, [tmp_path / "nowhere"], settings), selector)


def watches(selector: selectors.BaseSelector) -> list[Watch]:
    return [key.data for key in selector.get_map().values()]


def test_once_the_watch_stands_all_is_looked_at_again(
    tmp_path: Path, selector: selectors.BaseSelector, clock: Clock
) -> None:
    kept = keeping(tmp_path, selector)
    assert not kept.look_due(clock.now + vigil.SETTLING_SECONDS / 2)
    assert kept.look_due(clock.now + vigil.SETTLING_SECONDS)
    assert not kept.look_due(clock.now + 1_000)


def test_after_a_burst_the_watch_is_renewed_and_all_is_looked_at(
    tmp_path: Path, selector: selectors.BaseSelector, clock: Clock
) -> None:
    kept = keeping(tmp_path, selector)
    (first,) = watches(selector)
    kept.look_due(clock.now + vigil.SETTLING_SECONDS)
    kept.doubt()
    clock.now += vigil.DOUBT_SECONDS
    assert not kept.look_due(clock.now)
    (second,) = watches(selector)
    assert second is not first
    assert kept.look_due(clock.now + vigil.SETTLING_SECONDS)


def test_bursts_without_end_do_not_put_off_the_renewal(
    tmp_path: Path, selector: selectors.BaseSelector, clock: Clock
) -> None:
    kept = keeping(tmp_path, selector)
    (first,) = watches(selector)
    for _ in range(10):
        kept.doubt()
        clock.now += vigil.DOUBT_SECONDS / 8
        kept.look_due(clock.now)
    assert watches(selector) != [first]


def test_without_watching_nothing_is_due(
    tmp_path: Path, selector: selectors.BaseSelector, clock: Clock
) -> None:
    kept = keeping(tmp_path, selector, watch=False)
    assert not selector.get_map()
    assert not kept.look_due(clock.now + 1_000)


def test_a_link_that_leads_out_is_not_watched(tmp_path: Path) -> None:
    inbox, outside = tmp_path / "inbox", tmp_path / "outside"
    (inbox / "sub").mkdir(parents=True)
    outside.mkdir()
    (inbox / "out").symlink_to(outside)
    (inbox / "loop").symlink_to(inbox)
    assert sorted(folders_to_watch([inbox])) == [os.fsencode(inbox), os.fsencode(inbox / "sub")]


def test_after_a_new_folder_the_watch_is_renewed(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[float] = []
    monkeypatch.setattr(Vigil, "_begin", lambda _: begun.append(clock.now))
    watching = Vigil(errand_for(tmp_path, tmp_path, [tmp_path], Settings()), None)
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    watching.hear([os.fsencode(tmp_path / "file")])
    clock.now += vigil.DOUBT_SECONDS
    watching.look_due(clock.now)
    assert len(begun) == 1
    watching.hear([os.fsencode(tmp_path / "folder")])
    clock.now += vigil.DOUBT_SECONDS
    watching.look_due(clock.now)
    assert len(begun) == 2
