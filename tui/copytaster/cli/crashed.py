"""The last net: an error that nobody expected becomes one plain line and a file."""

from __future__ import annotations

import os
from contextlib import suppress

from copytaster.cli.exits import Exit, complain
from copytaster.cli.streams import silence_stdout
from copytaster.desk.crash import save_report, where
from copytaster.desk.keeping.errors import DeskError, is_outside, plain_trouble
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.settings.file import load
from copytaster.terminal.found import give_back_if_taken

SAFE = "what was decided is safe"


def tell(error: Exception) -> int:
    """Give the terminal back, write the report, and say where it is; the exit status."""
    give_back_if_taken()
    if isinstance(error, DeskError):
        complain(str(error))
        return Exit.WRONG
    if is_outside(error):
        silence_stdout()
        complain(f"it cannot go on: {_place(error)}{plain_trouble(error)}; {SAFE}")
        return Exit.WRONG
    path = save_report(error, state_folder(), quoting=_quoting())
    report = f"; the report, without any text of yours, is {path}" if path else ""
    if path and _quoting():
        report = f"; the report, which quotes what was on show, is {path}"
    complain(f"stopped by an error of its own ({where(error)}); {SAFE}{report}")
    return Exit.CRASHED


def _place(error: Exception) -> str:
    """The file or folder that an error of the system is about."""
    named = error.filename if isinstance(error, OSError) else None
    return f"{os.fsdecode(named)}: " if isinstance(named, str | bytes) else ""


def _quoting() -> bool:
    """Whether the user asks for reports that quote; not where that cannot be found out."""
    with suppress(Exception):
        return load()[0].crash_text
    return False
