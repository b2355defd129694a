"""What a newcomer is told at the first start: five keys that matter, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.commands import BY_ID
from copytaster.keyboard import key_signs
from copytaster.presentation.looks import BLANK, Line, Look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIVE = ("list.down", "read.on", "keep", "spike", "undo")
THEN = ("export", "inbox", "help", "leave")
KEY_CELLS = 10


def welcome_lines(keymap: Mapping[str, str]) -> Iterator[Line]:
    """The welcome: what this is, the keys with what they do, and what comes next."""
    yield BLANK
    yield (("  Welcome. This is your desk for wire copy, and on it a", Look.PLAIN),)
    yield (("  sample: a week of invented news from invented agencies.", Look.PLAIN),)
    yield BLANK
    yield from (_line(name, keymap) for name in FIVE)
    yield BLANK
    yield from (_line(name, keymap) for name in THEN)
    yield BLANK
    yield (("  Any other key closes this.", Look.MUTED),)


def _line(name: str, keymap: Mapping[str, str]) -> Line:
    command = BY_ID[name]
    sign = next(iter(key_signs(keymap.get(name, command.keys))), "")
    return ((f"  {sign:<{KEY_CELLS}}", Look.KEY), (command.help, Look.PLAIN))
