"""The line at the foot: what was just done is never cut for what goes on."""

from copytaster.desk.words.news import Progress


async def test_a_message_takes_the_room_of_a_long_note(reading):
    async with reading(60, 24) as reader:
        screen = reader.screen
        screen.progress = Progress(1, 1, 1, False, "/a/path/that/is/long/taught.toml: not TOML")
        screen.message = "nothing was taught, since the file of rules is damaged"
        await reader.pilot.pause()
        shown = reader.shown("status")
        assert "nothing was taught, since the file of rules is damaged" in shown
        assert "taught.toml" not in shown


async def test_a_note_stands_whole_beside_a_short_message(reading):
    async with reading(100, 24) as reader:
        screen = reader.screen
        screen.progress = Progress(1, 1, 1, False, "taught.toml: not TOML")
        screen.message = "spiked"
        await reader.pilot.pause()
        shown = reader.shown("status")
        assert shown.startswith(" spiked")
        assert shown.rstrip().endswith("taught.toml: not TOML")


async def test_a_title_with_tabs_keeps_its_words_apart(reading):
    async with reading(100, 24) as reader:
        reader.screen.message = "kept “1\tbody\nA meeting”, u undoes"
        await reader.pilot.pause()
        assert reader.shown("status").startswith(" kept “1 body A meeting”, u undoes")
