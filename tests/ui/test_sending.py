"""Sending out: what leaves, where to, and what is asked before."""

import json
from pathlib import Path

from copytaster.screens.output import OutputScreen
from copytaster.screens.reading.sending import file_name


async def line(reader, key, text):
    """Press a key that opens the line, and enter this in place of what it proposes."""
    await reader.press(key)
    reader.screen.prompt.value = text
    await reader.press("enter")


async def test_an_article_is_written_to_a_file_in_the_form_of_its_name(quick, tmp_path):
    async with quick(export_folder=str(tmp_path)) as reader:
        await reader.press("w")
        proposed = Path(reader.screen.prompt.value)
        assert proposed.parent == tmp_path
        assert proposed.suffix == ".md"
        await reader.press("tab", "enter")
        written = proposed.with_suffix(".txt")
        assert reader.title in written.read_text()
        assert f"exported “{reader.title[:20]}" in reader.shown("status")


async def test_marked_articles_go_into_one_file(quick, tmp_path):
    async with quick() as reader:
        await reader.press("v", "v")
        await line(reader, "w", str(tmp_path / "new" / "out.json"))
        assert len(json.loads((tmp_path / "new" / "out.json").read_text())) == 2
        assert "exported 2 articles" in reader.shown("status")


async def test_a_file_that_is_there_is_asked_about(quick, tmp_path):
    there = tmp_path / "out.md"
    there.write_text("mine")
    async with quick() as reader:
        await line(reader, "w", str(there))
        assert "out.md is there." in reader.shown("choice")
        await reader.press("escape")
        assert there.read_text() == "mine"
        await line(reader, "w", str(there))
        await reader.press("y")
        assert there.read_text() != "mine"


async def test_nothing_is_written_into_the_inbox(quick):
    async with quick() as reader:
        inbox = reader.screen.desk.places[0]
        await line(reader, "w", str(inbox / "out.md"))
        assert "never written to" in reader.shown("status")
        assert not (inbox / "out.md").exists()


async def test_a_file_that_cannot_be_written_is_told(quick, tmp_path):
    (tmp_path / "file").write_text("")
    async with quick() as reader:
        await line(reader, "w", str(tmp_path / "file" / "out.md"))
        assert "cannot be written" in reader.shown("status")


async def test_an_embargoed_item_is_asked_about_before_it_goes(quick, tmp_path):
    async with quick() as reader:
        await reader.go_to("Budget to be cut")
        await line(reader, "w", str(tmp_path / "out.md"))
        assert "“Budget to be cut” is embargoed." in reader.shown("choice")
        await reader.press("escape")
        assert not (tmp_path / "out.md").exists()
        await line(reader, "w", str(tmp_path / "out.md"))
        await reader.press("y")
        assert "EMBARGO until" in (tmp_path / "out.md").read_text()


async def test_of_many_the_embargoed_can_be_left_out(quick, tmp_path):
    async with quick() as reader:
        await reader.press("asterisk")
        await line(reader, "w", str(tmp_path / "out.txt"))
        assert "is embargoed" in reader.shown("choice")
        await reader.press("n")
        assert "Budget to be cut" not in (tmp_path / "out.txt").read_text()


async def test_a_command_gets_the_text_and_one_line_of_it_stands_at_the_foot(quick):
    async with quick() as reader:
        words = reader.title.split()[0]
        await line(reader, "vertical_line", f"grep -c '{words}'")
        await reader.until(lambda: f"grep -c '{words}': " in reader.shown("status"))
        await reader.press("vertical_line", "up")
        assert reader.screen.prompt.value == f"grep -c '{words}'"


async def test_more_lines_stand_in_a_pane_of_their_own_without_their_colours(quick):
    async with quick() as reader:
        await line(reader, "vertical_line", "printf '\\033[31mone\\033[0m\\ntwo\\033[2J\\n'")
        await reader.until(lambda: isinstance(reader.app.screen, OutputScreen))
        pane = reader.app.screen.query_one("OutputText")
        assert [pane.line(place)[0][0] for place in range(2)] == [" one", " two␛[2J"]
        await reader.press("escape")
        assert reader.screen.articles.has_focus


async def test_a_command_that_fails_is_one_line(quick):
    async with quick() as reader:
        await line(reader, "vertical_line", "echo no such thing >&2; exit 3")
        await reader.until(lambda: "failed (3): no such thing" in reader.shown("status"))


async def test_keys_are_answered_while_a_command_runs(quick, tmp_path):
    go_on = tmp_path / "go on"
    async with quick() as reader:
        await line(reader, "vertical_line", f"while ! test -e '{go_on}'; do :; done; echo at last")
        first = reader.title
        await reader.press("j")
        assert reader.title != first
        go_on.touch()
        await reader.until(lambda: "at last" in reader.shown("status"))


async def test_the_title_the_text_and_the_path_are_copied(quick):
    async with quick() as reader:
        await reader.press("y", "t")
        assert reader.app.clipboard == reader.title
        await reader.press("y", "x")
        assert reader.title in reader.app.clipboard
        assert "copied the text" in reader.shown("status")
        await reader.press("y", "p")
        assert reader.app.clipboard == reader.screen.row.path


async def test_a_program_for_the_terminal_cannot_have_what_is_none(quick):
    async with quick() as reader:
        await line(reader, "vertical_line", "!less")
        assert "cannot be lent" in reader.shown("status")


def test_a_title_becomes_the_name_of_a_file():
    assert file_name("Fire / in “Vestvik”: 3rd Ld") == "fire-in-vestvik-3rd-ld"
    assert file_name("../..") == "article"
    assert file_name("Пожар в порту") == "пожар-в-порту"
    assert len(file_name("ж" * 300).encode()) <= 120


async def test_a_question_keeps_its_keys_at_eighty_columns(quick, tmp_path):
    async with quick(80, 24) as reader:
        await reader.go_to("Budget to be cut")
        await reader.press("y", "x")
        told = reader.shown("choice")
        assert "is embargoed." in told
        assert told.rstrip().endswith("Esc leave it")
        assert len(told.rstrip()) <= 80


async def test_the_name_of_the_file_that_was_written_is_told_at_eighty_columns(quick, tmp_path):
    async with quick(80, 24) as reader:
        await line(reader, "w", str(tmp_path / "out.md"))
        assert reader.shown("status").rstrip().endswith("/out.md")
