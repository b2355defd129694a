"""How many colours the terminal is given.

NO_COLOR is honoured as https://no-color.org asks: present and not empty, and a setting of the user
outranks it. COLORTERM is what terminals set for 24 bits; the rest goes by TERM's name.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping


class Depth(StrEnum):
    """A depth of colour, from none at all to 24 bits; the values are those of the setting."""

    NONE = "none"
    SIXTEEN = "16"
    EIGHT_BIT = "256"
    TRUE = "truecolor"

    @property
    def wants_ansi_theme(self) -> bool:
        """Whether only a theme of the terminal's own colours looks as it was meant to."""
        return self in (Depth.NONE, Depth.SIXTEEN)


TRUE_COLOUR_TERMINALS: Final = ("kitty", "alacritty", "foot", "wezterm", "ghostty", "contour")
TRUE_COLOUR_PROGRAMS: Final = ("iTerm.app", "WezTerm", "vscode", "ghostty", "mintty")
_FOR_TEXTUAL: Final = {
    Depth.NONE: "standard",
    Depth.SIXTEEN: "standard",
    Depth.EIGHT_BIT: "256",
    Depth.TRUE: "truecolor",
}


def colour_depth(environment: Mapping[str, str], setting: str = "auto") -> Depth:
    """The depth that the setting names; with "auto", what the environment says of the terminal.

    Raises ValueError for a setting that is neither "auto" nor a Depth.
    """
    if setting != "auto":
        return Depth(setting)
    terminal = environment.get("TERM", "")
    if environment.get("NO_COLOR") or terminal in ("", "dumb", "vt100", "vt220"):
        return Depth.NONE
    if _has_true_colour(environment, terminal):
        return Depth.TRUE
    return Depth.EIGHT_BIT if "256color" in terminal else Depth.SIXTEEN


def tell_textual(environment: MutableMapping[str, str], depth: Depth) -> None:
    """Set the variables that Textual reads when it is imported; call it before that.

    NO_COLOR is taken away, since Textual's answer to it is 24-bit greys: with `Depth.NONE` the
    program adds `MonochromeFilter` to its line filters instead.
    """
    environment["TEXTUAL_COLOR_SYSTEM"] = _FOR_TEXTUAL[depth]
    environment.pop("NO_COLOR", None)


def _has_true_colour(environment: Mapping[str, str], terminal: str) -> bool:
    return (
        environment.get("COLORTERM", "").lower() in ("truecolor", "24bit")
        or terminal.endswith("-direct")
        or any(name in terminal for name in TRUE_COLOUR_TERMINALS)
        or environment.get("TERM_PROGRAM") in TRUE_COLOUR_PROGRAMS
        or "WT_SESSION" in environment
    )
