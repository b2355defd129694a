"""`copytaster themes`: the themes there are."""

from __future__ import annotations

import pytest

from copytaster.themes import load_themes

MINE = 'name = "mine"\n[colours]\nprimary = "#ff8800"\n'


@pytest.fixture
def folder(home):
    place = home / "themes"
    place.mkdir()
    return place


def test_every_theme_is_listed(call):
    answer = call("themes")
    assert answer.status == 0
    names = {line[2:] for line in answer.out.splitlines()}
    assert {theme.name for theme in load_themes()[0]} <= names


def test_ones_own_theme_is_listed(call, folder):
    (folder / "mine.toml").write_text(MINE)
    assert "  mine" in call("themes").out.splitlines()


def test_the_theme_in_use_is_marked(call, home):
    (home / "settings.toml").write_text('theme = "day-desk"\n')
    marked = [line for line in call("themes").out.splitlines() if line.startswith("*")]
    assert marked == ["* day-desk"]


def test_the_folder_for_ones_own_is_named(call, folder):
    assert str(folder) in call("themes").out


def test_a_wrong_theme_is_one_line_and_the_others_are_listed(call, folder):
    (folder / "wrong.toml").write_text('name = "wrong"\n')
    answer = call("themes")
    assert answer.status == 2
    assert "wrong.toml" in answer.complaint
    assert "night-desk" in answer.out
