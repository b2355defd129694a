"""Setting one value in settings.toml as a careful hand would: all other lines stay as they are.

The new line takes the place of the one that set it, or stands below the comment with the default,
or, where there is neither, below all other settings and above the first table.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copytaster.desk.settings.settings import Setting

TRAILING = re.compile(r"\s+#[^\"'\]]*$")


def with_value(text: str, setting: Setting, value: object) -> str | None:
    """The TOML with this setting changed; the default is set by no line at all.

    None where that cannot be done by lines without changing something else.
    """
    lines = text.removesuffix("\n").split("\n")
    span = _span(lines, setting.name)
    start, end = span or (_place(lines, setting.name),) * 2
    new = [] if value == setting.default else [_line(setting.name, value) + _remark(lines, span)]
    changed = "\n".join([*lines[:start], *new, *lines[end:]]) + "\n"
    return changed if _only_changed(text, changed, setting, value) else None


def _line(name: str, value: object) -> str:
    return f"{name} = {toml(value)}"


def toml(value: object) -> str:
    """A value in TOML, in one line."""
    import tomli_w

    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    return tomli_w.dumps({"value": value}).strip().removeprefix("value = ")


def _span(lines: list[str], name: str) -> tuple[int, int] | None:
    """The lines that set this name: from the first to behind the last."""
    for start in _settings(lines, rf"""\s*["']?{re.escape(name)}["']?\s*="""):
        for end in range(start + 1, len(lines) + 1):
            if _parses("\n".join(lines[start:end])):
                return start, end
    return None


def _place(lines: list[str], name: str) -> int:
    """Where a line for this name belongs that is not there yet."""
    commented = next(_settings(lines, rf"#\s*{re.escape(name)}\s*="), None)
    if commented is not None:
        return commented + 1
    place = _tables(lines)
    while place and (not lines[place - 1].strip() or lines[place - 1].startswith("#")):
        place -= 1
    return place


def _settings(lines: list[str], pattern: str) -> Iterator[int]:
    """The lines above the first table that begin like this."""
    found = re.compile(pattern)
    return (at for at in range(_tables(lines)) if found.match(lines[at]))


def _tables(lines: list[str]) -> int:
    """Where the first table begins; what stands below belongs to it."""
    return next((at for at, line in enumerate(lines) if re.match(r"\s*\[\w", line)), len(lines))


def _remark(lines: list[str], span: tuple[int, int] | None) -> str:
    """The remark behind a value, which stays when the value changes."""
    if span is None or span[1] - span[0] != 1:
        return ""
    found = TRAILING.search(lines[span[0]])
    return found[0] if found and _parses(lines[span[0]][: found.start()]) else ""


def _parses(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def _only_changed(text: str, changed: str, setting: Setting, value: object) -> bool:
    try:
        before, after = tomllib.loads(text), tomllib.loads(changed)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    plain = list(value) if isinstance(value, tuple) else value
    default = list(setting.default) if isinstance(setting.default, tuple) else setting.default
    before.pop(setting.name, None)
    return after.pop(setting.name, default) == plain and before == after
