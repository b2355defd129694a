"""The user's own commands, macros and hooks: run only where they are set, and never in the way."""

import json
import shlex
from types import MappingProxyType

import pytest

from copytaster.desk.settings.own_commands import OwnCommand
from copytaster.desk.words.news import Alarm
from copytaster.desk.words.rows import Verdict


def commands(**table):
    """Settings with these commands."""
    return {"commands": MappingProxyType(table)}


@pytest.fixture
def noting(tmp_path):
    """The words of a program that appends its arguments and its input to a file, and that file."""
    note = tmp_path / "note"
    program = tmp_path / "noting"
    program.write_text(f'#!/bin/sh\n{{ echo "$*"; cat; }} >> {shlex.quote(str(note))}\n')
    program.chmod(0o755)
    return str(program), note


async def test_a_program_on_a_key_gets_title_path_and_text(quick, noting):
    program, note = noting
    own = OwnCommand("page", "ctrl+t", (program, "{path}", "{title}"))
    async with quick(**commands(page=own)) as reader:
        await reader.go_to("Ferries wait outside")
        await reader.press("ctrl+t")
        await reader.until(lambda: note.exists() and "See https" in note.read_text())
        assert note.read_text().startswith(f"{reader.screen.row.path} Ferries wait outside\n")


async def test_a_key_of_the_users_own_is_taken_from_whoever_had_it(quick, noting):
    program, note = noting
    own = OwnCommand("mine", "j", (program, "{count}"))
    async with quick(**commands(mine=own)) as reader:
        number = reader.screen.number
        await reader.press("j")
        await reader.until(lambda: note.exists() and note.read_text().startswith("1\n"))
        assert reader.screen.number == number
        await reader.press("down")
        assert reader.screen.number != number


async def test_what_is_embargoed_is_asked_about_before_a_program_gets_it(quick, noting):
    program, note = noting
    async with quick(**commands(page=OwnCommand("page", "ctrl+t", (program,)))) as reader:
        await reader.go_to("Budget to be cut")
        await reader.press("ctrl+t", "escape")
        assert not note.exists()


async def test_a_macro_does_one_command_after_the_other(quick):
    macro = OwnCommand("sport", "ctrl+t", steps=("tag sport", "keep", "tag next"))
    async with quick(**commands(sport=macro)) as reader:
        first, second = reader.screen.order[:2]
        await reader.press("ctrl+t")
        row = reader.screen.desk.row
        await reader.until(lambda: row(second).tags == ("next",))
        assert (row(first).tags, row(first).verdict) == (("sport",), Verdict.KEPT)


async def test_a_macro_stops_at_a_question(quick):
    macro = OwnCommand("sport", "ctrl+t", steps=("keep", "tag next"))
    async with quick(**commands(sport=macro)) as reader:
        await reader.press("v", "v", "ctrl+t")
        await reader.until(lambda: "stops here" in reader.screen.message)
        await reader.press("escape")
        assert "stops here: tag next was to follow" in reader.shown("status")


async def test_a_macro_with_a_wrong_step_says_so(quick):
    macro = OwnCommand("sport", "ctrl+t", steps=("kepe",))
    async with quick(**commands(sport=macro)) as reader:
        await reader.press("ctrl+t")
        assert "sport: there is no command “kepe”" in reader.shown("status")


async def test_hooks_on_keep_and_spike_are_told_of_the_articles(quick, noting):
    program, note = noting
    hooks = {event: (program, event, "{count}") for event in ("keep", "spike")}
    async with quick(hooks=MappingProxyType(hooks)) as reader:
        first = reader.screen.number
        await reader.press("s")
        await reader.until(lambda: note.exists() and "}" in note.read_text())
        await reader.press("v", "v", "x", "y")
        await reader.until(lambda: note.read_text().count("}") == 3)
        said = note.read_text().splitlines()
        assert said[0] == "keep 1"
        assert said[2] == "spike 2"
        assert json.loads(said[1])["id"] == reader.screen.desk.row(first).id


async def test_what_is_hooked_to_nothing_that_happened_is_not_run(quick, noting):
    program, note = noting
    async with quick(hooks=MappingProxyType({"alarm": (program,)})) as reader:
        await reader.press("s", "u", "x", "u")
        assert not note.exists()


async def test_a_hook_that_fails_is_one_line(quick):
    hooks = {"keep": ("sh", "-c", "echo no printer >&2; exit 3")}
    async with quick(hooks=MappingProxyType(hooks)) as reader:
        await reader.press("s")
        await reader.until(lambda: "failed (3): no printer" in reader.shown("status"))


async def test_an_alarm_runs_its_hook_and_the_command_of_its_rule(quick, noting):
    program, note = noting
    async with quick(hooks=MappingProxyType({"alarm": (program, "hook", "{title}")})) as reader:
        number = reader.screen.number
        alarm = Alarm("rule", (number,), command=f"{program} rule {{id}}")
        reader.screen.raise_alarm(alarm)
        row = reader.screen.desk.row(number)
        await reader.until(lambda: note.exists() and f"rule {row.id}" in note.read_text())
        assert f"hook {row.title}" in note.read_text()
        reader.screen.raise_alarm(Alarm("bad", (number,), command="sh -c 'echo {title}'"))
        assert "must be a word of its own" in reader.screen.message


async def test_help_and_palette_know_the_users_own(quick):
    own = OwnCommand("page", "ctrl+t", ("page-one", "{path}"), help="Set on page one")
    async with quick(**commands(page=own)) as reader:
        await reader.press("question_mark")
        shown = [row for line in reader.app.screen.query_one("HelpText")._lines for row in line]
        assert any("Set on page one" in text for text, _ in shown)
        await reader.press("escape", "colon")
        await reader.type("page one")
        await reader.until(lambda: reader.app.screen.query("OptionList").first().option_count == 1)
