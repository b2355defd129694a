"""The user's keys always win, over the table and over ready-made maps."""

from itertools import combinations

import pytest

from copytaster.commands import BY_ID, COMMANDS
from copytaster.desk.settings.settings import Settings, table
from copytaster.hands import HANDS
from copytaster.keyboard import UNBOUND, begins, key_names, key_signs
from copytaster.keymap import effective_keys, in_the_way, key_complaints
from copytaster.screens.help import HelpText


def bound(user, key_map="copytaster"):
    """The keys that are bound with these of the user."""
    return effective_keys(Settings(keys=user, key_map=key_map))


def test_no_two_commands_come_with_the_same_key():
    for one, other in combinations(COMMANDS, 2):
        if in_the_way(one, other):
            assert not set(key_names(one.keys)) & set(key_names(other.keys)), (one.id, other.id)


def test_each_command_has_its_own_id():
    assert len(BY_ID) == len(COMMANDS)


def test_without_keys_of_the_user_nothing_changes():
    assert bound({}) == {}


def test_a_key_of_the_user_is_taken_from_whoever_had_it():
    keymap = bound({"spike": "j"})
    assert keymap["spike"] == "j"
    assert keymap["list.down"] == "down"
    assert keymap["reader.down"] == "down"


def test_a_command_may_lose_all_its_keys():
    assert bound({"spike": "s"})["keep"] == UNBOUND
    assert key_signs(UNBOUND) == []


def test_keys_of_other_panes_are_nobodys_business():
    assert "reader.down" not in bound({"list.first": "j"})


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
        ("g g", "g g"),
        ("ctrl+x Ctrl+C", "ctrl+x ctrl+c"),
        ("alt+<", "alt+less_than_sign"),
        ("ctrl+@", "ctrl+@"),
    ],
)
def test_signs_stand_for_their_keys(written, meant):
    assert key_names(written) == [meant]


def test_a_key_for_two_commands_is_complained_of():
    assert key_complaints({"spike": "d", "keep": "d"}) == [
        "[keys] d is bound to both spike and keep"
    ]


def test_an_unknown_command_is_complained_of():
    assert key_complaints({"spkie": "d"}) == [
        "[keys] there is no command “spkie”; did you mean “spike”?"
    ]


async def test_a_key_of_the_user_wins_over_the_pane(reading):
    async with reading(keys={"spike": "j"}) as reader:
        number = reader.screen.number
        await reader.press("j")
        assert reader.screen.desk.row(number).verdict is not None


@pytest.mark.parametrize(
    ("key", "sign"),
    [
        ("question_mark", "?"),
        ("ctrl+x 1", "Ctrl-X 1"),
        ("pagedown", "PgDn"),
        ("alt+less_than_sign", "Alt-<"),
        ("ctrl+underscore", "Ctrl-_"),
        ("shift+tab", "Shift-Tab"),
        ("f1", "F1"),
        ("minus", "-"),
    ],
)
def test_keys_are_shown_as_they_stand_on_a_keyboard(key, sign):
    assert key_signs(key) == [sign]


def test_a_key_that_no_keyboard_has_is_complained_of():
    assert key_complaints({"spike": "pagedwn"}) == [
        "[keys] there is no key “pagedwn”; did you mean “pagedown”?"
    ]


def test_a_sequence_takes_its_first_key_from_whoever_had_it():
    keymap = bound({"list.first": "g g"})
    assert keymap["list.first"] == "g g"
    assert "reader.first" not in keymap
    assert bound({"keep": "z z"})["zoom"] == UNBOUND


def test_a_sequence_that_begins_with_a_key_of_the_user_is_complained_of():
    (complaint,) = key_complaints({"zoom": "z", "keep": "z z"})
    assert "z z begins with z" in complaint


@pytest.mark.parametrize("name", HANDS)
def test_a_ready_made_map_names_commands_and_keys_that_there_are(name):
    assert key_complaints(HANDS[name]) == []


@pytest.mark.parametrize("name", HANDS)
def test_with_a_ready_made_map_every_command_has_a_key_of_its_own(name):
    keymap = bound({}, name)
    keys = {each: key_names(keymap.get(each.id, each.keys)) for each in COMMANDS}
    assert [each.id for each in COMMANDS if keys[each] in ([], [UNBOUND])] == []
    for one, other in combinations(COMMANDS, 2):
        if in_the_way(one, other):
            assert not set(keys[one]) & set(keys[other]), (one.id, other.id)
            assert not any(begins(a, b) or begins(b, a) for a in keys[one] for b in keys[other])


@pytest.mark.parametrize("name", HANDS)
def test_the_keys_of_the_user_win_over_a_ready_made_map(name):
    keymap = bound({"spike": "j,ctrl+n", "list.first": "ctrl+w"}, name)
    assert keymap["spike"] == "j,ctrl+n"
    assert "ctrl+n" not in key_names(keymap.get("list.down", ""))
    assert "ctrl+w w" not in key_names(keymap.get("pane.next", ""))


def test_every_ready_made_map_can_be_set():
    (setting,) = (each for each in table() if each.name == "key_map")
    assert setting.meaning.choices == tuple(HANDS)


async def test_a_sequence_shows_how_it_goes_on_and_does_it(reading):
    async with reading(key_map="vim") as reader:
        await reader.press("G")
        assert reader.screen.articles.cursor > 0
        await reader.press("g")
        assert "g First article" in reader.screen.message
        await reader.press("g")
        assert reader.screen.articles.cursor == 0
        assert reader.screen.message == ""


async def test_a_sequence_that_goes_nowhere_does_nothing(reading):
    async with reading(key_map="vim") as reader:
        await reader.press("g", "x")
        assert reader.screen.row.verdict is None
        assert reader.screen.message == ""
        await reader.press("x")
        assert reader.screen.desk.counts().spiked == 1


async def test_a_sequence_works_in_every_pane_and_in_the_help(reading):
    async with reading(width=100, height=24, key_map="vim") as reader:
        await reader.press("2", "G")
        assert reader.screen.reader.top > 0
        await reader.press("g", "g")
        assert reader.screen.reader.top == 0
        await reader.press("question_mark", "G")
        pane = reader.app.screen.query_one(HelpText)
        assert pane.top > 0
        await reader.press("g", "g")
        assert pane.top == 0


async def test_letters_of_a_search_are_no_sequence(reading):
    async with reading(key_map="vim") as reader:
        await reader.press("slash")
        await reader.type("gg")
        assert reader.screen.prompt.value == "gg"
