"""What lies over the desk closes once, however many keys were typed ahead."""

from __future__ import annotations

import pytest

from copytaster.screens.reading import ReadingScreen


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
