"""What lies over the desk closes once; what the back room says of trouble is seen."""

from __future__ import annotations

import pytest
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from copytaster.desk.words.news import Progress
from copytaster.presentation.looks import plain_text
from copytaster.screens.comparison import CompareScreen, ComparisonText
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.widgets.key_line import KeyLine
from copytaster.widgets.pane import LinePane

FIRE = "UPDATE 2-Five hurt, 2,000 evacuated after warehouse blast in Skarhaven port"


@pytest.mark.parametrize("opening", ["question_mark", "colon"])
async def test_closing_twice_leaves_the_desk(reading, opening):
    async with reading() as reader:
        await reader.press(opening)
        overlay = reader.app.screen
        assert not isinstance(overlay, ReadingScreen)
        overlay.dismiss()
        overlay.dismiss()
        overlay.dismiss()
        await reader.pilot.pause()
        assert isinstance(reader.app.screen, ReadingScreen)
        assert "Inbox" in reader.shown("list")


async def test_what_the_back_room_has_to_say_stands_until_the_next_key(reading):
    async with reading() as reader:
        for note in ("the catalogue was damaged and is being made again", None):
            reader.screen._progressed(Progress(1, 1, 1, busy=False, note=note))
        await reader.pilot.pause()
        assert "the catalogue was damaged" in reader.shown("status")
        await reader.press("j")
        assert "the catalogue was damaged" not in reader.shown("status")


async def test_a_palette_closed_while_it_looks_for_commands_is_no_crash(reading):
    async with reading() as reader:
        reader.app._handle_exception(WorkerFailed(NoMatches("no list")))
        await reader.press("j")
        assert reader.app.failure is None


async def test_a_screen_that_opens_while_the_program_is_told_to_end_is_no_crash(reading):
    async with reading() as reader:
        reader.app.exit(None, 143)
        reader.app._handle_exception(NoMatches("no list"))
        assert reader.app.failure is None
    assert reader.app.return_code == 143


@pytest.mark.parametrize("opening", ["H", "question_mark", "apostrophe"])
@pytest.mark.parametrize(("width", "height"), [(30, 10), (80, 24)])
async def test_nothing_of_the_desk_shows_beside_what_lies_over_a_small_one(
    quick, opening, width, height
):
    async with quick(width, height) as reader:
        await reader.press(opening)
        pane = reader.app.screen.query_one(LinePane)
        assert pane.region.width == width
        assert height > 18 or pane.region.height == height
        assert "…" not in plain_text(pane.head())


async def test_a_screen_whose_pane_has_no_focus_yet_tells_its_keys_when_it_has(reading):
    async with reading() as reader:
        await reader.go_to(FIRE)
        await reader.related()
        await reader.press("D")
        screen = reader.app.screen
        assert isinstance(screen, CompareScreen)
        line, pane = screen.query_one(KeyLine), screen.query_one(ComparisonText)
        screen.set_focus(None)
        screen.on_mount()
        assert "next difference" not in dict(line.keys).values()
        screen.set_focus(pane)
        await reader.pilot.pause()
        assert "next difference" in dict(line.keys).values()
