"""The help over the reader: it knows the pane, the keys and what is missing; `/` finds."""

from __future__ import annotations

import pytest

from copytaster.commands import COMMANDS, Need
from copytaster.keyboard import key_names
from copytaster.presentation.looks import plain_text
from copytaster.screens.help import HelpScreen

LONE = "One goose"


def text(reader) -> str:
    pane = reader.app.screen.text
    return "\n".join(plain_text(pane.line(place)) for place in range(pane.length))


async def go_to(reader, title):
    await reader.until(lambda: reader.screen.relatives is not None)
    while not reader.title.startswith(title):
        await reader.press("j")
    await reader.until(lambda: reader.screen.relatives is not None)


async def test_letters_find_a_command_and_escape_shows_all_again(reading):
    async with reading() as reader:
        await reader.press("question_mark", "slash")
        await reader.type("whole story")
        assert "Spike the whole story" in text(reader)
        assert "Next article" not in text(reader)
        await reader.press("escape")
        assert "Next article" in text(reader)
        await reader.press("escape")
        assert not isinstance(reader.app.screen, HelpScreen)


async def test_it_begins_with_the_pane_that_has_the_keys(reading):
    async with reading() as reader:
        await reader.press("2", "question_mark")
        assert text(reader).strip().startswith("In the article")


async def test_it_tells_why_something_cannot_be_done(reading):
    async with reading() as reader:
        await go_to(reader, LONE)
        assert reader.screen.row.story is None
        await reader.press("question_mark")
        assert f"Not now: {Need.STORY}" in text(reader)


async def test_keys_of_ones_own_open_it_close_it_and_find_in_it(reading):
    async with reading(keys={"help": "h", "search": "ctrl+s", "back": "ctrl+g"}) as reader:
        await reader.press("h", "ctrl+s")
        assert reader.app.screen.words.has_focus
        await reader.press("ctrl+g", "ctrl+g")
        assert not isinstance(reader.app.screen, HelpScreen)


@pytest.mark.parametrize("need", [Need.STORY, Need.RELATED, Need.PARAGRAPH])
async def test_a_key_that_can_do_nothing_says_why(reading, need):
    commands = [each for each in COMMANDS if each.needs is need and each.room == "desk"]
    async with reading() as reader:
        await go_to(reader, LONE)
        reader.screen.relatives = ()
        for command in commands:
            reader.screen.message = ""
            await reader.press(key_names(command.keys)[0])
            assert reader.screen.message, command.id
