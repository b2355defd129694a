"""A reader on a small inbox of its own, driven by keys."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from select import select
from typing import Any

import pytest
from textual.pilot import Pilot

from copytaster import bundled
from copytaster.app import CopytasterApp
from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import News
from copytaster.desk.words.rows import Verdict, View
from copytaster.presentation.looks import plain_text
from copytaster.presentation.sheet import Sheet
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.widgets.pane import LinePane

STORIES = ("*harbour-fire*", "*skarhaven*", "*goose*", "*loup*", "*port-inquiry*")
MORE_ITEMS = {
    "budget.json": """{"type": "text", "uri": "urn:budget:1", "headline": "Budget to be cut",
        "versioncreated": "2026-01-02T03:04:05Z",
        "embargoed": "2999-01-01T00:00:00Z", "body_text": "The budget is to be cut by a tenth."}""",
    "ferries.json": """{"type": "text", "uri": "urn:ferries:1", "headline": "Ferries wait outside",
        "versioncreated": "2026-01-01T03:04:05Z",
        "body_text": "See https://harbour.invalid/one, or write to mailto:desk@harbour.invalid"}""",
}
PATIENCE = 60.0
TURNS = 2_000


@pytest.fixture(scope="session")
def read_inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an inbox that was read and related once: all tests copy it."""
    place = tmp_path_factory.mktemp("read")
    inbox = place / "inbox"
    inbox.mkdir()
    for pattern in STORIES:
        for path in bundled.folder("sample_corpus").glob(pattern):
            shutil.copy2(path, inbox / path.name)
    return inbox


class Reading:
    """A running reader as a test sees it: keys go in, what the panes show comes out."""

    def __init__(self, pilot: Pilot[Any], app: CopytasterApp) -> None:
        self.pilot = pilot
        self.app = app

    @property
    def screen(self) -> ReadingScreen:
        """The main screen."""
        screen = self.app.screen
        assert isinstance(screen, ReadingScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all is drawn."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type letters and wait until all is drawn."""
        await self.press(*(" " if letter == " " else letter for letter in text))

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let the reader go on until something is so."""
        for _ in range(TURNS):
            if condition():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"it never came to this: {self.everything()}")

    async def related(self) -> list[str]:
        """The titles of the related stories, once they are known."""
        await self.until(lambda: self.screen.relatives is not None)
        return [each.row.title for each in self.screen.relatives or ()]

    def shown(self, name: str) -> str:
        """What a pane shows now, its head line first."""
        pane = self.screen.query_one(f"#{name}", LinePane)
        head = [plain_text(pane.head())] if pane.HEAD_LINES else []
        places = range(pane.top, min(pane.top + pane.page, pane.length))
        return "\n".join([*head, *(plain_text(pane.line(place)) for place in places)])

    def everything(self) -> str:
        """All panes, for a failed test's message."""
        return "\n".join(self.shown(name) for name in ("list", "reader", "related", "status"))

    async def go_to(self, title: str) -> None:
        """Put the cursor on the article of this title."""
        rows = self.screen.desk.rows(self.screen.order)
        self.screen.articles.go_to_number(next(row.number for row in rows if row.title == title))
        await self.pilot.pause()

    async def hear(self, *news: News) -> None:
        """Let the desk tell this."""
        self.screen.post_message(self.screen.NewsCame(news))
        await self.pilot.pause()

    def verdicts(self, numbers: Iterable[int]) -> list[Verdict | None]:
        """The verdicts of these rows now; the reader may be behind another screen."""
        found = []
        for number in numbers:
            row = self.app.desk.row(number)
            assert row is not None
            found.append(row.verdict)
        return found

    @property
    def title(self) -> str:
        """The title of the article on show."""
        row = self.screen.row
        return row.title if row else ""


@pytest.fixture(scope="session")
def read_desk(read_inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with that inbox and a few items more, and with the cache that knows them all."""
    place = tmp_path_factory.mktemp("desk")
    shutil.copytree(read_inbox, place / "inbox")
    for name, text in MORE_ITEMS.items():
        (place / "inbox" / name).write_text(text)
    with closing(desk_at(place / "inbox", place)) as desk:
        desk.start()
        assert desk.wait(PATIENCE)
        while not any(row.story for row in desk.rows(desk.order(View()))):
            select([desk.fileno()], [], [], PATIENCE)
            desk.news()
    return place


def desk_at(inbox: Path, place: Path, settings: Settings | None = None) -> Desk:
    """A desk on this inbox, all that it keeps in one place."""
    return Desk.open(
        [inbox],
        settings or Settings(),
        state=place / "state",
        cache=place / "cache",
        config=place / "config",
    )


@pytest.fixture
def quick(read_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Opens the reader on articles that were read and related before, and starts no back room.

    For what is not about files: it takes a tenth of the time. The inbox is everybody's.
    """
    shutil.copytree(read_desk / "cache", tmp_path / "cache")
    monkeypatch.setattr(Desk, "start", lambda desk: None)

    @asynccontextmanager
    async def open_reader(
        width: int = 150, height: int = 40, **changes: Any
    ) -> AsyncIterator[Reading]:
        settings = replace(Settings(theme="night-desk"), **changes)
        with closing(desk_at(read_desk / "inbox", tmp_path, settings)) as desk:
            app = CopytasterApp(desk, settings)
            async with app.run_test(size=(width, height)) as pilot:
                reader = Reading(pilot, app)
                await reader.until(lambda: reader.screen.sheet != Sheet())
                yield reader

    return open_reader


@pytest.fixture
def inbox(read_inbox: Path, tmp_path: Path) -> Path:
    """An inbox of this test's own."""
    copy = tmp_path / "inbox"
    shutil.copytree(read_inbox, copy)
    return copy


@pytest.fixture
def open_desk(inbox: Path, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Opens desks on the inbox, all on one ledger and one cache."""
    desks: list[Desk] = []

    def open_one(settings: Settings | None = None, *, read: bool = True) -> Desk:
        desk = Desk.open(
            [inbox],
            settings or Settings(),
            state=tmp_path / "state",
            cache=tmp_path / "cache",
            config=tmp_path / "config",
        )
        desks.append(desk)
        if read:
            desk.start()
            assert desk.wait(PATIENCE)
        return desk

    yield open_one
    for desk in desks:
        desk.close()


@pytest.fixture
def reading(open_desk: Callable[..., Desk]) -> Callable[..., Any]:
    """Opens the reader at a size, everything read and related before the first key."""

    @asynccontextmanager
    async def open_reader(
        width: int = 150, height: int = 40, *, read: bool = True, **changes: Any
    ) -> AsyncIterator[Reading]:
        settings = replace(Settings(theme="night-desk"), **changes)
        app = CopytasterApp(open_desk(settings, read=read), settings)
        async with app.run_test(size=(width, height)) as pilot:
            reader = Reading(pilot, app)
            await reader.until(lambda: reader.screen.sheet != Sheet())
            await reader.until(lambda: reader.screen.read_once or not read)
            yield reader

    return open_reader
