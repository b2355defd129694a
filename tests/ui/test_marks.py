"""Marks are those of rows in the list on show: what the head counts is what keys act on."""

from __future__ import annotations

from copytaster.commands import Need
from copytaster.desk.settings.own_commands import OwnCommand
from copytaster.desk.words.rows import Verdict, View

DROPPED = "2 marks are not in this list and were dropped"


async def filter_by(reader, query):
    """Type a query in place of the one that is there, and Enter."""
    await reader.press("backslash", "ctrl+u")
    await reader.type(query)
    await reader.press("enter")


async def mark_two_sources(reader):
    """Mark two articles of a source, and list those of another; the query of the first."""
    rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
    sources = list(dict.fromkeys(row.source for row in rows if row.source))
    many = [each for each in sources if sum(row.source == each for row in rows) > 1]
    first, second = (f'source:"{source}"' for source in (many[0], many[1]))
    await filter_by(reader, first)
    await reader.press("v", "v")
    await filter_by(reader, second)
    return first


async def test_marks_that_a_filter_takes_out_of_the_list_are_dropped_and_told(quick):
    async with quick(80, 24) as reader:
        await mark_two_sources(reader)
        assert "marked" not in reader.shown("list")
        assert DROPPED in reader.shown("status")
        await reader.press("j", "k")
        assert DROPPED not in reader.shown("status")


async def test_keys_act_on_what_the_list_shows_after_marks_were_dropped(quick, tmp_path):
    async with quick(80, 24, export_folder=str(tmp_path)) as reader:
        await mark_two_sources(reader)
        number = reader.screen.number
        await reader.press("s")
        assert reader.verdicts([number]) == [Verdict.KEPT]
        await reader.press("w", "enter")
        assert list(tmp_path.glob("*.md"))
        assert not (tmp_path / "articles.md").exists()


async def test_of_marks_only_those_in_the_list_count(quick):
    async with quick(80, 24) as reader:
        await mark_two_sources(reader)
        shown = list(reader.screen.order[:2])
        await reader.press("g", "v", "v")
        assert "2 marked" in reader.shown("list")
        await reader.press("x")
        assert "2 articles?" in reader.shown("choice")
        await reader.press("y")
        assert reader.verdicts(shown) == [Verdict.SPIKED] * 2


async def test_a_filter_that_is_given_up_takes_no_mark(quick):
    async with quick(80, 24) as reader:
        first, second = reader.screen.order[:2]
        await reader.press("v", "v", "backslash")
        await reader.type("zeppelin")
        assert "marked" not in reader.shown("list")
        await reader.press("escape")
        assert reader.screen.articles.marked == {first, second}
        assert "dropped" not in reader.shown("status")


async def test_half_a_word_of_a_filter_takes_no_mark(quick):
    async with quick(80, 24) as reader:
        await reader.press("v", "v")
        await filter_by(reader, "is:unread")
        assert len(reader.screen.articles.marked) == 2
        assert "dropped" not in reader.shown("status")


async def test_one_mark_is_told_in_the_singular(quick):
    async with quick(80, 24) as reader:
        await reader.press("v")
        await filter_by(reader, "zeppelin")
        assert "1 mark is not in this list and was dropped" in reader.shown("status")


async def test_a_marked_file_that_vanishes_is_no_longer_marked(reading, inbox):
    async with reading(80, 24) as reader:
        await reader.press("v")
        number = next(iter(reader.screen.articles.marked))
        path = reader.screen.desk.row(number).path
        (inbox / path).unlink()
        await reader.press("R")
        await reader.until(lambda: not reader.screen.articles.shows(number))
        await reader.until(lambda: "1 mark is not in this list" in reader.shown("status"))
        assert "marked" not in reader.shown("list")


async def test_another_basket_drops_what_it_does_not_hold(quick):
    async with quick(80, 24) as reader:
        await reader.press("v", "greater_than_sign")
        gone = not reader.screen.articles.marked
        assert gone == ("1 mark is not" in reader.shown("status"))


async def test_what_is_about_a_story_does_not_pass_over_marks_in_silence(quick):
    async with quick(80, 24) as reader:
        rows = reader.screen.desk.rows(reader.screen.order)
        told = next(row for row in rows if row.story is not None)
        await reader.press("v", "v")
        reader.screen.articles.go_to_number(told.number)
        for key in ("X", "S"):
            await reader.press(key)
            assert not reader.screen.choice.display
            assert "2 are marked" in reader.shown("status")
        await reader.press("escape", "X")
        assert "spike the whole story" in reader.shown("choice")


async def test_a_range_without_a_mark_says_what_it_needs(quick):
    async with quick(80, 24) as reader:
        await reader.press("j", "V")
        assert Need.MARK in reader.shown("status")
        assert not reader.screen.articles.marked


async def test_marks_that_escape_took_away_begin_no_range(quick):
    async with quick(80, 24) as reader:
        await reader.press("v", "escape", "j", "j", "V")
        assert not reader.screen.articles.marked
        assert Need.MARK in reader.shown("status")


async def test_a_filter_that_a_command_of_ones_own_enters_tells_of_marks_once(quick):
    steps = ("filter zeppelin",)
    own = {"airships": OwnCommand("airships", keys="ctrl+a", steps=steps)}
    async with quick(80, 24, commands=own) as reader:
        await reader.press("v")
        await filter_by(reader, "zeppelin")
        await reader.press("escape", "v", "v", "ctrl+a")
        assert DROPPED in reader.shown("status")
        await reader.press("escape", "j", "ctrl+a")
        assert "dropped" not in reader.shown("status")


async def test_titles_of_all_that_are_marked_are_copied(quick):
    async with quick(80, 24) as reader:
        await reader.press("v", "v")
        titles = [row.title for row in reader.screen.desk.rows(reader.screen.order[:2])]
        await reader.press("y", "t")
        assert reader.app.clipboard == "\n".join(titles)
        assert "copied 2 titles" in reader.shown("status")


async def test_the_file_of_one_mark_elsewhere_has_not_the_name_of_the_article_here(quick):
    async with quick(80, 24) as reader:
        await reader.press("v", "w")
        assert reader.screen.prompt.value.endswith("articles.md")
