"""The user's keys always win."""

from itertools import combinations

import pytest

from copytaster.commands import BY_ID, COMMANDS, UNBOUND, key_signs
from copytaster.keymap import effective_keys, in_the_way, key_complaints, key_names


def test_no_two_commands_come_with_the_same_key():
    for one, other in combinations(COMMANDS, 2):
        if in_the_way(one, other):
            assert not set(key_names(one.keys)) & set(key_names(other.keys)), (one.id, other.id)


def test_each_command_has_its_own_id():
    assert len(BY_ID) == len(COMMANDS)


def test_without_keys_of_the_user_nothing_changes():
    assert effective_keys({}) == {}


def test_a_key_of_the_user_is_taken_from_whoever_had_it():
    keymap = effective_keys({"spike": "j"})
    assert keymap["spike"] == "j"
    assert keymap["list.down"] == "down"
    assert keymap["reader.down"] == "down"


def test_a_command_may_lose_all_its_keys():
    assert effective_keys({"spike": "s"})["keep"] == UNBOUND
    assert key_signs(UNBOUND) == []


def test_keys_of_other_panes_are_nobodys_business():
    assert "reader.down" not in effective_keys({"list.first": "j"})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("?", "question_mark"),
        ("/", "slash"),
        ("\\", "backslash"),
        ("-", "minus"),
        ("@", "at"),
        ("G", "G"),
        ("Ctrl+F", "ctrl+f"),
        ("PageDown", "pagedown"),
        ("é", "é"),
    ],
)
def test_signs_stand_for_their_keys(written, meant):
    assert key_names(written) == [meant]


def test_a_key_for_two_commands_is_complained_of():
    assert key_complaints({"spike": "d", "keep": "d"}) == [
        "[keys] d is bound to both spike and keep"
    ]


def test_an_unknown_command_is_complained_of():
    assert key_complaints({"spkie": "d"}) == ["[keys] there is no command “spkie”"]


async def test_a_key_of_the_user_wins_over_the_pane(reading):
    async with reading(keys={"spike": "j"}) as reader:
        number = reader.screen.number
        await reader.press("j")
        assert reader.screen.desk.row(number).verdict is not None
