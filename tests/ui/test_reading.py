"""A day at the desk, key by key."""

from pathlib import Path

import pytest

from copytaster.desk.words.rows import Verdict, View


async def go_to(reader, words):
    """Put the cursor on the article whose title has these words."""
    numbers = reader.screen.desk.order(View())
    rows = reader.screen.desk.rows(numbers)
    number = next(row.number for row in rows if words in row.title)
    reader.screen.articles.go_to_number(number)
    await reader.pilot.pause()


async def go_to_folded(reader):
    """Put the cursor on an article of which something was folded away."""
    rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
    reader.screen.articles.go_to_number(next(row.number for row in rows if row.folded))
    await reader.pilot.pause()


async def test_all_three_panes_show_something_at_once(reading):
    async with reading() as reader:
        assert "1 of " in reader.shown("list")
        assert " ".join(reader.title.split()[:3]) in reader.shown("list")
        assert reader.title.split()[0] in reader.shown("reader")


async def test_the_next_article_is_one_key_away(reading):
    async with reading() as reader:
        first = reader.title
        await reader.press("j")
        assert reader.title != first
        await reader.press("k")
        assert reader.title == first


async def test_first_and_last_are_one_key_away(reading):
    async with reading() as reader:
        await reader.press("G")
        assert reader.screen.articles.cursor == reader.screen.articles.length - 1
        await reader.press("g")
        assert reader.screen.articles.cursor == 0


async def test_related_stories_are_of_the_same_story(reading):
    async with reading() as reader:
        await go_to(reader, "Port ignored two warnings")
        titles = await reader.related()
        assert any("blast" in title.lower() for title in titles[:3])
        assert not any("wolf" in title.lower() or "loup" in title.lower() for title in titles)


async def test_the_related_pane_gives_reasons_and_scores(reading):
    async with reading(200, 60) as reader:
        await go_to(reader, "Port ignored two warnings")
        await reader.related()
        shown = reader.shown("related")
        assert "▰" in shown
        assert "names:" in shown or "same quote:" in shown or "republished" in shown


async def test_one_goes_to_a_related_story_and_comes_back(reading):
    async with reading() as reader:
        await go_to(reader, "Port ignored two warnings")
        start = reader.title
        best = (await reader.related())[0]
        await reader.press("3", "enter")
        assert reader.title in await _any_title(reader)
        assert reader.title != start
        assert best
        await reader.press("q")
        assert reader.title == start


async def _any_title(reader):
    return [row.title for row in reader.screen.desk.rows(reader.screen.desk.order(View()))]


async def test_keeping_marks_the_row_says_so_and_goes_on(reading):
    async with reading() as reader:
        kept = reader.screen.number
        await reader.press("s")
        assert reader.screen.desk.row(kept).verdict is Verdict.KEPT
        assert reader.screen.number != kept
        assert "kept" in reader.shown("status")
        assert "u undoes" in reader.shown("status")


async def test_what_was_said_goes_with_the_next_key(reading):
    async with reading() as reader:
        await reader.press("x", "j")
        assert "undoes" not in reader.shown("status")


async def test_undo_takes_the_verdict_back_and_returns_to_it(reading):
    async with reading() as reader:
        spiked = reader.screen.number
        await reader.press("x", "j", "u")
        assert reader.screen.desk.row(spiked).verdict is None
        assert reader.screen.number == spiked


async def test_redo_spikes_again(reading):
    async with reading() as reader:
        spiked = reader.screen.number
        await reader.press("x", "u", "U")
        assert reader.screen.desk.row(spiked).verdict is Verdict.SPIKED


async def test_the_same_verdict_again_takes_it_back(reading):
    async with reading() as reader:
        number = reader.screen.number
        await reader.press("s", "k", "s")
        assert reader.screen.desk.row(number).verdict is None


async def test_a_flag_shows_in_the_row(reading):
    async with reading() as reader:
        await reader.press("f")
        assert "⚑" in reader.shown("list")


async def test_nothing_to_undo_is_said(reading):
    async with reading() as reader:
        await reader.press("u")
        assert "nothing to undo" in reader.shown("status")


async def test_opening_an_article_marks_it_as_read(reading):
    async with reading() as reader:
        number = reader.screen.number
        await reader.press("enter")
        assert reader.screen.desk.row(number).read
        assert reader.screen.reader.has_focus


async def test_passing_by_does_not_mark_as_read(reading):
    async with reading() as reader:
        number = reader.screen.number
        await reader.press("j")
        assert not reader.screen.desk.row(number).read


async def test_space_reads_on_and_then_goes_to_the_next_unread(reading):
    async with reading(80, 24) as reader:
        start = reader.screen.number
        for _ in range(60):
            await reader.press("space")
            if reader.screen.number != start:
                break
        assert reader.screen.number != start
        assert reader.screen.desk.row(start).read


async def test_n_skips_what_was_read(reading):
    async with reading() as reader:
        await reader.press("j", "m", "k", "n")
        assert reader.screen.articles.cursor == 2


async def test_folded_lines_open_and_close(reading):
    async with reading(150, 60) as reader:
        await go_to_folded(reader)
        assert "▸" in reader.shown("reader")
        await reader.press("B")
        assert "▾" in reader.shown("reader")
        await reader.press("B")
        assert "▸" in reader.shown("reader")


async def test_the_raw_file_is_one_key_away_and_one_key_back(reading):
    async with reading() as reader:
        path = reader.screen.row.path
        await reader.press("r")
        words = Path(path).read_text(encoding="utf-8").split()[:4]
        assert " ".join(words) in " ".join(reader.shown("reader").split())
        await reader.press("q")
        assert not reader.screen.raw


