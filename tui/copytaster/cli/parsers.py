"""The parser of each word, as its module makes it: what completions and manual are made from."""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass

from copytaster.cli import SUBCOMMANDS, runner_of
from copytaster.cli.exits import Parser
from copytaster.cli.usage import reader_parser

FOLDERS = ("FOLDER", "IN")
FILES = ("FILE", "TO", "PATH", "A", "B")


@dataclass(frozen=True, slots=True)
class Option:
    """One option or argument: its names (none: an argument), its help, what may follow it.

    `takes` is "" where nothing follows, "folder", "file", "word" (one of `choices`) or "text";
    `value` is how its help writes that.
    """

    names: tuple[str, ...]
    help: str
    takes: str
    choices: tuple[str, ...] = ()
    value: str = ""


def options_of(word: str) -> list[Option]:
    """All that may stand behind a word; behind "" what may stand behind `copytaster` itself."""
    return list(_options(reader_parser(Parser) if not word else _parser_of(word)))


def words() -> Iterator[tuple[str, str]]:
    """Each word and what it is for."""
    yield from SUBCOMMANDS.items()


def _parser_of(word: str) -> Parser:
    """The parser of a word, caught as it is made for its help."""
    made: list[Parser] = []
    Parser.made = made
    try:
        with redirect_stdout(io.StringIO()), suppress(SystemExit):
            runner_of(word)(["--help"])
    finally:
        Parser.made = None
    return made[0]


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:  # noqa: SLF001 (argparse has no other way to ask)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield Option((), "", "word", tuple(action.choices))
            for each in action.choices.values():
                yield from (found for found in _options(each) if "--help" not in found.names)
        else:
            yield _option(action)


def _option(action: argparse.Action) -> Option:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    said = "" if action.help in (None, argparse.SUPPRESS) else str(action.help)
    choices = tuple(map(str, action.choices or ()))
    takes = "word" if choices else _kind(value)
    return Option(tuple(action.option_strings), said, takes, choices, value)


def _kind(value: str) -> str:
    """What a value is, as completions need to know it."""
    if value in FOLDERS:
        return "folder"
    return "file" if value in FILES else "text" if value else ""
