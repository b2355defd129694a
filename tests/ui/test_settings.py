"""Settings in the reader: shown with their meaning, changed with keys, held at once, kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from copytaster.app import CopytasterApp
from copytaster.desk.settings.file import SettingsFile, load
from copytaster.desk.settings.settings import Settings, table
from copytaster.desk.words.rows import Sort
from copytaster.presentation.looks import plain_text
from copytaster.presentation.sheet import Sheet
from copytaster.screens.settings import SettingsScreen
from ui.conftest import Reading

NAMES = [setting.name for setting in table()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "copytaster" / "settings.toml"


@pytest.fixture
def reading_settings(open_desk: Callable[..., Any], path: Path) -> Callable[..., Any]:
    """Opens the reader with the settings that stand in the file."""

    @asynccontextmanager
    async def open_reader(width: int = 150, height: int = 40) -> AsyncIterator[Reading]:
        settings, _ = load(path)
        app = CopytasterApp(open_desk(settings), settings, file=SettingsFile(path))
        async with app.run_test(size=(width, height)) as pilot:
            reader = Reading(pilot, app)
            await reader.until(lambda: reader.screen.sheet != Sheet())
            await reader.until(path.exists)
            yield reader

    return open_reader


def down_to(name: str) -> list[str]:
    return ["j"] * NAMES.index(name)


def shown(reader: Reading) -> str:
    screen = reader.app.screen
    assert isinstance(screen, SettingsScreen)
    rows = screen.rows
    return "\n".join(plain_text(rows.line(place)) for place in range(rows.top, rows.length))


async def test_the_first_start_writes_a_file_that_explains_all(reading_settings, path):
    async with reading_settings():
        text = path.read_text()
        assert all(f"# {name} = " in text for name in NAMES)
        assert load(path) == (Settings(), [])


async def test_each_setting_is_shown_with_its_value_and_meaning(reading_settings):
    async with reading_settings() as reader:
        await reader.press("comma")
        assert all(name in shown(reader) for name in NAMES)
        await reader.press(*down_to("measure"))
        assert "Width of a paragraph" in shown(reader)
        assert "From 40 to 120" in shown(reader)


async def test_a_number_is_changed_with_keys_and_holds_at_once(reading_settings, path):
    async with reading_settings() as reader:
        before = path.read_text()
        await reader.press("comma", *down_to("measure"), "l", "l")
        assert load(path)[0].measure == 78
        await reader.press("escape")
        assert reader.screen.reader.measure == 78
        assert [line for line in path.read_text().splitlines() if line not in before] == [
            "measure = 78"
        ]


async def test_the_default_is_taken_again(reading_settings, path):
    async with reading_settings() as reader:
        before = path.read_text()
        await reader.press("comma", *down_to("measure"), "l", "d")
        assert path.read_text() == before


async def test_a_word_of_a_few_is_changed_by_going_round(reading_settings, path):
    async with reading_settings() as reader:
        await reader.press("comma", *down_to("sort"), "enter")
        assert load(path)[0].sort == "oldest"
        await reader.press("escape")
        assert reader.screen.view.sort is Sort.OLDEST


async def test_a_theme_is_chosen_among_those_there_are(reading_settings, path):
    async with reading_settings() as reader:
        await reader.press("comma", *down_to("theme"), "l")
        assert reader.app.theme == load(path)[0].theme != "auto"


async def test_a_text_is_typed(reading_settings, path, tmp_path):
    async with reading_settings() as reader:
        await reader.press("comma", *down_to("inbox"), "enter")
        await reader.type(f"{tmp_path}:~/wires")
        await reader.press("enter")
        assert load(path)[0].inbox == (str(tmp_path), "~/wires")


async def test_what_cannot_be_is_said_and_not_written(reading_settings, path):
    async with reading_settings() as reader:
        path.write_text("measure = 120\n")
        await reader.press("comma", *down_to("measure"), "l")
        assert "must be from 40 to 120" in shown(reader)
        assert path.read_text() == "measure = 120\n"


async def test_a_file_that_is_broken_by_hand_is_not_touched(reading_settings, path):
    async with reading_settings() as reader:
        path.write_text("theme = \n")
        await reader.press("comma", *down_to("mouse"), "enter")
        assert "by hand" in shown(reader)
        assert path.read_text() == "theme = \n"


async def test_keys_changed_in_the_file_hold_when_one_comes_back(reading_settings, path):
    async with reading_settings() as reader:
        path.write_text('[keys]\nspike = "d"\n')
        reader.app.on_app_focus()
        await reader.pilot.pause()
        number = reader.screen.number
        await reader.press("x")
        assert reader.screen.desk.row(number).verdict is None
        await reader.press("d")
        assert reader.screen.desk.row(number).verdict is not None


async def test_a_layout_changed_in_the_file_holds_at_once(reading_settings, path):
    async with reading_settings() as reader:
        assert reader.screen.has_class("-columns")
        path.write_text('layout = "stacked"\n')
        reader.app.on_app_focus()
        await reader.pilot.pause()
        assert reader.screen.has_class("-stacked")


async def test_a_mistake_made_while_it_runs_is_named_with_its_line(reading_settings, path):
    async with reading_settings() as reader:
        path.write_text("mouse = true\nmeasur = 60\n")
        reader.app.on_app_focus()
        await reader.pilot.pause()
        assert "line 2" in reader.screen.message
        assert "did you mean “measure”" in reader.screen.message


async def test_a_low_screen_scrolls_to_every_setting(reading_settings):
    async with reading_settings(width=60, height=16) as reader:
        await reader.press("comma")
        for name in NAMES:
            assert any(line[2:].startswith(name) for line in shown(reader).splitlines())
            await reader.press("j")


async def test_in_a_small_terminal_the_head_is_whole_and_nothing_shows_beside(reading_settings):
    async with reading_settings(30, 10) as reader:
        await reader.press("comma")
        rows = reader.app.screen.rows
        assert plain_text(rows.head()).endswith("Esc closes)")
        assert (rows.region.width, rows.region.height) == (30, 10)
