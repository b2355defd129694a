"""The command palette: every command of the one table, found by typing a few of its letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial

from textual import on
from textual.app import App
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.worker import WorkerCancelled

from copytaster.commands import COMMANDS, Command, Need, Room, own_rows
from copytaster.keyboard import key_signs
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.screens.reading.needs import missing


class Palette(CommandPalette):
    """Textual's palette, in which Enter waits until what was typed has been looked for.

    It would otherwise run what an earlier list, of all commands, has at its top.
    """

    @on(Input.Submitted)
    async def run_what_was_typed(self, event: Input.Submitted) -> None:
        """Run the command at the cursor at once, so that a key behind Enter finds it done."""
        event.prevent_default().stop()
        with suppress(WorkerCancelled):
            await self.workers.wait_for_complete()
        found = self.query_one(CommandList)
        place = found.highlighted
        if place is not None and not (option := found.get_option_at_index(place)).disabled:
            self._select_command(OptionList.OptionSelected(found, option, place))


class DeskCommands(Provider):
    """The commands of the reader as Textual's palette wants them."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command, name, run in self._commands():
            yield DiscoveryHit(name, run, help=command.id)

    async def search(self, query: str) -> Hits:
        """The commands whose words match what was typed."""
        matcher = self.matcher(query)
        for command, name, run in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=command.id)

    def _commands(self) -> Iterator[tuple[Command, str, IgnoreReturnCallbackType]]:
        screen = self.screen
        if isinstance(screen, DeskScreen):
            lacking = missing(screen)
            for command in (*COMMANDS, *own_rows(screen.settings.commands)):
                run = partial(_place(screen, command.room).run_action, command.action)
                yield command, _name(command, screen.keymap, lacking), run


def _place(screen: DeskScreen, room: Room) -> Widget | App[object]:
    """The part of the screen on which the actions of a room are run."""
    places: dict[Room, Widget | App[object]] = {
        Room.LIST: screen.articles,
        Room.READER: screen.reader,
        Room.RELATED: screen.related,
        Room.DESK: screen,
        Room.APP: screen.app,
    }
    return places[room]


def _name(command: Command, keymap: Mapping[str, str], lacking: frozenset[Need]) -> str:
    """What the command does, its first key, and why not now: `Spike the whole story  (X)`."""
    signs = key_signs(keymap.get(command.id, command.keys))
    key = f"  ({signs[0]})" if signs else ""
    return f"{command.help}{key}{f': {command.needs}' if command.needs in lacking else ''}"
