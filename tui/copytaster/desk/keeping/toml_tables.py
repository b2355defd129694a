"""Files of `[[tables]]` that a user writes, read one table at a time: a slip spoils only one.

Each table is parsed by itself. What is wrong is a `Flaw` with its line; the other tables stand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from copytaster.desk.keeping.suggest import suggestion

_HEADING = re.compile(r"^[ \t]*\[\[?[ \t]*([\w-]+)[ \t]*\]?\][ \t]*(?:#.*)?$")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")

Check: TypeAlias = Callable[[Any], str | None]
"""What is wrong with the value of a key, in words after the key's name; None where nothing is."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its keys, the line of its heading, and the line of each key."""

    record: Mapping[str, Any]
    line: int
    lines: Mapping[str, int]

    def at(self, key: str) -> int:
        """The line of a key, or of the heading where the table has none such."""
        return self.lines.get(key, self.line)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong at a line of a file, counted from 1."""

    line: int
    text: str

    def told(self, path: Path) -> str:
        """`rules.toml:12: …`."""
        return f"{path.name}:{self.line}: {self.text}"


def read_tables(text: str, kind: str) -> tuple[list[Table], list[Flaw]]:
    """The tables `[[kind]]` of a file in their order, and what is wrong with the others."""
    tables: list[Table] = []
    flaws: list[Flaw] = []
    for start, name, lines in _sections(text):
        if name != kind:
            if name or any(line.partition("#")[0].strip() for line in lines):
                wrong = f"“[{name}]” is not known here" if name else "this stands in no table"
                flaws.append(Flaw(start, f"{wrong}; did you mean “[[{kind}]]”?"))
            continue
        found = _table(start, lines)
        (tables if isinstance(found, Table) else flaws).append(found)  # type: ignore[arg-type]
    return tables, flaws


def replaced(text: str, old: Table | None, new: str) -> str:
    """The text with a table in place of an old one, or, where there is none, at its end."""
    lines = text.splitlines(keepends=True)
    if old is None:
        gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}{new}"
    start = old.line - 1
    length = next(len(own) for at, name, own in _sections(text) if name and at == old.line)
    own = lines[start : start + 1 + length]
    blank = next((n for n, line in enumerate(reversed(own)) if _holds_key(line)), 0)
    end = start + len(own) - blank
    return "".join([*lines[:start], new, *lines[end:]]) if new else _cut(lines, start, end)


def flaws_of(table: Table, checks: Mapping[str, Check]) -> list[Flaw]:
    """Keys that are not known, and values that cannot be."""
    flaws: list[Flaw] = []
    for key, value in table.record.items():
        check = checks.get(key)
        if check is None:
            flaws.append(Flaw(table.at(key), f"there is no “{key}”{suggestion(key, checks)}"))
        elif wrong := check(value):
            flaws.append(Flaw(table.at(key), f"“{key}” {wrong}"))
    return flaws


def a_text(value: Any) -> str | None:
    """A text that is not empty."""
    return None if isinstance(value, str) and value.strip() else "must be a text"


def texts(value: Any) -> str | None:
    """A text, or a list of them."""
    some = value if isinstance(value, list) else [value]
    right = bool(some) and not any(map(a_text, some))
    return None if right else "must be a text, or a list of texts"


def yes_or_no(value: Any) -> str | None:
    """True or false."""
    return None if isinstance(value, bool) else "must be true or false"


def whole(value: Any) -> str | None:
    """A whole number."""
    right = isinstance(value, int) and not isinstance(value, bool)
    return None if right else "must be a whole number"


def _holds_key(line: str) -> bool:
    return bool(line.partition("#")[0].strip())


def _cut(lines: list[str], start: int, end: int) -> str:
    """The lines without some of them, and without the blank one that parted them from the rest."""
    while end < len(lines) and not lines[end].strip():
        end += 1
    return "".join([*lines[:start], *lines[end:]])


def _sections(text: str) -> list[tuple[int, str, list[str]]]:
    """Line, name and lines of every part of the text that begins with a heading."""
    sections: list[tuple[int, str, list[str]]] = [(1, "", [])]
    for number, line in enumerate(text.splitlines(), 1):
        if match := _HEADING.match(line):
            sections.append((number, match[1], []))
        else:
            sections[-1][2].append(line)
    return sections


def _table(start: int, lines: list[str]) -> Table | Flaw:
    try:
        record = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = start + (int(found[1]) if found else len(lines))
        return Flaw(line, _AT_LINE.sub("", str(error)).lower())
    places = {
        match[1]: start + number
        for number, line in enumerate(lines, 1)
        if (match := re.match(r"""\s*["']?([\w-]+)["']?\s*[=.]""", line))
    }
    return Table(record, start, places)