async def test_a_search_follows_each_letter(reading):
    async with reading() as reader:
        before = reader.screen.articles.length
        await reader.press("slash")
        await reader.type("goose")
        assert 0 < reader.screen.articles.length < before
        assert "goose" in reader.title.lower()
        assert "Search: goose" in reader.shown("list")


async def test_escape_ends_a_search_where_one_was(reading):
    async with reading() as reader:
        await reader.press("j", "j")
        number = reader.screen.number
        await reader.press("slash")
        await reader.type("goose")
        await reader.press("escape")
        assert reader.screen.view.search == ""
        assert reader.screen.articles.has_focus
        assert reader.screen.number == number


async def test_a_search_shows_its_best_match_first(reading):
    async with reading() as reader:
        await reader.press("j", "j", "j", "slash")
        await reader.type("fire")
        assert reader.screen.articles.cursor == 0
        assert "fire" in reader.title.lower()


async def test_a_filter_shows_only_what_it_asks_for(reading):
    async with reading() as reader:
        await reader.press("s", "backslash")
        await reader.type("is:kept")
        await reader.press("enter")
        assert reader.screen.articles.length == 1
        assert "✓" in reader.shown("list")


async def test_a_wrong_filter_says_where_it_is_wrong_and_can_be_mended(reading):
    async with reading() as reader:
        await reader.press("backslash")
        await reader.type("is:lost")
        await reader.press("enter")
        assert reader.screen.message
        assert reader.screen.prompt.display
        await reader.press("escape")
        assert reader.screen.articles.length > 1


async def test_sorting_keeps_the_cursor_on_its_article(reading):
    async with reading() as reader:
        await reader.press("j", "j")
        title = reader.title
        await reader.press("O")
        assert reader.title == title


async def test_tab_walks_the_panes(reading):
    async with reading() as reader:
        assert reader.screen.articles.has_focus
        await reader.press("tab")
        assert reader.screen.reader.has_focus
        await reader.press("tab")
        assert reader.screen.related.has_focus
        await reader.press("shift+tab", "h")
        assert reader.screen.articles.has_focus


async def test_zoom_gives_one_pane_the_screen(reading):
    async with reading() as reader:
        width = reader.screen.reader.size.width
        await reader.press("2", "z")
        assert reader.screen.reader.size.width > width
        await reader.press("z")
        assert reader.screen.reader.size.width == width


async def test_help_lists_every_command(reading):
    from copytaster.commands import COMMANDS
    from copytaster.presentation.looks import plain_text
    from copytaster.screens.help import HelpScreen, HelpText

    async with reading() as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        text = reader.app.screen.query_one(HelpText)
        shown = "\n".join(plain_text(text.line(place)) for place in range(text.length))
        assert all(command.help in shown for command in COMMANDS)
        await reader.press("escape")
        assert not isinstance(reader.app.screen, HelpScreen)


async def test_q_in_the_list_leaves(reading):
    async with reading() as reader:
        await reader.press("q")
        assert reader.app.return_code is not None


async def test_a_user_binds_keys(reading):
    async with reading(keys={"spike": "d"}) as reader:
        number = reader.screen.number
        await reader.press("x")
        assert reader.screen.desk.row(number).verdict is None
        await reader.press("d")
        assert reader.screen.desk.row(number).verdict is Verdict.SPIKED


async def test_themes_change_at_once(reading):
    async with reading() as reader:
        before = reader.app.theme
        await reader.press("T")
        assert reader.app.theme != before


@pytest.mark.parametrize(
    ("width", "height"), [(200, 60), (80, 24), (60, 16), (40, 12), (20, 6), (5, 3), (2, 2), (1, 1)]
)
async def test_every_size_can_be_lived_with(reading, width, height):
    async with reading(width, height) as reader:
        first = reader.screen.number
        await reader.press("j", "2", "j", "3", "j", "1", "k")
        assert reader.screen.number == first
        await reader.press("slash")
        await reader.type("goose")
        await reader.press("enter")
        assert "goose" in reader.title.lower()


async def test_a_small_screen_shows_one_pane_at_a_time(reading):
    async with reading(40, 12) as reader:
        assert reader.screen.articles.display
        assert not reader.screen.reader.display
        await reader.press("enter")
        await reader.until(lambda: reader.screen.reader.display)
        assert not reader.screen.articles.display


@pytest.mark.parametrize(
    ("layout", "beside", "single"),
    [("columns", True, False), ("stacked", False, False), ("reading", False, True)],
)
async def test_a_layout_that_is_set_stands_at_every_width(reading, layout, beside, single):
    for width in (80, 160):
        async with reading(width, 40, layout=layout) as reader:
            assert (reader.screen.articles.size.height > 30) is (beside or single)
            assert reader.screen.reader.display is not single


async def test_another_encoding_is_tried_with_a_key_and_forgotten_with_the_next(reading, inbox):
    words = "Президент заявил в четверг, что переговоры продолжатся. " * 3
    (inbox / "koi.txt").write_bytes(f"Москва\n\n{words}\n".encode("koi8-r"))
    async with reading() as reader:
        rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
        number = next(row.number for row in rows if row.path.endswith("koi.txt"))
        reader.screen.articles.go_to_number(number)
        await reader.pilot.pause()
        assert reader.screen.sheet.article.encoding == "koi8_r"
        assert "koi8_r" in reader.shown("reader")
        await reader.press("E")
        assert reader.screen.sheet.article.encoding == "iso8859_7"
        assert "read as iso8859_7" in reader.shown("status")
        await reader.press("j", "k")
        assert reader.screen.sheet.article.encoding == "koi8_r"
