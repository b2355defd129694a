"""The last net of the command line: one plain line, a file, and never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copytaster.cli import show
from copytaster.cli.exits import Exit
from copytaster.desk.keeping.errors import DeskError
from copytaster.desk.keeping.folders import state_folder

SECRET = "the mayor will resign on Friday"


def fails(error: Exception) -> Callable[..., int]:
    def run(_words: object) -> int:
        raise error

    return run


def test_an_error_that_nobody_expected_is_one_line_and_a_file(
    call: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "run", fails(RuntimeError(SECRET)))
    answer = call("show", "x.txt")
    (report,) = state_folder().glob("crash-*")
    assert (answer.status, answer.out) == (Exit.CRASHED, "")
    assert "RuntimeError" in answer.complaint
    assert str(report) in answer.complaint
    assert SECRET not in answer.complaint + report.read_text()


def test_text_is_quoted_where_the_settings_ask_for_it(
    call: Callable[..., object], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    (home / "settings.toml").write_text("crash_text = true\n")
    monkeypatch.setattr(show, "run", fails(RuntimeError(SECRET)))
    assert "quotes what was on show" in call("show", "x.txt").complaint
    (report,) = state_folder().glob("crash-*")
    assert SECRET in report.read_text()


def test_what_the_desk_cannot_go_on_with_is_one_line_without_a_report(
    call: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "run", fails(DeskError("no room for a catalogue")))
    answer = call("show", "x.txt")
    assert (answer.status, answer.complaint) == (
        Exit.WRONG,
        "copytaster: no room for a catalogue",
    )
    assert not state_folder().exists()
