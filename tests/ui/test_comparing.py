"""Comparing an article with a related story."""

from copytaster.desk.rows import View
from copytaster.screens.comparison import CompareScreen, ComparisonText


async def go_to_story(reader):
    """Put the cursor on an article that has related stories."""
    rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
    number = next(row.number for row in rows if "Port ignored two warnings" in row.title)
    reader.screen.articles.go_to_number(number)
    await reader.pilot.pause()
    assert await reader.related()


async def test_an_article_is_compared_with_the_best_related_story(reading):
    async with reading() as reader:
        await go_to_story(reader)
        title = reader.title
        await reader.press("D")
        assert isinstance(reader.app.screen, CompareScreen)
        text = reader.app.screen.query_one(ComparisonText)
        assert "% new" in "".join(part for part, _ in text.head())
        assert text.length > 5
        await reader.press("q")
        assert reader.title == title


async def test_n_goes_from_difference_to_difference(reading):
    async with reading(100, 12) as reader:
        await go_to_story(reader)
        await reader.press("D")
        text = reader.app.screen.query_one(ComparisonText)
        await reader.press("n")
        first = text.top
        await reader.press("n")
        assert text.top > first > 0 or text.top == text.length - text.page
        await reader.press("p", "p", "p")
        assert text.top <= first


async def test_with_nothing_related_it_says_so(reading):
    async with reading() as reader:
        reader.screen.relatives = ()
        await reader.press("D")
        assert "nothing related" in reader.shown("status")
        assert reader.app.screen is reader.screen
