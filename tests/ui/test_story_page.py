"""The story page: one key opens it, it fills, and Enter leads to the article."""

from __future__ import annotations

from copytaster.presentation.looks import plain_text
from copytaster.screens.story import StoryScreen, StoryText


async def open_page(reader):
    """Open the page of a story of several articles, and wait until all is told."""
    screen = reader.screen
    desk = screen.desk

    def in_a_story():
        return [row for row in desk.rows([*screen.articles.order]) if row.story is not None]

    await reader.until(in_a_story)
    number = in_a_story()[0].number
    screen.articles.go_to_number(number)
    await reader.until(lambda: screen.number == number)
    await reader.press("I")
    assert isinstance(reader.app.screen, StoryScreen)
    text = reader.app.screen.query_one(StoryText)
    await reader.until(lambda: (page := text.view.page) is not None and page.doubts is not None)
    return number, text


def lines(text):
    return [plain_text(text.line(place)) for place in range(text.length)]


async def test_the_page_opens_on_the_article_and_fills(reading):
    async with reading(100, 40) as reader:
        number, text = await open_page(reader)
        assert text.number == number
        shown = "\n".join(lines(text))
        assert "Timeline" in shown
        assert "Who added what" in shown
        assert "What does not agree" in shown
        assert "sentences first" in shown


async def test_j_and_k_go_from_article_to_article_and_enter_leads_there(reading):
    async with reading(100, 40) as reader:
        number, text = await open_page(reader)
        await reader.press("g")
        first = text.number
        await reader.press("j")
        second = text.number
        assert second != first
        await reader.press("k")
        assert text.number == first
        await reader.press("j", "enter")
        assert reader.screen.number == second
        await reader.press("escape")
        assert reader.screen.number == number


async def test_the_last_stop_is_one_key_away_and_in_sight(reading):
    async with reading(100, 16) as reader:
        _, text = await open_page(reader)
        await reader.press("G")
        assert text.number is not None
        assert text.top <= text.cursor < text.top + text.page
        await reader.press("g")
        assert text.top == 0


async def test_escape_leaves_the_page_and_all_is_as_it_was(reading):
    async with reading(100, 40) as reader:
        number, _ = await open_page(reader)
        await reader.press("escape")
        assert reader.screen.number == number


async def test_a_page_that_is_closed_is_compared_no_further(reading, monkeypatch):
    async with reading(100, 40) as reader:
        desk, left = reader.screen.desk, []
        _, text = await open_page(reader)
        monkeypatch.setattr(desk, "leave_story", left.append)
        await reader.press("escape")
        assert left == [text.view.page.story]


async def test_an_article_in_no_story_says_so(reading):
    async with reading() as reader:
        screen = reader.screen
        alone = [
            row.number
            for row in screen.desk.rows([*screen.articles.order])
            if row.story is None and not row.problem
        ]
        screen.articles.go_to_number(alone[0])
        await reader.until(lambda: screen.number == alone[0])
        await reader.press("I")
        assert reader.app.screen is screen
        assert "stands alone" in reader.shown("status")
