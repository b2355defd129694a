"""What the reader looks like, picture by picture: `--snapshot-update` where a change is meant."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from select import select
from typing import Any

import pytest
from textual.pilot import Pilot

from copytaster.app import CopytasterApp
from copytaster.desk.desk import Desk
from copytaster.desk.ledger import ledger
from copytaster.desk.ledger.session import Session
from copytaster.desk.settings.file import SettingsFile
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.rows import View
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.screens.story import StoryText
from pictures import EVENING, samples_of_their_days

PATIENCE = 60.0
SIZES = [(80, 24), (120, 40), (200, 60)]
THEMES = ["night-desk", "day-desk", "terminal", "high-contrast"]
PATTERNS = (
    "*harbour-fire*",
    "*straitsworld*",
    "*goose*",
    "*loup*",
    "*kill*",
    "*embargo*",
    "*_ru.txt",
)
BLAST = ("G", *"kkkkk")
"""The way to an article with folds, a caption and related stories."""
TURNS = 400
OVER_THE_DESK = {
    "help": ("question_mark",),
    "settings": ("comma",),
    "palette": ("colon",),
    "wires": ("W",),
    "history": ("s", "x", "f", "u", "H"),
    "baskets": ("apostrophe",),
    "comparison": (*BLAST, "D", "n", "n"),
}
"""Each screen that lies over the desk, and the keys that lead to it."""
EDITOR = Session("picture", "editor", "desk", now=lambda: EVENING - 120)
"""Who decides in the pictures."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few stories of the sample corpus, each file as old as its name says, read and related."""
    place = tmp_path_factory.mktemp("looks")
    samples_of_their_days(place / "inbox", PATTERNS)
    with closing(open_desk(place, place)) as desk:
        wait_for_stories(desk)
    return place


@pytest.fixture
def reader(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., CopytasterApp]]:
    """Makes readers on a desk that knows all articles, their relations and their stories."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(ledger, "this_session", lambda: EDITOR)
    shutil.copytree(place / "cache", tmp_path / "cache")
    with closing(open_desk(place, tmp_path)) as desk:
        wait_for_stories(desk)

        def make(*, welcome: bool = False, **changes: Any) -> CopytasterApp:
            settings = replace(Settings(theme="night-desk"), **changes)
            file = SettingsFile(tmp_path / "config" / "settings.toml")
            return CopytasterApp(desk, settings, file=file, welcome=welcome, clock=lambda: EVENING)

        yield make


def open_desk(place: Path, home: Path) -> Desk:
    """A desk on the inbox of a place, at work, with cache and ledger of a home."""
    inbox = place / "inbox"
    desk = Desk.open([inbox], Settings(), state=home / "state", cache=home / "cache")
    desk.start()
    return desk


def wait_for_stories(desk: Desk) -> None:
    """Wait until articles are in stories, which comes after they are related."""
    for _ in range(TURNS):
        assert desk.wait(PATIENCE)
        if any(row.story for row in desk.rows(desk.order(View()))):
            return
        select([desk.fileno()], [], [], 0.1)
        desk.news()
    raise AssertionError("the stories were never told")


def after(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """What a picture waits for: these keys, each with all that follows from it."""

    async def press(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return press


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until the article under the cursor is on show with its relations."""
    for _ in range(TURNS):
        await pilot.pause(0.02)
        screen = pilot.app.screen
        if not isinstance(screen, ReadingScreen):
            return
        busy = screen.progress is not None and screen.progress.busy
        if screen.relatives is not None and not busy:
            return
    raise AssertionError("the related stories never came")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_reader_in_every_size(snap_compare, reader, size):
    assert snap_compare(reader(), terminal_size=size, run_before=after(*BLAST))


@pytest.mark.parametrize("theme", THEMES)
def test_the_reader_in_every_theme(snap_compare, reader, theme):
    keys = ("s", "x", "f", *BLAST)
    assert snap_compare(reader(theme=theme), terminal_size=(120, 40), run_before=after(*keys))


