"""The settings as lines: each with its value, and the one under the cursor in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.wrap import cut, wrap
from copytaster.terminal.safe import safe_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copytaster.desk.settings.settings import Setting

NAME_CELLS = 20
PATHS = ":"
"""What parts one folder from the next where several are typed in one line."""


def in_words(value: object) -> str:
    """A value as it is shown and typed: `on`, `76`, `~/wires:~/more`."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return PATHS.join(value)
    return str(value)


def from_words(words: str, setting: Setting) -> object:
    """The value that was typed, as near to the kind of the setting as the words are."""
    if isinstance(setting.default, tuple):
        return tuple(part for part in map(str.strip, words.split(PATHS)) if part)
    if isinstance(setting.default, int) and words.strip().lstrip("-").isdecimal():
        return int(words)
    return words.strip()


def setting_line(setting: Setting, value: object, width: int) -> Line:
    """A setting and its value; a value that is not the default stands out."""
    words = cut(safe_row(in_words(value)) or "none", max(1, width - NAME_CELLS - 3))
    changed = value != setting.default
    mark = ("* " if changed else "  ", Look.KEY)
    return (
        mark,
        (f"{setting.name:<{NAME_CELLS}} ", Look.STRONG if changed else Look.PLAIN),
        (words, Look.TITLE if changed else Look.MUTED),
    )


def meaning_lines(setting: Setting, choices: Sequence[str], width: int) -> Iterator[Line]:
    """What a setting means, what it may be, its default, and from when on a change holds."""
    span = setting.meaning.span
    default = safe_row(in_words(setting.default)) or "none"
    parts = [
        setting.meaning.text,
        f"Default: {default}.",
        f"One of: {', '.join(choices)}." if choices else "",
        f"From {span[0]} to {span[1]}." if span else "",
        "A change holds from the next start." if setting.meaning.at_start else "",
    ]
    yield BLANK
    for row in wrap(" ".join(part for part in parts if part), max(1, width - 4)):
        yield ((f"  {safe_row(row)}", Look.PLAIN),)
