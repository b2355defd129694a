"""`copytaster config`: what is set, from where, and what is wrong with it."""

from __future__ import annotations

import tomllib

from copytaster.desk.settings.settings import DEFAULTS, table


def test_the_path_is_where_the_settings_are_read_from(call, home):
    assert call("config", "--path").out == f"{home / 'settings.toml'}\n"


def test_every_setting_is_shown_as_it_could_stand_in_the_file(call):
    answer = call("config")
    assert answer.status == 0
    shown = tomllib.loads(answer.out)
    assert list(shown) == [setting.name for setting in table()]
    assert shown["mouse"] is DEFAULTS.mouse
    assert shown["measure"] == DEFAULTS.measure
    assert shown["inbox"] == list(DEFAULTS.inbox)


def test_what_is_set_is_shown_and_marked(call, home):
    (home / "settings.toml").write_text("measure = 66\n")
    answer = call("config")
    assert tomllib.loads(answer.out)["measure"] == 66
    marked = [line for line in answer.out.splitlines() if "(default: " in line]
    assert [line.partition(" ")[0] for line in marked] == ["measure"]


def test_keys_of_ones_own_are_shown(call, home):
    (home / "settings.toml").write_text('[keys]\nspike = "x,d"\n')
    assert tomllib.loads(call("config").out)["keys"] == {"spike": "x,d"}


def test_a_good_file_checks_without_a_word(call, home):
    (home / "settings.toml").write_text('theme = "day-desk"\n')
    answer = call("config", "--check")
    assert (answer.status, answer.out, answer.complaints) == (0, "", "")


def test_a_mistake_is_named_with_its_line_and_what_was_meant(call, home):
    (home / "settings.toml").write_text("mouse = true\nmeasur = 66\n")
    answer = call("config", "--check")
    assert answer.status == 2
    assert "line 2" in answer.complaint
    assert "measure" in answer.complaint


def test_a_key_for_a_command_that_is_not_there_is_named(call, home):
    (home / "settings.toml").write_text('[keys]\nspyke = "x"\n')
    answer = call("config", "--check")
    assert answer.status == 2
    assert "settings.toml: line 2: " in answer.complaint
    assert "did you mean “spike”" in answer.complaint


def test_a_key_for_two_commands_is_named_with_its_line(call, home):
    (home / "settings.toml").write_text('[keys]\nkeep = "d"\nspike = "x,d"\n')
    answer = call("config", "--check")
    assert answer.status == 2
    assert "line 3: d is bound to both keep and spike" in answer.complaint


def test_broken_toml_is_one_line(call, home):
    (home / "settings.toml").write_text("theme = \n")
    answer = call("config", "--check")
    assert answer.status == 2
    assert "line 1" in answer.complaint


def test_the_editor_gets_a_commented_file(call, home, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    assert call("config", "--edit").status == 0
    text = (home / "settings.toml").read_text()
    assert all(f"# {setting.name} = " in text for setting in table())
    assert call("config", "--check").status == 0


def test_an_editor_that_is_not_there_is_one_line(call, monkeypatch):
    monkeypatch.setenv("VISUAL", "no-such-editor")
    answer = call("config", "--edit")
    assert answer.status == 2
    assert "no-such-editor" in answer.complaint
