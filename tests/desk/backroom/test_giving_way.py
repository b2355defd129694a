"""The back room runs behind the screen, whatever the scheduler groups by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GROUP = Path("/proc/self/autogroup")
SAY = """
import os
from pathlib import Path
from copytaster.desk.backroom.giving_way import give_way
before = os.nice(0)
give_way()
group = Path("/proc/self/autogroup")
print(os.nice(0) - before, group.read_text().split()[-1] if group.exists() else "")
"""


def said(*, own_session: bool) -> list[str]:
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


@pytest.mark.skipif(not GROUP.exists(), reason="this system does not group by session")
def test_so_is_its_session_where_it_leads_one_and_no_other_session() -> None:
    ours = GROUP.read_text()
    assert said(own_session=True)[1] == "10"
    assert said(own_session=False)[1] == ours.split()[-1]
    assert GROUP.read_text() == ours
