"""`copytaster config`: what is set and from where; `--check` says what is wrong with it."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.desk.keeping.there import is_there
from copytaster.desk.settings.edit import toml
from copytaster.desk.settings.file import key_place, load, settings_path, write_commented
from copytaster.desk.settings.settings import Settings, table
from copytaster.keymap import key_complaints


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
    complaints += key_complaints(settings.keys, key_place)
    if not quiet:
        _print(settings)
    for complaint in complaints:
        complain(complaint)
    return Exit.WRONG if complaints else Exit.DONE


def _print(settings: Settings) -> None:
    """All that is set, as it could stand in the file; what is not the default is marked."""
    path = settings_path()
    print(f"# {path}{'' if is_there(path) else ' (not there: all is the default)'}")
    for setting in table():
        value = getattr(settings, setting.name)
        mark = "" if value == setting.default else f" (default: {toml(setting.default)})"
        print(f"{setting.name} = {toml(value)}  # {setting.meaning.text}{mark}")
    if settings.keys:
        print("\n[keys]")
        for name, keys in settings.keys.items():
            print(f"{toml(name)} = {toml(keys)}")


def _edit() -> int:
    path = write_commented()
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    try:
        done = subprocess.run([*editor, os.fspath(path)], check=False)
    except OSError as error:
        complain(f"{editor[0]}: {error.strerror}")
        return Exit.WRONG
    return Exit.DONE if done.returncode == 0 else Exit.WRONG
