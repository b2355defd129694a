"""Comparing an article with a related story."""

from copytaster.desk.words.rows import View
from copytaster.presentation.looks import Look
from copytaster.screens.comparison import CompareScreen, ComparisonText

MARK = (("▌", Look.KEY),)


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


async def test_n_goes_from_difference_to_difference_and_marks_each(reading):
    async with reading(100, 12) as reader:
        await go_to_story(reader)
        await reader.press("D")
        text = reader.app.screen.query_one(ComparisonText)
        for number in range(4):
            await reader.press("n")
            assert text.chosen == number
            marked = [place for place in range(text.length) if text.line(place)[:1] == MARK]
            assert marked
            assert text.top <= marked[0] < text.top + text.page
        assert "4/" in "".join(part for part, _ in text.head())
        await reader.press(*"ppppp")
        assert text.chosen == 0


async def test_two_takes_tell_what_the_newer_one_changed(reading):
    async with reading(140, 30) as reader:
        rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
        takes = {row.take: row for row in rows if "Skarhaven" in row.title and row.take}
        old, new = takes["UPDATE 1"], takes["UPDATE 2"]
        reader.screen.lay_side_by_side(old, new)
        await reader.pilot.pause()
        text = reader.app.screen.query_one(ComparisonText)
        first = "".join(part for part, _ in text.line(0))
        assert "Adds" in first
        assert "added" in first
        assert "UPDATE 1" in "".join(part for part, _ in text.head())


async def test_with_nothing_related_it_says_so(reading):
    async with reading() as reader:
        reader.screen.relatives = ()
        await reader.press("D")
        assert "nothing is known to be related" in reader.shown("status")
        assert reader.app.screen is reader.screen
