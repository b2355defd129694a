"""The first minute: a welcome, an inbox chosen by its path, and empty panes that say what to do."""

from __future__ import annotations

import pytest

from copytaster.app import CopytasterApp
from copytaster.desk.settings.file import SettingsFile, load
from copytaster.desk.settings.settings import Settings
from copytaster.presentation.looks import plain_text
from copytaster.screens.inbox import InboxScreen
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.screens.welcome import WelcomeScreen

SIZE = (100, 30)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "copytaster" / "settings.toml"


@pytest.fixture
def newcomer(open_desk, path):
    """A reader as it opens at the very first start."""
    return CopytasterApp(open_desk(), Settings(), file=SettingsFile(path), welcome=True)


async def until(pilot, condition):
    for _ in range(500):
        await pilot.pause(0.02)
        if condition():
            return
    raise AssertionError


async def test_any_key_closes_the_welcome_and_does_nothing_else(newcomer):
    async with newcomer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(newcomer.screen, WelcomeScreen))
        await pilot.press("x")
        await until(pilot, lambda: isinstance(newcomer.screen, ReadingScreen))
        assert newcomer.desk.counts().spiked == 0


async def test_an_inbox_is_chosen_completed_written_down_and_opened(newcomer, path, tmp_path):
    (tmp_path / "my wires").mkdir()
    async with newcomer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(newcomer.screen, WelcomeScreen))
        await pilot.press("C")
        await until(pilot, lambda: isinstance(newcomer.screen, InboxScreen))
        newcomer.screen.line.value = f"{tmp_path}/my"
        await pilot.press("tab")
        assert newcomer.screen.line.value == f"{tmp_path}/my wires/"
        await pilot.press("enter")
        await pilot.pause()
    assert newcomer.return_value == f"{tmp_path}/my wires"
    assert load(path)[0].inbox == (f"{tmp_path}/my wires",)


async def test_a_path_that_leads_nowhere_is_asked_for_again(newcomer, path):
    async with newcomer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(newcomer.screen, WelcomeScreen))
        await pilot.press("C")
        await until(pilot, lambda: isinstance(newcomer.screen, InboxScreen))
        newcomer.screen.line.value = "/no/such/place"
        await pilot.press("enter")
        text = newcomer.screen.text
        shown = "\n".join(plain_text(text.line(place)) for place in range(text.length))
        assert "no such file or folder" in shown
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(newcomer.screen, ReadingScreen))
        assert load(path)[0].inbox == ()


async def test_a_search_without_a_match_says_how_to_leave_it(reading):
    async with reading() as reader:
        await reader.press("slash")
        await reader.type("zzzzqqq")
        await reader.press("enter")
        assert "Nothing matches “zzzzqqq”" in reader.shown("reader")
        assert reader.shown("related").strip() == "Related"
        await reader.press("escape")
        assert "Nothing matches" not in reader.shown("reader")


async def test_an_empty_folder_says_what_to_do(reading, inbox):
    for each in inbox.iterdir():
        each.unlink()
    async with reading() as reader:
        await reader.until(lambda: "no wire copy here yet" in reader.shown("reader"))
        assert "C chooses another folder" in reader.shown("reader")


async def test_an_article_that_stands_alone_says_so(reading):
    async with reading() as reader:
        reader.screen.relatives = ()
        shown = " ".join(reader.shown("related").split())
        assert "No other article here tells this story" in shown
