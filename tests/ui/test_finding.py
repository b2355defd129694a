"""A filter that is wrong says so where it is seen: above the line that is typed into."""

from copytaster.commands import Need, Room
from copytaster.desk.settings.own_commands import OwnCommand


def rows_of(reader):
    """The rows of the screen on which the status bar and the line stand."""
    return reader.screen.status.region.y, reader.screen.prompt.region.y


async def test_what_is_wrong_with_a_filter_stands_above_its_line(quick):
    async with quick() as reader:
        await reader.press("backslash")
        await reader.type("sorce:norwire")
        assert rows_of(reader) == (39, 39)
        await reader.press("enter")
        assert rows_of(reader) == (38, 39)
        assert "there is no field “sorce”; did you mean “source”?" in reader.shown("status")


async def test_it_goes_on_saying_so_until_the_filter_makes_sense(quick):
    async with quick() as reader:
        await reader.press("backslash")
        await reader.type("is:keep")
        await reader.press("enter", "backspace")
        assert rows_of(reader) == (38, 39)
        await reader.press("backspace")
        await reader.type("pt")
        assert rows_of(reader) == (39, 39)
        assert reader.screen.view.query == "is:kept"


async def test_a_wrong_filter_that_is_given_up_leaves_nothing_behind(quick):
    async with quick() as reader:
        await reader.press("s", "backslash")
        await reader.type("age:x")
        await reader.press("enter", "escape")
        assert rows_of(reader)[0] == 39
        assert "keep" in reader.shown("status")
        assert reader.screen.focused.ROOM is Room.LIST


async def test_the_cursor_stays_where_the_filter_began_if_that_is_in_the_list(quick):
    async with quick(80, 24) as reader:
        await reader.press("j")
        number = reader.screen.number
        await reader.press("backslash")
        await reader.type("is:unread -source:zeppelin")
        assert reader.screen.number == number
        await reader.press("enter")
        assert reader.screen.number == number
        assert reader.screen.articles.number == number


async def test_a_filter_that_leaves_out_where_it_began_stands_elsewhere(quick):
    async with quick(80, 24) as reader:
        number = reader.screen.number
        await reader.press("backslash")
        await reader.type("goose")
        assert reader.screen.number not in (None, number)


async def search_for(reader, words):
    """Type a search and Enter."""
    await reader.press("slash")
    await reader.type(words)
    await reader.press("enter")


async def test_while_a_search_shows_n_and_shift_n_are_its_matches_read_or_not(quick):
    async with quick() as reader:
        await search_for(reader, "skarhaven")
        first, second, third = reader.screen.order[:3]
        reader.screen.desk.mark_read([first, second, third], True, by_hand=False)
        await reader.press("n")
        assert reader.screen.number == second
        await reader.press("n")
        assert reader.screen.number == third
        await reader.press("N", "N")
        assert reader.screen.number == first
        await reader.press("N")
        assert "no more matches this way" in reader.shown("status")


async def test_space_at_the_end_of_a_match_goes_to_an_unread_one_all_the_same(quick):
    async with quick() as reader:
        await search_for(reader, "skarhaven")
        _, second, third = reader.screen.order[:3]
        reader.screen.desk.mark_read([second], True, by_hand=False)
        reader.screen.turn += 1
        while reader.screen.articles.cursor == 0:
            await reader.press("space")
        assert reader.screen.number == third


async def test_without_a_search_shift_n_says_what_it_needs(quick):
    async with quick() as reader:
        await reader.press("N")
        assert Need.SEARCH in reader.shown("status")


async def test_a_search_that_a_command_of_ones_own_enters_is_made(quick):
    own = {"storms": OwnCommand("storms", keys="ctrl+a", steps=("search skarhaven",))}
    async with quick(commands=own) as reader:
        await reader.press("ctrl+a")
        assert reader.screen.view.search == "skarhaven"
        assert "Search: skarhaven" in reader.shown("list")
