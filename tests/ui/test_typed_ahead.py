"""Keys typed ahead: each acts on what the one before it has opened."""

from asyncio import Event, sleep

import pytest
from textual.command import CommandInput, CommandPalette
from textual.events import Key
from textual.widgets import Static

from copytaster import app_keys
from copytaster.desk.words.rows import Verdict
from copytaster.screens.palette import DeskCommands
from copytaster.screens.reading.screen import ReadingScreen

SIGNS = {"space": " ", "alt+colon": ":", "alt+s": "s", "alt+slash": "/"}


def type_at_once(reader, *keys):
    """Keys as a terminal sends them in one burst."""
    for key in keys:
        reader.app.post_message(Key(key, key if len(key) == 1 else SIGNS.get(key)))


async def busy_until(condition):
    """Let the program run until something is so; a pilot would wait for the busy pane as well."""
    while not condition():
        await sleep(0)


async def test_an_answer_typed_ahead_reaches_the_question(reading):
    async with reading() as reader:
        numbers = list(reader.screen.order[:3])
        await reader.press("v", "v", "v")
        type_at_once(reader, "x", "y")
        await reader.until(lambda: reader.verdicts(numbers) == [Verdict.SPIKED] * 3)


async def test_words_typed_ahead_reach_the_line_that_a_key_opened(reading):
    async with reading() as reader:
        type_at_once(reader, "slash", *"goose", "enter")
        await reader.until(lambda: reader.screen.view.search == "goose")
        await reader.until(lambda: reader.screen.articles.has_focus)


async def test_keys_behind_a_screen_that_closes_are_heard(reading):
    async with reading() as reader:
        number = reader.screen.number
        type_at_once(reader, "question_mark", "escape", "s")
        await reader.until(lambda: reader.verdicts([number]) == [Verdict.KEPT])
        assert "Inbox" in reader.shown("list")


async def test_many_keys_at_once_are_all_heard(reading):
    async with reading() as reader:
        type_at_once(reader, *"jjjjjjjjkkkk")
        await reader.until(lambda: reader.screen.articles.cursor == 4)


async def test_letters_typed_behind_a_colon_are_words_for_the_palette(reading):
    async with reading() as reader:
        number = reader.screen.number
        type_at_once(reader, "colon", *"reaad")
        await reader.until(lambda: isinstance(reader.app.screen, CommandPalette))
        await reader.until(lambda: reader.app.screen.query_one(CommandInput).value == "reaad")
        type_at_once(reader, "escape", "s")
        await reader.until(lambda: reader.verdicts([number]) == [Verdict.KEPT])


async def test_a_key_that_is_no_answer_only_closes_the_question(reading):
    async with reading() as reader:
        numbers = list(reader.screen.order[:3])
        await reader.press("v", "v", "v", "x", "colon")
        assert not reader.screen.choice.display
        assert isinstance(reader.app.screen, ReadingScreen)
        assert reader.verdicts(numbers) == [None] * 3


async def test_an_escape_that_came_with_the_next_key_is_heard_before_it(reading):
    async with reading() as reader:
        number = reader.screen.number
        type_at_once(reader, "colon", *"reaad", "alt+colon", *"reaad", "alt+slash", *"go", "alt+s")
        await reader.until(lambda: reader.verdicts([number]) == [Verdict.KEPT])
        assert reader.screen.view.search == ""


@pytest.mark.parametrize("keys", [{"keep": "alt+s"}, {"keep": "alt+s s"}])
async def test_a_key_with_alt_that_is_bound_is_that_key(reading, keys):
    async with reading(keys=keys) as reader:
        number = reader.screen.number
        await reader.press("2")
        type_at_once(reader, *next(iter(keys.values())).split())
        await reader.until(lambda: reader.verdicts([number]) == [Verdict.KEPT])


async def test_keys_wait_for_a_pane_that_is_busy_for_long(reading, monkeypatch):
    monkeypatch.setattr(app_keys, "LOOKED_AFTER", 0.001)
    monkeypatch.setattr(app_keys, "MOST_LOOKS", 1_000_000)
    async with reading() as reader:
        rested = Event()
        reader.screen.articles.call_later(rested.wait)
        type_at_once(reader, "slash", *"goose", "enter")
        await busy_until(lambda: reader.app._looks > 3)
        assert reader.app.focused is reader.screen.articles
        rested.set()
        await reader.until(lambda: reader.screen.view.search == "goose")


async def test_a_key_that_never_comes_back_is_given_up_with_those_behind_it(reading, monkeypatch):
    monkeypatch.setattr(app_keys, "LOOKED_AFTER", 0.001)
    async with reading() as reader:
        rested = Event()
        number = reader.screen.number
        reader.screen.articles.call_later(rested.wait)
        type_at_once(reader, "slash", *"sx")
        await busy_until(lambda: reader.app._waiting)
        await busy_until(lambda: not reader.app._waiting)
        rested.set()
        await reader.until(lambda: reader.screen.prompt.has_focus)
        type_at_once(reader, "escape", "f")
        await reader.until(lambda: reader.app.desk.row(number).flagged)
        assert reader.verdicts([number]) == [None]


async def test_keys_behind_one_in_a_pane_that_is_removed_are_heard(reading):
    async with reading() as reader:
        passing = Static("passing")
        passing.can_focus = True
        await reader.screen.mount(passing)
        passing.focus()
        type_at_once(reader, "j", "s")
        passing.remove()
        await reader.until(lambda: Verdict.KEPT in reader.verdicts(reader.screen.order))


async def test_an_enter_typed_ahead_runs_what_was_typed_and_nothing_else(reading, monkeypatch):
    search = DeskCommands.search

    async def slow(commands, query):
        for _ in range(100):
            await sleep(0)
        async for hit in search(commands, query):
            yield hit

    monkeypatch.setattr(DeskCommands, "search", slow)
    async with reading() as reader:
        number, theme = reader.screen.number, reader.app.theme
        type_at_once(reader, "colon", *"nexttheme", "enter", "s")
        await reader.until(lambda: reader.verdicts([number]) == [Verdict.KEPT])
        assert reader.app.theme != theme
        assert isinstance(reader.app.screen, ReadingScreen)


async def test_a_key_that_comes_back_after_the_last_screen_has_closed_does_nothing(reading):
    async with reading() as reader:
        app, stack = reader.app, list(reader.app._screen_stack)
        app._waiting.append(Key("j", "j"))
        app._screen_stack.clear()
        await app._heard(app._journey)
        await app._hear_next()
        app._screen_stack.extend(stack)
        app._waiting.clear()
        assert reader.screen.articles.cursor == 0
