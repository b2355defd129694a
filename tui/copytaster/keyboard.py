"""How keys are written: as a user types them, as Textual names them, as they stand on a keyboard.

`,` parts one key from the next, a blank the steps of a sequence: `g g,home` is the key g twice, or
Home. The comma itself is `comma`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

UNBOUND = "unbound"
"""The keys of a command that has lost all of its own to other commands."""

STEP = " "
"""What stands between the keys of a sequence."""

_NAMES = {
    "/": "slash",
    "\\": "backslash",
    "@": "at",
    "-": "minus",
    "+": "plus",
    "_": "underscore",
}
"""Where Textual does not name a sign as Unicode does."""

_NAMED = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "delete": "Del",
    "insert": "Ins",
    "ctrl+@": "Ctrl-Space",
    "shift+tab": "Shift-Tab",
}
_PLAIN = ("home", "end", "space", "enter", "tab", "backspace", *(f"f{n}" for n in range(1, 25)))
_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")


def key_names(keys: str) -> list[str]:
    """Keys as a user writes them, `?,Ctrl+f`, in Textual's names, `question_mark`, `ctrl+f`."""
    return [_sequence(key) for key in keys.split(",") if key.strip()]


def key_signs(keys: str) -> list[str]:
    """Keys as they stand on a keyboard: `pagedown,ctrl+f` is `PgDn`, `Ctrl-F`."""
    return [
        STEP.join(map(_sign, key.split())) for key in keys.split(",") if key not in ("", UNBOUND)
    ]


def begins(key: str, longer: str) -> bool:
    """Whether a key is the beginning of a sequence of more keys."""
    return longer.startswith(key + STEP)


def unknown_key(name: str) -> bool:
    """Whether no keyboard has a key of this name, as Textual spells it."""
    return any(_is_unknown(step) for step in name.split())


def every_name() -> list[str]:
    """The names of the keys that are more than a sign, for who misspelled one."""
    return [*(name for name in _NAMED if "+" not in name), *_PLAIN, "comma"]


def _sequence(keys: str) -> str:
    return STEP.join(map(_name, keys.split()))


def _name(key: str) -> str:
    modifiers, plus, last = key.rpartition("+")
    if plus and last and modifiers:
        last = last if last == "@" else _name_of(last)
        return f"{modifiers.lower()}+{last.lower() if 'ctrl' in modifiers.lower() else last}"
    return _name_of(key)


def _name_of(key: str) -> str:
    if len(key) != 1:
        return key.lower()
    if key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _NAMES.get(key, name)


def _sign(key: str) -> str:
    if key in _NAMED:
        return _NAMED[key]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not modifiers:
        return key.capitalize() if key in _PLAIN else _character(key) or key
    shown = last.upper() if len(last) == 1 else _sign(last)
    return "-".join([*(each.capitalize() for each in modifiers), shown])


def _is_unknown(step: str) -> bool:
    *modifiers, last = step.split("+")
    known = len(last) == 1 or last in _NAMED or last in _PLAIN or bool(_character(last))
    return not (known and set(modifiers) <= set(_MODIFIERS))


def _character(name: str) -> str:
    """The sign that Textual calls by this name, "" where it is none."""
    return name if len(name) == 1 else _signs_by_name().get(name, "")


@cache
def _signs_by_name() -> dict[str, str]:
    return {_name_of(chr(code)): chr(code) for code in range(ord("!"), ord("~") + 1)}
