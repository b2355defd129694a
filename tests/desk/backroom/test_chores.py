"""Chores are done by the clock too, and nobody hears of that where nothing has come of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copytaster.desk.backroom import chores as chores_module
from copytaster.desk.backroom.chores import Chores
from copytaster.desk.backroom.errand import errand_for
from copytaster.desk.catalogue.catalogue import open_catalogue
from copytaster.desk.lists.tallies import PATIENCE
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import Message
from desk.making import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock.of(chores_module, monkeypatch)


@pytest.fixture
def chores(tmp_path: Path, clock: Clock) -> Iterator[Chores]:
    opened, _ = open_catalogue(tmp_path / "catalogue")
    opened.close()
    taught = tmp_path / "config" / "taught.toml"
    errand = errand_for(tmp_path / "catalogue", tmp_path / "state", [tmp_path], Settings(), taught)
    chores = Chores(errand)
    yield chores
    chores.close()


def done(chores: Chores) -> list[Message]:
    """What is told until nothing waits."""
    told: list[Message] = []
    assert chores.complaint() is None
    while chores.waiting:
        told += chores.work(None, reading=False, settled=True)
    return told


def test_a_round_by_the_clock_is_work_and_tells_nothing(chores: Chores, clock: Clock) -> None:
    assert chores.busy
    assert done(chores)
    clock.now += PATIENCE + 1
    chores.tend()
    assert chores.waiting
    assert not chores.busy
    assert not done(chores)


def test_what_happens_during_a_round_by_the_clock_is_told(chores: Chores, clock: Clock) -> None:
    done(chores)
    clock.now += PATIENCE + 1
    chores.tend()
    chores.call()
    assert chores.busy
