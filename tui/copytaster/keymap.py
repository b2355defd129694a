"""The keys that are bound: the user's always win, and take a key away from whoever had it.

Two commands are in each other's way where one key could mean both: in the same pane, or where one
of them works everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from textual.keys import KEY_NAME_REPLACEMENTS

from copytaster.commands import BY_ID, COMMANDS, UNBOUND, Command, Room

EVERYWHERE = (Room.DESK, Room.APP)


def effective_keys(user: Mapping[str, str]) -> dict[str, str]:
    """The keys of each command that has others than its own: the user's, or what they left it."""
    keymap = {name: ",".join(key_names(keys)) for name, keys in user.items() if name in BY_ID}
    for command in COMMANDS:
        if command.id in keymap:
            continue
        own = key_names(command.keys)
        left = [key for key in own if not _taken(key, command, user)]
        if left != own:
            keymap[command.id] = ",".join(left) or UNBOUND
    return keymap


def key_complaints(user: Mapping[str, str]) -> list[str]:
    """A line for each command that there is not, and each key that the user gave to two."""
    unknown = [f"[keys] there is no command “{name}”" for name in user if name not in BY_ID]
    return [*unknown, *_conflicts({name: keys for name, keys in user.items() if name in BY_ID})]


def key_names(keys: str) -> list[str]:
    """Keys as a user writes them, `?,Ctrl+f`, in Textual's names, `question_mark`, `ctrl+f`."""
    return [_key_name(key.strip()) for key in keys.split(",") if key.strip()]


def in_the_way(one: Command, other: Command) -> bool:
    """Whether one key could mean both commands."""
    return one.room is other.room or one.room in EVERYWHERE or other.room in EVERYWHERE


def _taken(key: str, command: Command, user: Mapping[str, str]) -> bool:
    return any(
        key in key_names(keys) and in_the_way(BY_ID[name], command)
        for name, keys in user.items()
        if name in BY_ID
    )


def _conflicts(user: Mapping[str, str]) -> Iterator[str]:
    names = list(user)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            both = set(key_names(user[one])) & set(key_names(user[other]))
            if both and in_the_way(BY_ID[one], BY_ID[other]):
                yield f"[keys] {min(both)} is bound to both {one} and {other}"


def _key_name(key: str) -> str:
    if len(key) != 1:
        return key.lower()
    if key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)
