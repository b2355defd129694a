"""Stories by hand: - takes an article out of its story, + joins it with a related one."""

from ui.test_reading import go_to


async def in_a_story(reader):
    """Put the cursor on an article of a story, once the stories are told."""
    await go_to(reader, "Port ignored two warnings")
    await reader.until(lambda: reader.screen.row.story is not None)
    await reader.related()
    return reader.screen.number, reader.screen.row.story


async def test_an_article_leaves_its_story_and_comes_back_with_undo(reading):
    async with reading() as reader:
        number, story = await in_a_story(reader)
        await reader.press("minus")
        assert "parted “Port ignored two warnings" in reader.shown("status")
        await reader.until(lambda: reader.screen.desk.row(number).story != story)
        await reader.press("u")
        assert "undone: parted" in reader.shown("status")
        await reader.until(lambda: reader.screen.desk.row(number).story == story)


async def test_an_article_joins_the_story_of_a_related_one(reading):
    async with reading() as reader:
        number, story = await in_a_story(reader)
        await reader.press("minus")
        await reader.until(lambda: reader.screen.desk.row(number).story != story)
        await reader.until(lambda: "parted by hand" in str(reader.screen.relatives))
        other = reader.screen.related.chosen
        await reader.press("plus")
        assert f"with “{other.title[:20]}" in reader.shown("status")
        await reader.until(lambda: reader.screen.desk.row(number).story is not None)
        joined = reader.screen.desk.row(number).story
        assert reader.screen.desk.row(other.number).story == joined
        await reader.until(lambda: "joined by hand" in str(reader.screen.relatives))


async def test_what_was_said_by_hand_survives_the_end(reading, open_desk):
    async with reading() as reader:
        number, story = await in_a_story(reader)
        await reader.press("minus")
        await reader.until(lambda: reader.screen.desk.row(number).story != story)
    desk = open_desk()
    assert desk.row(number).story != story
    undone = desk.undo()
    assert undone is not None
    assert "undone: parted" in undone.text


async def test_an_article_that_stands_alone_cannot_leave_a_story(reading, inbox):
    for path in list(inbox.iterdir())[1:]:
        path.unlink()
    async with reading() as reader:
        await reader.press("minus")
        assert "stands alone" in reader.shown("status")
        await reader.press("plus")
        assert "nothing is known to be related" in reader.shown("status")
