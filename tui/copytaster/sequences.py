"""Keys of more than one step, `g g`: what was begun is kept, and the last step makes one key of it.

Textual binds a name as it comes, so a whole sequence is a key whose name has blanks in it. Keys
that begin no sequence go through at once; there is no waiting by the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.commands import COMMANDS, Command, Room
from copytaster.keyboard import STEP, begins, key_names, key_signs

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sequences:
    """The sequences of a key map, and the one that was begun."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        self._rooms = {room: _sequences(keymap, room) for room in Room}
        self._begun = ""
        self._room = Room.LIST

    def step(self, key: str, room: Room) -> str | None:
        """The key that this one makes with those before it, None where it is no whole one yet.

        What continues nothing ends what was begun, and so does another room: `hint` tells.
        """
        begun = self._begun if room is self._room else ""
        whole = f"{begun}{STEP}{key}" if begun else key
        known = self._rooms[room]
        self._room = room
        self._begun = whole if any(begins(whole, longer) for longer in known) else ""
        if self._begun or (begun and whole not in known):
            return None
        return whole

    def hint(self) -> str:
        """How what was begun may go on: `g …  g First article`; "" where nothing was."""
        ways = [
            f"{STEP.join(key_signs(longer)).removeprefix(_signs(self._begun)).strip()} {does.help}"
            for longer, does in self._rooms[self._room].items()
            if self._begun and begins(self._begun, longer)
        ]
        return "  ".join([f"{_signs(self._begun)} …", *ways]) if ways else ""


def _sequences(keymap: Mapping[str, str], room: Room) -> dict[str, Command]:
    """The keys of more than one step that work in a room, with what they do."""
    return {
        key: command
        for command in COMMANDS
        if command.room in (room, Room.DESK, Room.APP)
        and STEP in (keys := keymap.get(command.id, command.keys))
        for key in key_names(keys)
        if STEP in key
    }


def _signs(keys: str) -> str:
    return STEP.join(key_signs(keys))
