"""One row a story: one key there and back, and the cursor stays on its article."""

from array import array

from copytaster.desk.words.rows import View


async def on_a_story(reader, place=-1):
    """Go to one of the articles of the largest story."""
    desk = reader.screen.desk
    rows = [row for row in desk.rows(desk.order(View())) if row.story is not None]
    largest = max((row.story for row in rows), key=[row.story for row in rows].count)
    takes = list(desk.order(View(query=f"story:{largest}")))
    reader.screen.articles.go_to_number(takes[place])
    await reader.pilot.pause()
    return takes


async def test_a_story_is_one_row_and_the_cursor_stays_on_its_article(quick):
    async with quick() as reader:
        takes = await on_a_story(reader)
        before = list(reader.screen.order)
        await reader.press("a")
        shown = set(reader.screen.order)
        assert reader.screen.number == takes[-1]
        assert shown & set(takes) == {takes[-1]}
        assert "by story" in reader.shown("list")
        row = reader.shown("list").splitlines()[reader.screen.articles.cursor + 1]
        assert "×" in row or "," in row
        await reader.press("a")
        assert list(reader.screen.order) == before
        assert reader.screen.number == takes[-1]


async def test_walking_the_takes_keeps_one_row_a_story(quick):
    async with quick() as reader:
        takes = await on_a_story(reader, 0)
        await reader.press("a")
        rows = reader.screen.articles.length
        await reader.press("left_square_bracket")
        assert reader.screen.number in takes[1:]
        assert reader.screen.articles.length == rows
        await reader.press("escape")
        assert reader.screen.number == takes[0]


async def test_a_row_that_has_just_left_its_story_has_no_next_take(quick, monkeypatch):
    async with quick() as reader:
        takes = await on_a_story(reader, 0)
        others = array("q", takes[1:])
        monkeypatch.setattr(reader.screen.desk, "order", lambda *_: others)
        await reader.press("right_square_bracket")
        assert reader.app.failure is None
        assert reader.screen.number == takes[0]


async def test_the_list_can_open_by_story(quick):
    async with quick(rows="stories") as reader:
        assert reader.screen.view.by_story
        assert "by story" in reader.shown("list")
