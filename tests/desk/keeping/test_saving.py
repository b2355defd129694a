"""Saving into what is no file, and what may not be written."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from copytaster.desk.keeping.saving import save_text


def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    save_text(pipe, ["one ", "two"])
    reader.join()
    assert read == ["one two"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_file_that_may_not_be_written_stays_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "out.md"
    place.write_text("old")
    place.chmod(0o444)
    with pytest.raises(PermissionError):
        save_text(place, ["new"])
    assert place.read_text() == "old"
