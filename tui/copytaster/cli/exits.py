"""How a call ends, and the one line it says on stderr when something is wrong."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import suppress
from enum import IntEnum
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from copytaster.terminal.safe import safe_row


class Exit(IntEnum):
    """The exit statuses of every subcommand; CRASHED is that of `sysexits.h`."""

    DONE = 0
    NOTHING = 1
    WRONG = 2
    CRASHED = 70
    INTERRUPTED = 130


def complain(text: str) -> None:
    """One clear line on stderr, safe to look at in a terminal; where that takes none, nothing."""
    with suppress(OSError):
        print(f"copytaster: {safe_row(text)}", file=sys.stderr)


class Parser(ArgumentParser):
    """An argument parser that says what is wrong in one line, not in a page of usage.

    Where somebody asks which parsers there are, each adds itself to `made`.
    """

    made: ClassVar[list[Parser] | None] = None

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.register("type", Path, _named)
        if Parser.made is not None:
            Parser.made.append(self)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with the status for wrong use."""
        complain(f"{message} (see {self.prog} --help)")
        sys.exit(Exit.WRONG)


def _named(word: str) -> Path:
    """A place; an empty word, as of a variable that is not set, would be the current folder."""
    if not word:
        raise ArgumentTypeError("an empty word names no file or folder")
    return Path(word)
