"""New files while the reader runs."""

from pathlib import Path

import pytest

from copytaster.desk.words.rows import Verdict

KEPT = "UPDATE 1-Three hurt as blast sets fire to warehouse and ship in Skarhaven port"
LATER = "UPDATE 2-Five hurt, 2,000 evacuated after warehouse blast in Skarhaven port"
KILL = f""" date 2026-09-14 KILL-SKARHAVEN-FIRE

Editors: Please kill the item headlined "{KEPT}", sent at 0805 GMT on September 14. The harbour
master was named wrongly. There is no substitute for the item killed.

Norwire World Desk, Aldmere
"""


async def test_files_are_listed_as_they_are_read(reading):
    async with reading(read=False) as reader:
        await reader.until(lambda: reader.screen.articles.length > 10)
        await reader.until(lambda: reader.title != "")


async def test_the_cursor_stays_on_its_article_when_others_arrive(reading, inbox):
    async with reading() as reader:
        await reader.press("j", "j")
        number, before = reader.screen.number, reader.screen.articles.length
        new = inbox / "20260921T0700Z_norwire_lighthouse.txt"
        new.write_text(" date 2026-09-21 Lighthouse keeper retires\n\nHe kept it for 41 years.\n")
        await reader.press("R")
        await reader.until(lambda: reader.screen.articles.length > before)
        assert reader.screen.number == number


async def test_an_empty_file_is_a_row_with_a_plain_message(reading, inbox):
    (inbox / "empty.txt").write_bytes(b"")
    async with reading() as reader:
        await reader.until(lambda: "empty" in reader.shown("list"))
        shown = reader.shown("list")
        assert "empty.txt" in shown


async def test_a_binary_file_is_named_and_not_drawn(reading, inbox):
    (inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    async with reading() as reader:
        await reader.until(lambda: "picture.txt" in reader.shown("list"))
        assert "\x89" not in reader.everything()


async def test_a_decision_of_another_process_shows(reading, open_desk):
    async with reading() as reader:
        other = open_desk(read=False)
        number = reader.screen.number
        other.judge([number], Verdict.SPIKED)
        await reader.until(lambda: reader.screen.desk.row(number).verdict is Verdict.SPIKED)


async def test_a_kill_of_what_was_kept_is_an_alarm_and_a_banner_on_the_item_and_its_story(
    reading, inbox, monkeypatch
):
    async with reading() as reader:
        rung = []
        monkeypatch.setattr(reader.app, "bell", lambda: rung.append(1))
        await reader.go_to(KEPT)
        await reader.press("s")
        kill = inbox / "20260921T0700Z_norwire_kill.txt"
        kill.write_text(KILL)
        await reader.press("R")
        await reader.until(lambda: "KILLED, and you kept it" in reader.shown("alarms"))
        assert rung
        await reader.press("exclamation_mark")
        assert reader.title == KEPT
        await reader.until(lambda: "KILLED" in reader.shown("reader"))
        await reader.go_to(LATER)
        await reader.until(lambda: "In this story: “UPDATE 1-Three hurt" in reader.shown("reader"))


async def test_a_file_that_vanishes_while_it_is_shown_keeps_its_text(reading, inbox):
    async with reading() as reader:
        title = reader.title
        Path(reader.screen.row.path).unlink()
        await reader.press("R")
        await reader.until(lambda: "(gone)" in reader.shown("reader"))
        assert " ".join(title.split()[:3]) in reader.shown("reader")
        await reader.press("j")
        assert "(gone)" not in reader.shown("reader")


@pytest.mark.parametrize("key", ["s", "x", "f", "m"])
async def test_a_key_that_decides_is_not_about_what_nobody_saw(reading, inbox, key):
    async with reading() as reader:
        Path(reader.screen.row.path).unlink()
        await reader.press("R")
        await reader.until(lambda: "(gone)" in reader.shown("reader"))
        await reader.press(key)
        assert "that article has gone; this is the next one" in reader.shown("status")
        assert "(gone)" not in reader.shown("reader")
        assert not reader.screen.row.verdict
        assert not reader.screen.row.flagged
        await reader.press("s")
        assert "kept" in reader.shown("status")


async def test_an_empty_folder_says_so(reading, inbox):
    for path in inbox.iterdir():
        path.unlink()
    async with reading() as reader:
        await reader.until(lambda: "no wire copy here yet" in reader.shown("reader"))
        await reader.press("j", "x", "enter", "r", "B", "space", "n", "s", "u", "3", "enter")
        assert reader.app.return_code is None


async def test_a_newcomers_list_fills_from_above(reading):
    async with reading(read=False) as reader:
        await reader.until(lambda: reader.screen.articles.length >= 15)
        await reader.until(lambda: reader.screen.number == reader.screen.order[0])
        assert reader.screen.articles.cursor == 0


async def test_from_the_first_key_on_the_cursor_stays_on_its_article(reading):
    async with reading(read=False) as reader:
        await reader.until(lambda: reader.screen.articles.length > 1)
        await reader.press("j")
        number = reader.screen.number
        await reader.until(lambda: reader.screen.articles.length >= 15)
        assert reader.screen.number == number
