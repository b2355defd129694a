"""Screens over the desk: `?` tells the keys of each, and a line names the few that it has."""

from __future__ import annotations

import pytest

from copytaster.presentation.looks import plain_text
from copytaster.screens.help import HelpScreen
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.widgets.key_line import KeyLine

OVERLAYS = {
    "D": ("Next difference", "Previous difference"),
    "I": ("Go to the article of this line",),
    "W": ("List this wire", "Look back further"),
    "H": ("Take back all down to here",),
    "apostrophe": ("Open this basket", "Remove this basket"),
}


async def on_a_related_story(reader):
    """Go to an article that has a story and relatives."""
    rows = reader.screen.desk.rows(reader.screen.order)
    await reader.go_to(next(row.title for row in rows if row.story is not None))
    assert await reader.related()


def help_lines(reader):
    """What the help says, line by line."""
    text = reader.app.screen.text
    return [plain_text(text.line(place)).strip() for place in range(text.length)]


@pytest.mark.parametrize("key", OVERLAYS)
async def test_the_help_tells_the_keys_of_the_screen_that_is_on_show(reading, key):
    async with reading(80, 24) as reader:
        await on_a_related_story(reader)
        await reader.press(key)
        overlay = reader.app.screen
        assert not isinstance(overlay, ReadingScreen)
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        lines = help_lines(reader)
        assert lines[1] == "Here"
        for words in (*OVERLAYS[key], "Next line", "Back to the desk"):
            assert any(line.endswith(words) for line in lines), words
        assert not any("Spike" in line or "Focus" in line for line in lines)
        await reader.press("question_mark")
        assert reader.app.screen is overlay
        await reader.press("escape")
        assert isinstance(reader.app.screen, ReadingScreen)


@pytest.mark.parametrize(("key", "words"), [("D", "n next difference"), ("I", "Enter go to it")])
async def test_a_line_names_the_few_keys_of_what_fills_the_screen(reading, key, words):
    async with reading(80, 24) as reader:
        await on_a_related_story(reader)
        await reader.press(key)
        line = reader.app.screen.query_one(KeyLine)
        assert line.region.y == 23
        told = plain_text(line.line(0))
        assert words in told
        assert told.rstrip().endswith("? keys  Esc back")


@pytest.mark.parametrize("key", ["D", "I"])
async def test_where_there_is_little_room_the_way_out_is_told_all_the_same(reading, key):
    async with reading(30, 10) as reader:
        await on_a_related_story(reader)
        await reader.press(key)
        told = plain_text(reader.app.screen.query_one(KeyLine).line(0))
        assert told.rstrip().endswith("Esc back")
        assert len(told) <= 30


async def test_keys_of_ones_own_are_those_that_are_told(reading):
    async with reading(80, 24, keys={"back": "ctrl+g", "help": "h"}) as reader:
        await on_a_related_story(reader)
        await reader.press("D")
        told = plain_text(reader.app.screen.query_one(KeyLine).line(0))
        assert told.rstrip().endswith("h keys  q back")
        await reader.press("h")
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("h", "ctrl+g")
        assert isinstance(reader.app.screen, ReadingScreen)
