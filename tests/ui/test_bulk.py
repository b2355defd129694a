"""Many at once: marks, ranges, whole stories, and taking it all back."""

from copytaster.desk.words.rows import Verdict, View


async def test_marked_articles_are_decided_together_after_their_number_was_stated(quick):
    async with quick() as reader:
        numbers = list(reader.screen.order[:3])
        await reader.press("v", "v", "v")
        assert "3 marked" in reader.shown("list")
        await reader.press("x")
        assert "3 articles?" in reader.shown("choice")
        assert reader.verdicts(numbers) == [None] * 3
        await reader.press("y")
        assert reader.verdicts(numbers) == [Verdict.SPIKED] * 3
        assert "marked" not in reader.shown("list")


async def test_any_other_key_leaves_all_as_it_is(quick):
    async with quick() as reader:
        numbers = list(reader.screen.order[:2])
        await reader.press("v", "v", "x", "n")
        assert reader.verdicts(numbers) == [None] * 2
        assert not reader.screen.choice.display


async def test_a_bulk_decision_is_one_step_to_undo(quick):
    async with quick() as reader:
        numbers = list(reader.screen.order[:3])
        await reader.press("v", "v", "v", "s", "y", "u")
        assert reader.verdicts(numbers) == [None] * 3


async def test_undo_of_a_bulk_decision_stays_on_a_row_of_it_or_goes_to_the_first(quick):
    async with quick() as reader:
        await reader.press("v", "v", "v", "s", "y")
        await reader.press("k", "k")
        place = reader.screen.articles.cursor
        await reader.press("u")
        assert reader.screen.articles.cursor == place
        await reader.press("U", "G", "u")
        assert reader.screen.articles.cursor == 0


async def test_a_range_reaches_from_the_last_mark_to_the_cursor(quick):
    async with quick() as reader:
        await reader.press("v", "j", "j", "V")
        assert reader.screen.articles.marked == set(reader.screen.order[:4])


async def test_a_mark_can_be_taken_away(quick):
    async with quick() as reader:
        await reader.press("v", "k", "v")
        assert not reader.screen.articles.marked


async def test_escape_takes_all_marks_away(quick):
    async with quick() as reader:
        await reader.press("v", "v", "escape")
        assert not reader.screen.articles.marked
        assert reader.app.return_code is None


async def test_a_whole_story_goes_with_one_key_and_a_yes(quick):
    async with quick() as reader:
        rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
        told = next(row for row in rows if row.story is not None)
        reader.screen.articles.go_to_number(told.number)
        await reader.pilot.pause()
        await reader.press("X", "y")
        story = reader.screen.desk.order(View(query=f"story:{told.story}"))
        assert len(story) > 1
        assert set(reader.verdicts(story)) == {Verdict.SPIKED}
        await reader.press("u")
        assert set(reader.verdicts(story)) == {None}


async def test_the_last_decision_is_repeated_by_a_dot(quick):
    async with quick() as reader:
        first, second = reader.screen.order[:2]
        await reader.press("x", "full_stop")
        assert reader.verdicts([first, second]) == [Verdict.SPIKED] * 2


async def test_without_a_decision_there_is_nothing_to_repeat(quick):
    async with quick() as reader:
        await reader.press("full_stop")
        assert "nothing to repeat" in reader.shown("status")


async def on_a_story(reader):
    """Go to an article that has a story; all rows of it, and its own."""
    rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
    told = next(row for row in rows if row.story is not None)
    reader.screen.articles.go_to_number(told.number)
    await reader.pilot.pause()
    return list(reader.screen.desk.order(View(query=f"story:{told.story}"))), told.number


async def test_one_of_a_story_is_kept_and_the_rest_spiked_as_one_step(quick):
    async with quick() as reader:
        story, own = await on_a_story(reader)
        rest = [number for number in story if number != own]
        await reader.press("S")
        assert f"the rest of its story, {len(rest)} article" in reader.shown("choice")
        await reader.press("y")
        assert reader.verdicts([own]) == [Verdict.KEPT]
        assert set(reader.verdicts(rest)) == {Verdict.SPIKED}
        assert "and spiked" in reader.shown("status")
        await reader.press("u")
        assert set(reader.verdicts(story)) == {None}


async def test_an_article_that_stands_alone_has_no_rest_to_spike(quick):
    async with quick() as reader:
        rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
        alone = next(row for row in rows if row.story is None)
        reader.screen.articles.go_to_number(alone.number)
        await reader.pilot.pause()
        await reader.press("S")
        assert "stands alone: s keeps it" in reader.shown("status")


async def test_all_that_a_filter_shows_is_marked_and_decided_as_one_step(quick):
    async with quick() as reader:
        await reader.press("backslash")
        await reader.type("goose")
        await reader.press("enter", "asterisk")
        shown = list(reader.screen.order)
        assert len(shown) > 1
        assert f"{len(shown)} marked" in reader.shown("list")
        await reader.press("x")
        assert f"spike {len(shown)} articles?" in reader.shown("choice")
        await reader.press("y")
        assert set(reader.verdicts(shown)) == {Verdict.SPIKED}
        await reader.press("u")
        assert set(reader.verdicts(shown)) == {None}


async def test_marking_all_once_more_unmarks_them(quick):
    async with quick() as reader:
        await reader.press("asterisk", "asterisk")
        assert not reader.screen.articles.marked


async def test_the_dot_repeats_what_was_done_to_a_story_and_asks_again(quick):
    async with quick() as reader:
        await on_a_story(reader)
        await reader.press("X", "escape", "full_stop")
        assert "spike the whole story" in reader.shown("choice")