def test_the_folds_opened(snap_compare, reader):
    assert snap_compare(reader(), terminal_size=(120, 40), run_before=after(*BLAST, "B"))


def test_the_raw_file(snap_compare, reader):
    assert snap_compare(reader(), terminal_size=(120, 40), run_before=after(*BLAST, "r"))


def test_a_search(snap_compare, reader):
    assert snap_compare(
        reader(), terminal_size=(120, 40), run_before=after("slash", *"blast", "enter")
    )


def test_the_article_alone(snap_compare, reader):
    assert snap_compare(reader(), terminal_size=(80, 24), run_before=after(*BLAST, "2", "z"))


def test_signs_of_ascii_only(snap_compare, reader):
    keys = ("s", "x", *BLAST)
    assert snap_compare(reader(ascii=True), terminal_size=(120, 40), run_before=after(*keys))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("screen", OVER_THE_DESK)
def test_a_screen_over_the_desk_in_every_size(snap_compare, reader, screen, size):
    keys = OVER_THE_DESK[screen]
    assert snap_compare(reader(), terminal_size=size, run_before=after(*keys))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("screen", OVER_THE_DESK)
def test_a_screen_over_the_desk_in_every_theme(snap_compare, reader, screen, theme):
    keys = OVER_THE_DESK[screen]
    assert snap_compare(reader(theme=theme), terminal_size=(120, 40), run_before=after(*keys))


def test_the_comparison_without_colours(snap_compare, reader):
    keys = (*BLAST, "D", "n", "n")
    app = reader(theme="monochrome")
    assert snap_compare(app, terminal_size=(120, 40), run_before=after(*keys))


async def go_to(pilot: Pilot[Any], title: str) -> None:
    """Put the cursor on an article by the first words of its title."""
    screen = pilot.app.screen
    rows = screen.desk.rows([*screen.articles.order])
    number = next(row.number for row in rows if row.title.startswith(title))
    screen.articles.go_to_number(number)
    await settled(pilot)


async def one_take_read(pilot: Pilot[Any]) -> None:
    """Read the first update to its end, and go to the second."""
    await settled(pilot)
    await go_to(pilot, "UPDATE 1-Three")
    await pilot.press("enter", *["space"] * 8, "1")
    await go_to(pilot, "UPDATE 2-Five")
    for _ in range(TURNS):
        await pilot.pause(0.02)
        news = pilot.app.screen.sheet.whats_new
        if news is not None and news.met:
            return
    raise AssertionError("nothing of the second update was ever known")


async def a_story_told(pilot: Pilot[Any]) -> None:
    """Open the page of the blast, and wait until all is told."""
    await settled(pilot)
    await go_to(pilot, "Blast at Kestrian port")
    await pilot.press("I")
    for _ in range(TURNS):
        await pilot.pause(0.02)
        page = pilot.app.screen.query_one(StoryText).view.page
        if page is not None and page.doubts is not None:
            return
    raise AssertionError("the story was never told")


def test_what_was_read_in_another_take_is_dimmed(snap_compare, reader):
    assert snap_compare(reader(), terminal_size=(120, 40), run_before=one_take_read)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_story_page_in_every_size(snap_compare, reader, size):
    assert snap_compare(reader(), terminal_size=size, run_before=a_story_told)


@pytest.mark.parametrize("theme", THEMES)
def test_the_story_page_in_every_theme(snap_compare, reader, theme):
    app = reader(theme=theme)
    assert snap_compare(app, terminal_size=(120, 40), run_before=a_story_told)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_welcome_in_every_size(snap_compare, reader, size):
    assert snap_compare(reader(welcome=True), terminal_size=size, run_before=after())


def test_the_story_page_in_ascii(snap_compare, reader):
    app = reader(ascii=True, theme="day-desk")
    assert snap_compare(app, terminal_size=(80, 24), run_before=a_story_told)
