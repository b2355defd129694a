"""What the reader does when settings change under it: what can hold at once, holds at once."""

from __future__ import annotations

from dataclasses import replace

from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.rows import Sort
from copytaster.screens.reading.screen import ReadingScreen


def take_settings(screen: ReadingScreen, new: Settings) -> None:
    """Show what of the new settings is different; themes and keys are the application's."""
    old, screen.settings = screen.settings, new
    if new.measure != old.measure:
        screen.reader.take_measure(new.measure)
    if new.layout != old.layout:
        screen.take_layout_of_settings()
    if new.dim_read != old.dim_read:
        screen.dimming = new.dim_read
        screen.show_sheet()
    if new.sort != old.sort:
        screen.view = replace(screen.view, sort=Sort(new.sort))
