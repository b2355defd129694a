"""`copytaster config`: what is set and from where; `--check` says what is wrong with it."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.commands import BY_ID
from copytaster.desk.settings import Settings, table
from copytaster.desk.settings_file import load, settings_path, write_commented


def run(words: Sequence[str]) -> int:
    """Print every setting with its value, or the path, or open the file in an editor."""
    parser = Parser(prog="copytaster config", description="What is set, and from where.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--path", action="store_true", help="only where the settings are")
    choice.add_argument("--edit", action="store_true", help="open them in $EDITOR")
    choice.add_argument("--check", action="store_true", help="say what is wrong with them")
    options = parser.parse_args(words)
    if options.path:
        print(settings_path())
        return Exit.DONE
    if options.edit:
        return _edit()
    return _show(quiet=options.check)


def _show(*, quiet: bool) -> int:
    settings, complaints = load()
    complaints += unknown_commands(settings)
    if not quiet:
        print(f"# {settings_path()}")
        for setting in table():
            value = getattr(settings, setting.name)
            print(f"{setting.name} = {value!r}  # {setting.meaning.text}")
    for complaint in complaints:
        complain(complaint)
    return Exit.WRONG if complaints else Exit.DONE


def unknown_commands(settings: Settings) -> list[str]:
    """A line for each command that the user binds and that there is not."""
    return [f"[keys] there is no command “{name}”" for name in settings.keys if name not in BY_ID]


def _edit() -> int:
    path = write_commented()
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    try:
        done = subprocess.run([*editor, os.fspath(path)], check=False)
    except OSError as error:
        complain(f"{editor[0]}: {error.strerror}")
        return Exit.WRONG
    return Exit.DONE if done.returncode == 0 else Exit.WRONG
