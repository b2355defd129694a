"""Settings are read with patience: what is wrong costs a line, never the start."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.settings.file import commented, load, parse, write_commented
from copytaster.desk.settings.settings import Settings, table


def test_without_a_file_all_is_as_it_comes(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == (Settings(), [])


def test_what_is_set_is_set() -> None:
    settings, complaints = parse('measure = 72\nmouse = true\ninbox = ["/wire"]\ntheme = "paper"\n')
    assert complaints == []
    assert settings == Settings(measure=72, mouse=True, inbox=("/wire",), theme="paper")


def test_keys_are_a_table_of_their_own() -> None:
    settings, complaints = parse('[keys]\nspike = "x,d"\n"next" = "n"\n')
    assert dict(settings.keys) == {"spike": "x,d", "next": "n"}
    assert complaints == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("measur = 72", "line 1: there is no setting “measur”; did you mean “measure”?"),
        ("\nmeasure = 7\n", "line 2: measure must be from 40 to 120"),
        ('measure = "72"', "line 1: measure must be a whole number"),
        ("mouse = 1", "line 1: mouse must be true or false"),
        ("measure = true", "line 1: measure must be a whole number"),
        ("theme = 3", "line 1: theme must be a text"),
        ('inbox = "/wire"', "line 1: inbox must be a list of texts"),
        ("inbox = [1]", "line 1: inbox must be a list of texts"),
        ('sort = "newset"', "line 1: sort must be one of"),
        ('sort = "newset"', "did you mean “newest”?"),
        ("keys = 3", "line 1: keys must be a table"),
        ("[keys]\nspike = 3", "line 2: the keys of spike must be a text"),
        ("[colours]\nred = 1", "line 1: there is no setting “colours”; did you mean “colour”?"),
        ("measure = = 3", "line 1"),
    ],
)
def test_what_is_wrong_is_told_by_the_line(text: str, complaint: str) -> None:
    settings, complaints = parse(text)
    assert len(complaints) == 1
    assert complaint in complaints[0]
    assert settings == Settings()


def test_one_wrong_line_spoils_no_other() -> None:
    settings, complaints = parse("measure = 7\nmouse = true\n")
    assert settings.mouse
    assert len(complaints) == 1


def test_a_complaint_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("measure = 7")
    _, complaints = load(tmp_path / "settings.toml")
    assert complaints[0].startswith(f"{tmp_path / 'settings.toml'}: line 1: ")


def test_a_file_that_is_no_text_is_one_complaint(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    settings, complaints = load(tmp_path / "settings.toml")
    assert settings == Settings()
    assert len(complaints) == 1


def test_the_commented_file_changes_nothing_and_names_everything() -> None:
    text = commented()
    assert parse(text) == (Settings(), [])
    for setting in table():
        assert f"# {setting.name} = " in text
        assert setting.meaning.text in text


def test_the_commented_file_with_its_comments_taken_off_sets_the_defaults() -> None:
    lines = [line.removeprefix("# ") for line in commented().splitlines() if " = " in line]
    settings, complaints = parse("\n".join(line for line in lines if not line.startswith("spike")))
    assert complaints == []
    assert settings == Settings()


def test_a_settings_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "copytaster" / "settings.toml"
    assert write_commented(path) == path
    assert tomllib.loads(path.read_text()) == {"keys": {}}
    path.write_text("mouse = true")
    write_commented(path)
    assert path.read_text() == "mouse = true"
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_every_default_is_one_that_could_be_set() -> None:
    for setting in table():
        if setting.meaning.choices:
            assert setting.default in setting.meaning.choices
        if setting.meaning.span:
            low, high = setting.meaning.span
            assert low <= int(str(setting.default)) <= high


@given(st.text())
def test_no_file_keeps_the_program_from_starting(text: str) -> None:
    settings, complaints = parse(text)
    assert isinstance(settings, Settings)
    assert all(isinstance(complaint, str) for complaint in complaints)


def test_a_file_of_nothing_but_brackets_is_one_complaint() -> None:
    assert len(parse("a = " + "[" * 10_000)[1]) == 1
