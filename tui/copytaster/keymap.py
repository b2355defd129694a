"""The keys that are bound: the user's always win, and take a key away from whoever had it.

They lie in layers: the table of commands, a ready-made map over it, the user's own over both. Two
commands are in each other's way where one key could mean both: in the same pane, or where one of
them works everywhere. A key and a sequence that begins with it are in each other's way too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.commands import BY_ID, COMMANDS, Command, Room
from copytaster.hands import HANDS
from copytaster.keyboard import UNBOUND, begins, every_name, key_names, unknown_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from copytaster.desk.settings.settings import Settings

EVERYWHERE = (Room.DESK, Room.APP)


def effective_keys(settings: Settings) -> dict[str, str]:
    """The keys of each command that has others than its own: the user's, or what they left it."""
    keymap: dict[str, str] = {}
    for layer in (HANDS[settings.key_map], settings.keys):
        if layer:
            keymap = _laid_over(keymap, layer)
    return _without_own(keymap, settings)


def _without_own(keymap: dict[str, str], settings: Settings) -> dict[str, str]:
    """The keys of the user's own commands are taken from whoever had them."""
    own = {key for each in settings.commands.values() for key in key_names(each.keys)}
    if not own:
        return keymap
    for command in COMMANDS:
        had = key_names(keymap.get(command.id, command.keys))
        left = [key for key in had if not any(_meet(key, other) for other in own)]
        if left != had:
            keymap[command.id] = ",".join(left) or UNBOUND
    return keymap


def key_complaints(
    user: Mapping[str, str], where: Callable[[str], str] = lambda _name: "[keys] "
) -> list[str]:
    """A line for each command or key that there is not, and each key that was given to two.

    `where` gives the words in front: the place at which the keys of a command were bound.
    """
    return [
        f"{where(name)}{complaint}"
        for name, complaint in (*_unknown_commands(user), *_unknown_keys(user), *_conflicts(user))
    ]


def in_the_way(one: Command, other: Command) -> bool:
    """Whether one key could mean both commands."""
    return one.room is other.room or one.room in EVERYWHERE or other.room in EVERYWHERE


def _laid_over(keymap: Mapping[str, str], layer: Mapping[str, str]) -> dict[str, str]:
    given = {name: key_names(keys) for name, keys in layer.items() if name in BY_ID}
    laid = dict(keymap)
    for command in COMMANDS:
        if command.id in given:
            laid[command.id] = ",".join(given[command.id]) or UNBOUND
            continue
        own = key_names(keymap.get(command.id, command.keys))
        left = [key for key in own if not _taken(key, command, given)]
        if left != own:
            laid[command.id] = ",".join(left) or UNBOUND
    return laid


def _taken(key: str, command: Command, given: Mapping[str, list[str]]) -> bool:
    return any(
        _meet(key, other) and in_the_way(BY_ID[name], command)
        for name, keys in given.items()
        for other in keys
    )


def _meet(one: str, other: str) -> bool:
    return one == other or begins(one, other) or begins(other, one)


def _unknown_commands(user: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in user:
        if name not in BY_ID:
            yield name, f"there is no command “{name}”{_meant(name, BY_ID)}"


def _unknown_keys(user: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, keys in user.items():
        for key in key_names(keys):
            if unknown_key(key):
                yield name, f"there is no key “{key}”{_meant(key, every_name())}"


def _conflicts(user: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    given = {name: key_names(keys) for name, keys in user.items() if name in BY_ID}
    names = list(given)
    for place, other in enumerate(names):
        for one in names[:place]:
            if in_the_way(BY_ID[one], BY_ID[other]):
                yield from ((other, clash) for clash in _clashes(given, one, other))


def _clashes(given: Mapping[str, list[str]], one: str, other: str) -> Iterator[str]:
    for mine in given[one]:
        for theirs in given[other]:
            if mine == theirs:
                yield f"{mine} is bound to both {one} and {other}"
            elif begins(mine, theirs) or begins(theirs, mine):
                short, long = sorted((mine, theirs), key=len)
                yield f"{long} begins with {short}: one of {one} and {other} is out of reach"


def _meant(name: str, known: Iterable[str]) -> str:
    from copytaster.desk.keeping.suggest import suggestion

    return suggestion(name, known)
