"""`copytaster keys`: the keys of the reader, as they are bound."""

from __future__ import annotations

from copytaster.commands import COMMANDS


def test_every_command_is_listed_once(call):
    answer = call("keys", "--json")
    assert answer.status == 0
    assert [each["id"] for each in answer.json] == [command.id for command in COMMANDS]
    assert all(list(each) == ["id", "keys", "help"] for each in answer.json)


def test_text_has_a_line_for_every_command(call):
    lines = call("keys").out.splitlines()
    for command in COMMANDS:
        assert any(command.id in line and command.help in line for line in lines)


def test_keys_of_ones_own_replace_the_others(call, home):
    (home / "settings.toml").write_text('[keys]\nspike = "d,delete"\n')
    bound = {each["id"]: each["keys"] for each in call("keys", "--json").json}
    assert bound["spike"][0] == "d"
    assert "x" not in bound["spike"]


def test_a_ready_made_map_can_be_looked_at_before_it_is_set(call):
    bound = {each["id"]: each["keys"] for each in call("keys", "--like", "vim", "--json").json}
    assert "g g" in bound["list.first"]
    assert bound != {each["id"]: each["keys"] for each in call("keys", "--json").json}
