"""The head of the reading pane: the file at first, the title once it is out of sight."""

from copytaster.desk.words.rows import View


def head(reader) -> str:
    """The line above the article."""
    return reader.shown("reader").splitlines()[0]


async def test_a_title_that_scrolled_away_stands_in_the_head(reading):
    async with reading(80, 18) as reader:
        rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
        longest = max(rows, key=lambda row: row.words)
        reader.screen.articles.go_to_number(longest.number)
        await reader.pilot.pause()
        assert reader.screen.sheet.name[:20] in head(reader)
        await reader.press("2", "G")
        assert longest.title[:20] in head(reader)
        await reader.press("g")
        assert reader.screen.sheet.name[:20] in head(reader)
