"""Many at once, for a few seconds, and two users of one cache."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from torture.crowd import crowd
from torture.houses import COMMAND, LONG, House
from torture.together import together

NOBODY = 65534


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
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("becoming another user needs root and setpriv")
    house = House(tmp_path / "house")
    (house.inbox / "private.txt").write_text("Private word xyzzy\n\nOnly root may read this.\n")
    list_it = [COMMAND, "list", "--in", str(house.inbox)]
    shared = {"XDG_CACHE_HOME": str(tmp_path / "house" / "cache")}
    ours = subprocess.run(list_it, env=house.environ(**shared), capture_output=True, check=True)
    assert b"xyzzy" in ours.stdout
    modes = {path.stat().st_mode & 0o077 for path in house.cache.rglob("*")}
    assert modes == {0}
    (house.inbox / "private.txt").chmod(0o600)
    for path in (tmp_path, *tmp_path.parents, house.place / "cache"):
        if not path.stat().st_mode & 0o001:
            path.chmod(path.stat().st_mode | 0o011) if path.is_relative_to(tmp_path) else None
    nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    theirs = subprocess.run(
        [*nobody, *list_it], env=house.environ(**shared), capture_output=True, check=False
    )
    assert b"xyzzy" not in theirs.stdout
    assert b"Traceback" not in theirs.stderr
