"""The terminal that tests and benchmarks run programs in."""

import os

import pytest

from benchmarks.pty_session import Session

MORE_THAN_ITS_BUFFER = 50_000


@pytest.mark.timeout(20)
def test_keys_at_a_program_that_ended_and_left_its_terminal_raw_go_nowhere() -> None:
    session = Session(["sh", "-c", "stty raw; kill -9 $$"])
    session.until(lambda: session.left)
    session.type("3" * MORE_THAN_ITS_BUFFER)
    assert session.exit_code() == -9
    session.end()


def test_a_program_that_has_ended_is_not_killed_by_a_number_that_may_be_another_s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = Session(["sh", "-c", "exit 3"])
    assert session.exit_code() == 3
    killed: list[int] = []
    monkeypatch.setattr(os, "kill", lambda pid, _: killed.append(pid))
    session.end()
    assert killed == []
