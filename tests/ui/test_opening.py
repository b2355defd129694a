"""Opening outside: links in full before anything opens, a copy in the editor."""

from contextlib import contextmanager
from pathlib import Path

from copytaster.screens.links import LinkScreen


async def on_links(reader):
    """Go to the item with links and open them."""
    await reader.go_to("Ferries wait outside")
    links = reader.screen.links()
    await reader.press("o")
    assert isinstance(reader.app.screen, LinkScreen)
    return links


async def test_a_link_is_shown_in_full_and_given_to_the_browser(quick, tmp_path, monkeypatch):
    note = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{note}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    async with quick() as reader:
        links = await on_links(reader)
        pane = reader.app.screen.query_one("LinkList")
        shown = "".join(pane.line(place)[0][0].strip() for place in range(pane.length))
        assert shown == "".join(links)
        assert not note.exists()
        await reader.press("j", "enter")
        await reader.until(lambda: note.exists() and note.read_text() == links[min(1, len(links))])


async def test_where_no_browser_is_a_link_is_copied(quick, monkeypatch):
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    async with quick() as reader:
        links = await on_links(reader)
        await reader.press("enter")
        assert reader.app.clipboard == links[0]
        assert f"no browser here: copied {links[0]}" in reader.shown("status")


async def test_escape_opens_nothing(quick, monkeypatch):
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    async with quick() as reader:
        await on_links(reader)
        await reader.press("escape")
        assert reader.app.clipboard == ""


async def test_an_article_without_links_says_so(quick):
    async with quick() as reader:
        reader.screen.sheet = reader.screen.sheet.__class__()
        await reader.press("o")
        assert "no link in this article" in reader.shown("status")


@contextmanager
def lent(*_):
    """The terminal as it is lent to another program, without one."""
    yield


async def test_the_editor_gets_a_copy_that_it_cannot_write(quick, tmp_path, monkeypatch):
    note, editor = tmp_path / "seen", tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\n{{ echo "$2"; stat -c %a "$2"; cat "$2"; }} > "{note}"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"{editor} -R")
    async with quick() as reader:
        monkeypatch.setattr(reader.app, "suspend", lent)
        await reader.press("e")
        path, mode, *text = note.read_text().splitlines()
        assert reader.title in "\n".join(text)
        assert mode == "400"
        assert path != reader.screen.row.path
        assert not Path(path).exists()


async def test_with_the_raw_file_on_show_the_editor_gets_that(quick, tmp_path, monkeypatch):
    note, editor = tmp_path / "seen", tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncp "$1" "{note}"\nchmod 600 "{note}"\n')
    editor.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(editor))
    async with quick() as reader:
        monkeypatch.setattr(reader.app, "suspend", lent)
        await reader.press("r", "e")
        assert note.read_text() == Path(reader.screen.row.path).read_text()


async def test_an_editor_that_there_is_not_is_told(quick, monkeypatch):
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    async with quick() as reader:
        monkeypatch.setattr(reader.app, "suspend", lent)
        await reader.press("e")
        assert "/nowhere/editor: No such file" in reader.shown("status")
