"""The back room runs behind the screen, whatever the scheduler groups by."""

from __future__ import annotations

import subprocess
import sys

import pytest

SAY = """
import os
from pathlib import Path
from copytaster.desk.backroom.giving_way import give_way
def group():
    try:
        return Path("/proc/self/autogroup").read_text().split()[-1]
    except (OSError, IndexError):
        return "-"
before, nice = group(), os.nice(0)
give_way()
print(os.nice(0) - nice, before, group())
"""


def said(*, own_session: bool) -> list[str]:
    """Say how much nicer the process became, and its group's nice value before and after ("-": no
    group is shown, as where the kernel groups by container or not at all)."""
    done = subprocess.run(
        [sys.executable, "-c", SAY],
        start_new_session=own_session,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_a_process_that_gives_way_is_nice() -> None:
    assert said(own_session=True)[0] == "10"


def test_so_is_its_session_where_it_leads_one() -> None:
    # Who is not root may set this ten times a second, all processes of the machine together.
    for _ in range(20):
        _, before, after = said(own_session=True)
        if before == "-":
            pytest.skip("this system shows no group for a session")
        if after == "10":
            return
    pytest.fail(f"a session that gives way stays at {after}")


def test_another_s_session_stays_as_it_is() -> None:
    _, before, after = said(own_session=False)
    if before == "-":
        pytest.skip("this system shows no group for a session")
    assert after == before
