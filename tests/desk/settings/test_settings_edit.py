"""One setting changed in the file: everything else stays, comments and order too."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.settings.edit import with_value
from copytaster.desk.settings.file import SettingsFile, commented, parse
from copytaster.desk.settings.settings import Settings, table

BY_NAME = {setting.name: setting for setting in table()}
MEASURE, INBOX, MOUSE = BY_NAME["measure"], BY_NAME["inbox"], BY_NAME["mouse"]


def test_a_value_takes_the_place_of_the_one_before():
    text = "# wide\nmeasure = 60  # for the big screen\nmouse = true\n"
    assert with_value(text, MEASURE, 66) == text.replace("60", "66")


def test_a_value_that_was_not_set_stands_below_its_comment():
    new = with_value(commented(), MEASURE, 66)
    assert new is not None
    assert "# measure = 76\nmeasure = 66\n" in new
    assert new.replace("measure = 66\n", "", 1) == commented()


def test_without_a_comment_it_stands_above_the_first_table():
    assert (
        with_value('mouse = true\n\n[keys]\nspike = "d"\n', MEASURE, 66)
        == 'mouse = true\nmeasure = 66\n\n[keys]\nspike = "d"\n'
    )


def test_the_default_needs_no_line():
    text = with_value(commented(), MEASURE, 66)
    assert text is not None
    assert with_value(text, MEASURE, 76) == commented()


def test_a_list_over_many_lines_is_replaced_whole():
    text = 'inbox = [\n  "a", # one\n  "b",\n]\nmouse = true\n'
    assert with_value(text, INBOX, ("c d", "e")) == 'inbox = ["c d", "e"]\nmouse = true\n'


def test_a_key_of_the_same_name_in_a_table_is_let_be():
    text = '[keys]\nmouse = "m"\n'
    assert with_value(text, MOUSE, True) == 'mouse = true\n[keys]\nmouse = "m"\n'


def test_a_broken_file_is_not_touched():
    assert with_value("theme = \n", MEASURE, 66) is None


@given(st.sampled_from(table()), st.data())
def test_every_setting_can_be_set_and_set_back(setting, data):
    if setting.meaning.choices:
        value = data.draw(st.sampled_from(setting.meaning.choices))
    elif setting.meaning.span:
        value = data.draw(st.integers(*setting.meaning.span))
    elif isinstance(setting.default, bool):
        value = data.draw(st.booleans())
    else:
        letters = st.text(st.characters(exclude_categories=("Cs",)))
        lists = st.lists(letters).map(tuple)
        value = data.draw(lists if isinstance(setting.default, tuple) else letters)
    text = with_value(commented(), setting, value)
    assert text is not None
    settings, complaints = parse(text)
    assert complaints == []
    assert getattr(settings, setting.name) == value
    assert with_value(text, setting, setting.default) == commented()


def test_the_file_is_made_with_the_first_change(tmp_path: Path):
    file = SettingsFile(tmp_path / "copytaster" / "settings.toml")
    assert file.set(MEASURE, 66) is None
    settings, complaints = file.changed() or (Settings(), ["nothing"])
    assert (settings.measure, complaints) == (66, [])
    assert file.changed() is None


def test_a_change_by_another_hand_is_seen_once(tmp_path: Path):
    path = tmp_path / "settings.toml"
    file = SettingsFile(path)
    assert file.changed() is None
    path.write_text("measure = 7\nmouse = true\n")
    settings, complaints = file.changed() or (Settings(), [])
    assert settings.mouse
    assert "line 1" in complaints[0]
    assert file.changed() is None
    path.unlink()
    assert file.changed() == (Settings(), [])


@pytest.mark.parametrize(
    ("setting", "value", "complaint"),
    [(MEASURE, 7, "from 40 to 120"), (BY_NAME["sort"], "newst", "did you mean “newest”")],
)
def test_what_cannot_be_is_not_written(tmp_path: Path, setting, value, complaint):
    file = SettingsFile(tmp_path / "settings.toml")
    assert complaint in (file.set(setting, value) or "")
    assert not file.path.exists()


def test_a_folder_that_takes_no_file_is_one_line(tmp_path: Path):
    (tmp_path / "file").write_text("")
    file = SettingsFile(tmp_path / "file" / "settings.toml")
    assert "settings.toml" in (file.make() or "")
    assert "settings.toml" in (file.set(MEASURE, 66) or "")


def test_the_first_file_explains_every_setting(tmp_path: Path):
    file = SettingsFile(tmp_path / "settings.toml")
    assert file.make() is None
    assert tomllib.loads(file.path.read_text()) == {"keys": {}}
    assert file.changed() is None
