"""A few kills of everything that writes; `make torture` does more."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from select import select

import pytest

from torture.houses import House
from torture.killing import kill_writer
from torture.subcommands import kill_call
from torture.writers import WRITERS


@pytest.mark.parametrize("name", WRITERS)
def test_a_kill_loses_nothing_that_was_confirmed(name: str, tmp_path: Path) -> None:
    assert kill_writer(name, tmp_path, kills=5).broken == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_a_subcommand_that_is_killed_leaves_nothing_that_the_next_call_trips_over(
    tmp_path: Path,
) -> None:
    assert kill_call("export", tmp_path, kills=1).wrong == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells of their end")
def test_a_reader_that_is_killed_leaves_no_process_behind(tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    with house.reader() as session:
        others = list(opened(session.processes()[1:]))
        assert others
        os.kill(session.pid, signal.SIGKILL)
        for other in others:
            assert select([other], [], [], 30.0)[0]
            os.close(other)


def opened(processes: list[int]) -> Iterator[int]:
    """A descriptor of each process, readable when it has ended; of one that has already, none."""
    for pid in processes:
        with suppress(ProcessLookupError):
            yield os.pidfd_open(pid)
