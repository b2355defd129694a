"""The report of a crash says where, and quotes nothing that a file said."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from copytaster.desk.crash import KEPT, save_report, where
from copytaster.desk.keeping.errors import is_damage
from copytaster.desk.query.language import parse

SECRET = "the mayor will resign on Friday"


def failing(text: str) -> None:
    article = {"title": text}
    try:
        int(article["title"])
    except ValueError as error:
        raise KeyError(text) from error


def failure() -> Exception:
    try:
        failing(SECRET)
    except KeyError as error:
        return error
    raise AssertionError


def saved(error: Exception, folder: Path, *, quoting: bool = False) -> str:
    path = save_report(error, folder, quoting=quoting)
    assert path is not None
    return path.read_text("utf-8")


def test_a_report_says_how_it_came_to_this_and_quotes_no_article(tmp_path: Path) -> None:
    text = saved(failure(), tmp_path)
    assert "test_crash.py" in text
    assert "in failing" in text
    assert text.index("ValueError") < text.index("KeyError")
    assert SECRET not in text


def test_who_asks_for_it_gets_what_was_at_hand(tmp_path: Path) -> None:
    assert SECRET in saved(failure(), tmp_path, quoting=True)


def test_what_the_system_and_the_database_say_is_quoted(tmp_path: Path) -> None:
    full = OSError(28, "No space left on device", f"/wire/{SECRET}.txt")
    assert "No space left on device" in saved(full, tmp_path)
    assert SECRET not in saved(full, tmp_path)
    assert "disk I/O error" in saved(sqlite3.OperationalError("disk I/O error"), tmp_path)


def test_reports_belong_to_their_user_and_only_the_last_are_kept(tmp_path: Path) -> None:
    state = tmp_path / "state"
    for number in range(KEPT + 3):
        state.mkdir(exist_ok=True)
        (state / f"crash-2026010{number:02d}.txt").write_text("old")
    path = save_report(failure(), state)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(list(state.glob("crash-*"))) == KEPT
    assert path in state.iterdir()


def test_a_folder_that_takes_no_report_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert save_report(failure(), tmp_path / "file") is None


def test_an_error_is_placed_at_the_last_line_of_ours() -> None:
    with pytest.raises(TypeError) as caught:
        parse(None)
    assert where(caught.value).startswith("TypeError in desk/query/language.py, line ")


@pytest.mark.parametrize("statement", ["SELECT * FROM nowhere", "ATTACH '/dev/null/x' AS x"])
def test_a_database_is_damaged_where_the_fault_is_in_its_file(statement: str) -> None:
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(":memory:").execute(statement)
    assert is_damage(caught.value) is ("nowhere" in statement)
