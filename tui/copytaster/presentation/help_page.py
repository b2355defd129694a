"""The help as lines: what can be done here first, what cannot be done now under its reason.

From the one table of commands, with the keys that are bound now, for the pane that has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from copytaster.commands import COMMANDS, Command, Need, Room
from copytaster.keyboard import key_signs
from copytaster.presentation.looks import BLANK, Line, Look

KEY_CELLS = 24
GAP = "  "
PANES = {
    Room.LIST: "In the list",
    Room.READER: "In the article",
    Room.RELATED: "In the related stories",
}


@dataclass(frozen=True, slots=True)
class HelpPage:
    """The help for the pane `room`: the keys that are bound, and what is `missing` now.

    `commands` are those of the table, and the user's own.
    """

    keymap: Mapping[str, str]
    room: Room | None = None
    missing: frozenset[Need] = frozenset()
    commands: tuple[Command, ...] = COMMANDS

    def lines(self, words: str = "") -> Iterator[Line]:
        """Headings, and a line for each command that has all these words."""
        sections: dict[str, list[Command]] = {heading: [] for heading in self._headings()}
        for command in self.commands:
            if self._has(command, words):
                sections[self._heading(command)].append(command)
        for heading, commands in sections.items():
            if commands:
                yield BLANK
                yield ((f"{GAP}{heading}", Look.KICKER),)
                yield from map(self._line, commands)
        yield BLANK
        if not any(sections.values()):
            yield ((f"{GAP}No command has these words; Esc shows them all.", Look.PLAIN),)

    def _headings(self) -> Iterator[str]:
        """All headings in their order: here, everywhere, not now, in the other panes."""
        if self.room:
            yield PANES[self.room]
        yield from dict.fromkeys(each.group for each in self.commands if each.room not in PANES)
        yield from map(_not_now, Need)
        yield from PANES.values()

    def _heading(self, command: Command) -> str:
        if command.needs in self.missing:
            return _not_now(command.needs)
        return PANES.get(command.room, command.group)

    def _has(self, command: Command, words: str) -> bool:
        said = f"{command.help} {command.id} {' '.join(self._signs(command))}".casefold()
        return all(word in said for word in words.casefold().split())

    def _line(self, command: Command) -> Line:
        possible = command.needs not in self.missing
        signs = GAP.join(self._signs(command))
        key, text = (Look.KEY, Look.PLAIN) if possible else (Look.MUTED, Look.MUTED)
        return ((f"{GAP}{signs:<{KEY_CELLS}}", key), (command.help, text))

    def _signs(self, command: Command) -> list[str]:
        return key_signs(self.keymap.get(command.id, command.keys))


def _not_now(need: Need | None) -> str:
    return f"Not now: {need}"
