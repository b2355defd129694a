"""Whether the terminal is dark or light: its answer to a query, or a hint in the environment.

The query is xterm's OSC 11. It is answered whenever the line allows, or never; so nobody waits: the
driver writes it and `Answers` takes the answer out of what is typed, however late it comes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUERY: Final = "\x1b]11;?\x07"

_ANSWER: Final = re.compile(r"\x1b\]11;([^\x07\x1b]{0,64})(?:\x07|\x1b\\)")
_BEGUN: Final = re.compile(r"\x1b\](?:1(?:1(?:;[#:/0-9a-zA-Z]{0,64}\x1b?)?)?)?\Z")
_RGB: Final = re.compile(r"rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/.*)?")
_HEX: Final = re.compile(r"#((?:[0-9a-fA-F]{3}){1,4})")


@dataclass(frozen=True, slots=True)
class Background:
    """The colour behind the text; red, green and blue go from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def dark(self) -> bool:
        """Whether light text reads better on it (luma of ITU-R BT.601 under one half)."""
        return 0.299 * self.red + 0.587 * self.green + 0.114 * self.blue < 0.5


def background(colour: str) -> Background | None:
    """The background that an answer names: "rgb:1e1e/1e1e/1e1e" or "#1e1e1e"; None if neither."""
    digits = _RGB.fullmatch(colour)
    if digits:
        parts = digits.groups()[:3]
    elif written := _HEX.fullmatch(colour):
        size = len(written[1]) // 3
        parts = tuple(written[1][size * part : size * (part + 1)] for part in range(3))
    else:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    return Background(red, green, blue)


def dark_by_environment(environment: Mapping[str, str]) -> bool | None:
    """What COLORFGBG ("15;0": white on black, as rxvt and Konsole set it) says; None: nothing."""
    last = environment.get("COLORFGBG", "").rpartition(";")[2]
    return int(last) in (0, 1, 2, 3, 4, 5, 6, 8) if last.isascii() and last.isdigit() else None


class Answers:
    """Takes the terminal's answers out of the stream of keys, so that they never act as keys."""

    def __init__(self) -> None:
        self._begun = ""
        self.latest: Background | None = None

    def strained(self, typed: str) -> str:
        """What was typed without any answer; the beginning of one is kept back for the next call.

        An empty `typed` says that nothing came for a while: what was kept back is given out.
        """
        text, self._begun = self._begun + typed, ""
        for answer in _ANSWER.finditer(text):
            self.latest = background(answer[1]) or self.latest
        text = _ANSWER.sub("", text)
        begun = _BEGUN.search(text) if typed else None
        if begun:
            text, self._begun = text[: begun.start()], begun[0]
        return text
