"""The line to the back room: it is started again when it dies, at once or after a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from copytaster.desk.backroom import back_line
from copytaster.desk.backroom.back_line import (
    RETRY_SECONDS,
    STARTED_AT_MOST,
    STEADY_SECONDS,
    BackLine,
)
from copytaster.desk.backroom.errand import errand_for
from copytaster.desk.settings.settings import Settings
from desk.making import Clock


class Room:
    """A process that is alive or dead, as it is told."""

    stdin = None

    def __init__(self, *_: object, **__: object) -> None:
        self.alive = True

    def poll(self) -> int | None:
        return None if self.alive else 1

    def wait(self, timeout: float) -> None:
        self.alive = False


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(back_line.subprocess, "Popen", Room)
    return Clock.of(back_line, monkeypatch)


@pytest.fixture
def line(tmp_path: Path, clock: Clock) -> BackLine:
    (tmp_path / "cache").mkdir()
    made = BackLine(errand_for(tmp_path / "cache", tmp_path / "state", [], Settings()))
    made.start()
    return made


def die(line: BackLine) -> bool:
    """Let it die; whether it is started again."""
    line._process.alive = False
    return line.keep_up()


def test_deaths_in_a_row_are_given_up_for_a_while(line: BackLine, clock: Clock) -> None:
    assert [die(line) for _ in range(STARTED_AT_MOST)] == [True] * (STARTED_AT_MOST - 1) + [False]
    assert line.given_up
    clock.now += RETRY_SECONDS
    assert line.keep_up()
    assert not line.given_up
    assert not die(line)


def test_one_that_lived_long_may_die_as_often_again(line: BackLine, clock: Clock) -> None:
    die(line)
    die(line)
    assert not line.steady
    clock.now += STEADY_SECONDS + 1
    assert not line.keep_up()
    assert line.steady
    assert die(line)


def test_a_disk_that_takes_no_log_does_not_keep_it_from_starting(
    tmp_path: Path, clock: Clock
) -> None:
    line = BackLine(errand_for(tmp_path / "nowhere", tmp_path / "state", [], Settings()))
    line.start()
    words = "the cache cannot be used (no such file or directory)"
    assert line.last_words() == words
