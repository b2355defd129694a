"""Commands of the user's own, from the settings: on keys, and as hooks when something happens.

    [commands.page]
    keys = "P"
    run = "page-one --slug={slug} {path}"

    [commands.sport]
    keys = "ctrl+t"
    do = ["tag sport", "keep"]

    [hooks]
    keep = "notify-send {title}"

A command is run without a shell, and `{title}` and the like are words of their own in it, so that
no letter of an article is ever read as a command. Whoever wants a shell names it, and gives it the
title as an argument: `sh -c 'echo "$1" >> notes' sh {title}`.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from copytaster.desk.keeping.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIELDS = ("path", "part", "id", "title", "source", "slug", "count")
EVENTS = ("keep", "spike", "arrival", "alarm")
"""When a hook is run: articles were kept, were spiked, came in; an alarm was raised."""

_FIELD = re.compile(rf"\{{({'|'.join(FIELDS)})\}}")
_ALONE = re.compile(rf"(?:--?[\w-]+=)?\{{(?:{'|'.join(FIELDS)})\}}")
_PROGRAM_FOLLOWS = ("-c", "-e", "-lc", "-ic", "--command", "--eval", "eval")
_KNOWN = ("keys", "run", "do", "screen", "help")


@dataclass(frozen=True, slots=True)
class OwnCommand:
    """A command on keys: the words of a program, or commands of the reader one after the other.

    `screen` gives the program the terminal.
    """

    name: str
    keys: str
    words: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    screen: bool = False
    help: str = ""


def filled(words: Sequence[str], about: Mapping[str, str]) -> list[str]:
    """The words with what is known of the article in its places; of several, most is empty.

    What begins with a `-` gets a blank before it, so that no program takes it for an option.
    """
    return [_FIELD.sub(lambda found: _value(found, about), word) for word in words]


def own_commands(record: object) -> tuple[dict[str, OwnCommand], list[tuple[str, str]]]:
    """The commands of the table `[commands]`, and what is wrong with the others, by name."""
    if not isinstance(record, dict):
        return {}, [("commands", "commands must be tables, [commands.NAME]")]
    commands: dict[str, OwnCommand] = {}
    wrong: list[tuple[str, str]] = []
    for name, table in record.items():
        problems = list(_problems(table)) if isinstance(table, dict) else ["must be a table"]
        wrong += [(name, f"the command {name}: {problem}") for problem in problems]
        if not problems:
            commands[name] = _command(name, table)
    return commands, wrong


def hooks(record: object) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, str]]]:
    """The commands of the table `[hooks]` by event, and what is wrong with the others."""
    if not isinstance(record, dict):
        return {}, [("hooks", "hooks must be a table, [hooks]")]
    found: dict[str, tuple[str, ...]] = {}
    wrong: list[tuple[str, str]] = []
    for event, line in record.items():
        problem = _wrong_line(line)
        if event not in EVENTS:
            wrong.append((event, f"there is no hook “{event}”{suggestion(event, EVENTS)}"))
        elif problem:
            wrong.append((event, f"the hook {event}: {problem}"))
        else:
            found[event] = words_of(line)
    return found, wrong


def words_of(line: str) -> tuple[str, ...]:
    """The words of a command as a shell would part them; none where a quote is left open."""
    try:
        return tuple(shlex.split(line))
    except ValueError:
        return ()


def unsafe(words: Sequence[str]) -> str | None:
    """Why these words cannot be run with a text in them; None where they can."""
    for before, word in zip(("", *words), words, strict=False):
        found = _FIELD.search(word)
        if found is None:
            continue
        if not _ALONE.fullmatch(word):
            return f"{found[0]} must be a word of its own, or stand after --option="
        if not before or before in _PROGRAM_FOLLOWS:
            return f"{found[0]} cannot be what is run"
    return None


def _problems(table: Mapping[str, Any]) -> Iterator[str]:
    for name in table:
        if name not in _KNOWN:
            yield f"there is no “{name}”{suggestion(name, _KNOWN)}"
    if not isinstance(table.get("keys"), str) or not table["keys"].strip():
        yield "it wants keys, “ctrl+t”"
    if ("run" in table) == ("do" in table):
        yield "it wants one of run and do"
    elif "run" in table:
        if problem := _wrong_line(table["run"]):
            yield problem
    elif not _is_texts(table["do"]):
        yield "do must be a list of names of commands"
    if not isinstance(table.get("screen", False), bool):
        yield "screen must be true or false"
    if not isinstance(table.get("help", ""), str):
        yield "help must be a text"


def _wrong_line(line: object) -> str | None:
    if not isinstance(line, str) or not line.strip():
        return "run must be a text"
    words = words_of(line)
    return unsafe(words) if words else "a quote is left open"


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _command(name: str, table: Mapping[str, Any]) -> OwnCommand:
    return OwnCommand(
        name,
        table["keys"],
        words_of(table["run"]) if "run" in table else (),
        tuple(table.get("do", ())),
        table.get("screen", False),
        table.get("help", ""),
    )


def _value(found: re.Match[str], about: Mapping[str, str]) -> str:
    value = about.get(found[1], "").replace("\0", "")
    whole = found.start() == 0
    return f" {value}" if whole and value.startswith("-") else value
