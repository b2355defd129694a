"""The palette: commands by name."""

from textual.command import CommandPalette

from copytaster.desk.words.rows import Verdict


async def test_a_command_is_found_by_its_words_and_run(reading):
    async with reading() as reader:
        number = reader.screen.number
        await reader.press("colon")
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.type("spike and go")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.until(lambda: not isinstance(reader.app.screen, CommandPalette))
        await reader.until(lambda: reader.screen.desk.row(number).verdict is Verdict.SPIKED)


async def test_commands_of_other_panes_can_be_run_too(reading):
    async with reading() as reader:
        await reader.press("colon")
        await reader.type("last article")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.until(lambda: not isinstance(reader.app.screen, CommandPalette))
        last = reader.screen.articles.length - 1
        await reader.until(lambda: reader.screen.articles.cursor == last)
