"""For every hand and eye: all by keyboard, focus without colours, nothing that blinks."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.widgets import Input

from copytaster import bundled
from copytaster.app import CopytasterApp
from copytaster.commands import COMMANDS, Room
from copytaster.screens.reading.screen import ReadingScreen
from copytaster.widgets.article_list import ArticleList
from copytaster.widgets.pane import LinePane
from copytaster.widgets.reader import Reader
from copytaster.widgets.related_stories import RelatedStories

THEMES = sorted(path.stem for path in bundled.folder("themes").glob("*.toml"))
PLACES = {
    Room.LIST: ArticleList,
    Room.READER: Reader,
    Room.RELATED: RelatedStories,
    Room.DESK: ReadingScreen,
    Room.APP: CopytasterApp,
}


def head_without_colours(pane: LinePane) -> tuple[bool, ...]:
    """How the head of a pane is drawn, but for its colours."""
    (strip,) = pane.render_lines(Region(0, 0, pane.size.width, 1))
    style = next(iter(strip)).style
    assert style is not None
    return bool(style.bold), bool(style.reverse), bool(style.underline)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action_where_its_keys_work(command):
    name = command.action.partition("(")[0]
    assert hasattr(PLACES[command.room], f"action_{name}")


@pytest.mark.parametrize("theme", THEMES)
async def test_the_pane_with_the_keys_is_told_from_the_others_without_colours(reading, theme):
    async with reading(theme=theme) as reader:
        focused, other = map(head_without_colours, (reader.screen.articles, reader.screen.reader))
        assert focused != other


async def test_the_row_under_the_cursor_has_a_sign(reading):
    async with reading() as reader:
        rows = reader.shown("list").splitlines()[1:]
        assert [row for row in rows if row[0].strip()] == [rows[reader.screen.articles.cursor]]


async def test_no_line_to_type_in_blinks(reading):
    async with reading() as reader:
        typed_in = [reader.screen.prompt]
        await reader.press("question_mark", "slash")
        lines = [*typed_in, *reader.app.screen.query(Input)]
        assert len(lines) > 1
        assert not any(line.cursor_blink for line in lines)


def test_no_style_blinks():
    sheets = [*bundled.folder("themes").glob("*.toml")]
    package = bundled.folder("themes").parent / "tui" / "copytaster"
    assert not any("blink" in path.read_text() for path in [*sheets, package / "app.tcss"])
