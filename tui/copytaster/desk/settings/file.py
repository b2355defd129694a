"""settings.toml: read with patience, complained about by the line, written with comments.

A wrong line never stops the program: the setting keeps its default and one line says what is wrong,
where, and what was perhaps meant.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from copytaster.desk.keeping.errors import plain_trouble
from copytaster.desk.keeping.folders import config_folder
from copytaster.desk.keeping.suggest import suggestion
from copytaster.desk.settings.settings import Setting, Settings, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE_NAME = "settings.toml"
KEYS = "keys"
COMMANDS = "commands"
OWN = (COMMANDS, "hooks")


def settings_path() -> Path:
    """Where the settings are read from."""
    return config_folder() / FILE_NAME


def load(path: Path | None = None) -> tuple[Settings, list[str]]:
    """The settings of this file, or the defaults where there is none, and what is wrong with it."""
    path = path or settings_path()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), [f"{path}: cannot be read: {error}"]
    settings, complaints = parse(text)
    return settings, [f"{path}: {complaint}" for complaint in complaints]


def parse(text: str) -> tuple[Settings, list[str]]:
    """The settings of this TOML, and one line for each thing that is wrong with it."""
    try:
        record = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(), [str(error)]
    complaints: list[str] = []
    values: dict[str, Any] = {}
    known = {setting.name: setting for setting in table()}
    for name, value in record.items():
        if name == KEYS:
            values[KEYS] = _keys(value, text, complaints)
        elif name in OWN:
            values[name] = _own(name, value, text, complaints)
        elif name not in known:
            complaints.append(
                f"{_line(text, name)}there is no setting “{name}”{suggestion(name, known)}"
            )
        elif wrong := _wrong(known[name], value):
            complaints.append(f"{_line(text, name)}{name} {wrong}")
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return replace(Settings(), **values), complaints


def _own(name: str, value: object, text: str, complaints: list[str]) -> Mapping[str, Any]:
    """The user's own commands or hooks, without those that are wrong."""
    from copytaster.desk.settings import own_commands

    read = own_commands.own_commands if name == COMMANDS else own_commands.hooks
    found, wrong = read(value)
    table = f"{name}." if name == COMMANDS else ""
    complaints += [f"{_line(text, table + each)}{problem}" for each, problem in wrong]
    return MappingProxyType(found)


def key_place(name: str) -> str:
    """Where the keys of this command are bound, as it stands before a complaint about them."""
    path = settings_path()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return f"{path}: {_line(text, name, after=KEYS)}"


def commented() -> str:
    """Every setting as commented TOML, with its meaning, what it may be, and its default."""
    return "\n".join(_comment_lines())


def write_commented(path: Path | None = None) -> Path:
    """Write the commented settings where there is no file yet; the path either way."""
    from copytaster.desk.keeping.saving import save_text

    path = path or settings_path()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        save_text(path, [commented()])
    return path


class SettingsFile:
    """The file of settings while the program runs: made, watched, and changed by the program."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_path()
        self._seen = self._stamp()

    def make(self) -> str | None:
        """Write every setting with its meaning, where there is no file yet; why not, if not."""
        try:
            write_commented(self.path)
        except OSError as error:
            return f"cannot be written ({plain_trouble(error)}): {self.path}"
        self._seen = self._stamp()
        return None

    def changed(self) -> tuple[Settings, list[str]] | None:
        """The settings and what is wrong with them, if the file is another one than before."""
        stamp = self._stamp()
        if stamp == self._seen:
            return None
        self._seen = stamp
        return load(self.path)

    def set(self, setting: Setting, value: object) -> str | None:
        """Change one setting and keep all else as it is; what is wrong, if it cannot be."""
        from copytaster.desk.keeping.saving import save_text
        from copytaster.desk.settings.edit import with_value

        plain = list(value) if isinstance(value, tuple) else value
        if wrong := _wrong(setting, plain):
            return f"{setting.name} {wrong}"
        try:
            new = with_value(self._text(), setting, value)
            if new is None:
                return f"{self.path}: {setting.name} can only be changed by hand there"
            self.path.parent.mkdir(parents=True, exist_ok=True)
            save_text(self.path, [new])
        except (OSError, UnicodeDecodeError) as error:
            return f"cannot be changed ({plain_trouble(error)}): {self.path}"
        return None

    def _text(self) -> str:
        try:
            return self.path.read_text("utf-8")
        except FileNotFoundError:
            return commented()

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def _comment_lines() -> Iterator[str]:
    from copytaster.desk.settings.edit import toml

    yield "# Settings of copytaster. What is commented out is the default."
    for setting in table():
        yield ""
        yield f"# {setting.meaning.sentence}"
        yield f"# {setting.name} = {toml(setting.default)}"
    yield ""
    yield "# Keys of your own, by the name of the command; `copytaster keys` lists them."
    yield f"[{KEYS}]"
    yield '# spike = "x,d"'
    yield ""
    yield "# Commands of your own, [commands.NAME], and [hooks]: see docs/own-commands.md."
    yield ""


def _wrong(setting: Setting, value: object) -> str | None:
    """What is wrong with a value, None where nothing is."""
    default, meaning = setting.default, setting.meaning
    if isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return None if fits else "must be a list of texts"
    if type(value) is not type(default):
        return f"must be {_KIND_NAMES[type(default)]}"
    if meaning.choices and value not in meaning.choices:
        return (
            f"must be one of {', '.join(meaning.choices)}{suggestion(str(value), meaning.choices)}"
        )
    if meaning.span and isinstance(value, int):
        low, high = meaning.span
        return None if low <= value <= high else f"must be from {low} to {high}"
    return None


_KIND_NAMES: dict[type, str] = {bool: "true or false", int: "a whole number", str: "a text"}


def _keys(value: object, text: str, complaints: list[str]) -> Mapping[str, str]:
    if not isinstance(value, dict):
        complaints.append(f"{_line(text, KEYS)}keys must be a table, [keys]")
        return MappingProxyType({})
    for name, keys in value.items():
        if not isinstance(keys, str):
            complaints.append(f"{_line(text, name)}the keys of {name} must be a text, “j,down”")
    return MappingProxyType({n: keys for n, keys in value.items() if isinstance(keys, str)})


def _line(text: str, name: str, after: str = "") -> str:
    """“line 3: ” for the line that sets this name, "" where it cannot be told.

    It is looked for in the table `after`, where one is named.
    """
    pattern = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[\]=.]""")
    inside = not after
    for number, line in enumerate(text.splitlines(), 1):
        if inside and pattern.match(line):
            return f"line {number}: "
        inside = inside or line.strip().startswith(f"[{after}]")
    return ""
