"""Many at once, for a few seconds, and two users of one cache."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from torture.crowd import crowd
from torture.houses import COMMAND, LONG, House, without_rights
from torture.together import together

SOMEBODY = 65534


@LONG
def test_readers_and_scripts_on_one_ledger_lose_nothing(tmp_path: Path) -> None:
    result = crowd(tmp_path / "house", 4.0)
    assert result.wrong == []
    assert result.decided >= 2


def test_two_readers_and_a_script_end_with_all_that_was_confirmed(tmp_path: Path) -> None:
    result = together(tmp_path / "house", articles=60, decisions=500)
    assert result.wrong == []
    assert result.scripted == 500
    assert result.by_hand >= 2


def test_what_one_user_reads_never_shows_in_the_cache_of_another(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("giving files to another user needs root")
    house, limited = House(tmp_path / "house"), without_rights()
    private = house.inbox / "private.txt"
    private.write_text("Private word xyzzy\n\nOnly one user may read this.\n")
    list_it = [COMMAND, "list", "--in", str(house.inbox)]
    ours = subprocess.run(list_it, env=house.environ(), capture_output=True, check=True)
    assert b"xyzzy" in ours.stdout
    modes = {path.stat().st_mode & 0o077 for path in house.cache.rglob("*")}
    assert modes == {0}
    private.chmod(0o600)
    for path in (private, house.cache, *house.cache.rglob("*")):
        os.chown(path, SOMEBODY, SOMEBODY)
    theirs = subprocess.run(
        [*limited, *list_it], env=house.environ(), capture_output=True, check=False
    )
    assert b"xyzzy" not in theirs.stdout
    assert len(theirs.stdout.splitlines()) == len(ours.stdout.splitlines())
    assert b"private.txt" in theirs.stdout
    of_the_cache, of_the_file = theirs.stderr.decode().splitlines()
    assert "the cache cannot be used" in of_the_cache
    assert of_the_file == f"copytaster: {private}: no permission to read it"
    assert theirs.returncode == 2
