"""Tags and notes on the screen: typed once, on one article or many, undone and shown."""

from copytaster.desk.words.rows import View
from copytaster.screens.reading.annotating import completed_tags, tags_of


async def line(reader, key, text):
    """Press a key that opens the line, type, and enter it."""
    await reader.press(key)
    await reader.type(text)
    await reader.press("enter")


def row(reader, place=0):
    """A row of the list as the desk has it now."""
    return reader.screen.desk.row(reader.screen.order[place])


async def test_a_tag_is_typed_and_shows_in_the_list_and_in_the_article(quick):
    async with quick() as reader:
        await line(reader, "t", "flood sea")
        assert row(reader).tags == ("flood", "sea")
        assert "#flood #sea" in reader.shown("list")
        assert "#flood #sea" in reader.shown("reader")
        assert "tagged flood, tagged sea: “" in reader.shown("status")
        assert reader.screen.articles.cursor == 0


async def test_several_tags_are_one_step_to_undo(quick):
    async with quick() as reader:
        await line(reader, "t", "flood, sea")
        await reader.press("u")
        assert row(reader).tags == ()
        assert "#flood" not in reader.shown("reader")


async def test_a_tag_with_a_minus_is_taken_away(quick):
    async with quick() as reader:
        await line(reader, "t", "flood sea")
        await line(reader, "t", "-flood harbour")
        assert row(reader).tags == ("harbour", "sea")


async def test_marked_rows_are_tagged_together_after_their_number_was_stated(quick):
    async with quick() as reader:
        await reader.press("v", "v")
        await line(reader, "t", "flood")
        assert "tag flood: 2 articles?" in reader.shown("choice")
        await reader.press("y")
        assert [row(reader, place).tags for place in range(3)] == [("flood",), ("flood",), ()]


async def test_a_known_tag_is_completed_by_tab_and_the_next_tab_offers_the_next(quick):
    async with quick() as reader:
        await line(reader, "t", "florist")
        await reader.press("j")
        await line(reader, "t", "flood")
        await reader.press("j")
        await line(reader, "t", "flood")
        await reader.press("t", "f", "l", "tab")
        assert reader.screen.prompt.value == "flood"
        await reader.press("tab")
        assert reader.screen.prompt.value == "florist"
        await reader.press("shift+tab", "shift+tab")
        assert reader.screen.prompt.value == "fl"


async def test_the_dot_repeats_a_tag(quick):
    async with quick() as reader:
        await line(reader, "t", "flood")
        await reader.press("j", "full_stop")
        assert row(reader, 1).tags == ("flood",)


async def test_a_note_shows_is_written_anew_and_taken_away(quick):
    async with quick() as reader:
        await line(reader, "c", "ask Bo")
        assert row(reader).note == "ask Bo"
        assert "Note, ours alone: ask Bo" in reader.shown("reader")
        assert "✎" in reader.shown("list")
        await line(reader, "c", " twice")
        assert row(reader).note == "ask Bo twice"
        await reader.press("u")
        assert row(reader).note == "ask Bo"
        await reader.press("c", *["backspace"] * len("ask Bo"), "enter")
        assert row(reader).note is None


async def test_escape_writes_nothing_and_gives_the_keys_back(quick):
    async with quick() as reader:
        await reader.press("2", "t", "f", "escape")
        assert row(reader).tags == ()
        assert reader.screen.reader.has_focus


async def test_noted_and_tagged_articles_are_found_by_a_query(quick):
    async with quick() as reader:
        await line(reader, "c", "ask Bo")
        found = reader.screen.desk.order(View(query="is:noted"))
        assert list(found) == [row(reader).number]


def test_a_line_of_tags_is_read_with_commas_signs_and_blanks():
    assert tags_of('"two words" -“old ones” three') == {
        "two words": True,
        "old ones": False,
        "three": True,
    }
    assert tags_of(" flood,#sea  -old, -#gone - ") == {
        "flood": True,
        "sea": True,
        "old": False,
        "gone": False,
    }
    assert tags_of("  ") == {}


def test_the_last_word_is_completed_and_what_stands_before_it_is_kept():
    known = ["flood", "Florist"]
    assert completed_tags("sea, -fl", known) == ["sea, -flood", "sea, -Florist"]
    assert completed_tags("sea ", known) == []


async def test_a_line_takes_the_place_of_a_question_and_gives_the_keys_back(quick):
    async with quick() as reader:
        await reader.press("y")
        await reader.screen.run_action("tag")
        await reader.pilot.pause()
        assert reader.screen.prompt.has_focus
        assert not reader.screen.choice.display
        await reader.press("escape")
        assert not reader.screen.prompt.display
        assert reader.screen.articles.has_focus


async def test_a_note_on_many_says_how_many_others_it_takes_the_place_of(quick):
    async with quick() as reader:
        await line(reader, "c", "first")
        await reader.press("v", "v")
        await line(reader, "c", "second")
        assert "note, in place of 1 that stand there, on 2 articles?" in reader.shown("choice")
