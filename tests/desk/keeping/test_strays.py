"""Files that a killed process left half written do not pile up, and nobody else's are touched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from copytaster.desk.keeping.saving import save_text
from copytaster.desk.keeping.strays import RESTED_SECONDS, clear_strays

LONG_AGO = 2 * RESTED_SECONDS


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def left(path: Path, seconds: float = LONG_AGO) -> Path:
    """A file that was written last so long ago."""
    path.write_text("half")
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


def test_what_killed_writers_left_goes_when_the_file_is_written_again(
    tmp_path: Path, dead: int
) -> None:
    place = tmp_path / "plan [draft].md"
    left(tmp_path / f".{place.name}.{dead}.part")
    save_text(place, ["whole"])
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_what_may_still_be_written_and_what_is_none_of_ours_stays(
    tmp_path: Path, dead: int
) -> None:
    stay = {
        left(tmp_path / f".plan.md.{dead}.part", 0.0),
        left(tmp_path / f".plan.md.{os.getpid()}.part.old"),
        left(tmp_path / f".plan.md.{os.getppid()}.part"),
        left(tmp_path / ".plan.md.99999999999999999999.part"),
        left(tmp_path / f".other.md.{dead}.part"),
        left(tmp_path / f"plan.md.{dead}.part"),
    }
    save_text(tmp_path / "plan.md", ["whole"])
    assert set(tmp_path.iterdir()) == stay | {tmp_path / "plan.md"}


def test_a_folder_that_was_left_goes_with_all_that_is_in_it_and_no_link_is_followed(
    tmp_path: Path, dead: int
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    left(precious / "file")
    for name in (f"temporary-{dead}.a", "elsewhere"):
        (tmp_path / name).mkdir()
        left(tmp_path / name / "file")
    then = precious.stat().st_mtime - LONG_AGO
    os.utime(tmp_path / f"temporary-{dead}.a", (then, then))
    (tmp_path / f"temporary-{dead}.b").symlink_to(precious)
    os.utime(tmp_path / f"temporary-{dead}.b", (then, then), follow_symlinks=False)
    clear_strays(tmp_path, re.compile(r"temporary-(\d+)\..*"))
    assert {path.name for path in tmp_path.iterdir()} == {"precious", "elsewhere"}
    assert (precious / "file").exists()


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    clear_strays(tmp_path / "nowhere", re.compile(r"(\d+)"))
