"""The tables of the pages, made from the tables of the program: `make docs` writes them.

Each stands between `<!-- name -->` and `<!-- /name -->`; tests/docs tells when one is stale.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from copytaster import bundled
from copytaster.cli.calls import CALLS
from copytaster.cli.completions import SHELLS
from copytaster.cli.man import page
from copytaster.cli.plain.words import WORDS
from copytaster.commands import COMMANDS, Command, groups
from copytaster.desk.settings.settings import Setting, Settings, table
from copytaster.hands import HANDS
from copytaster.keyboard import key_signs
from copytaster.keymap import effective_keys

README = Path(__file__).resolve().parents[2] / "README.md"
KEYS = README.parent / "docs" / "keys.md"
PLAIN = README.parent / "docs" / "plain.md"
PAGES = (README, KEYS, PLAIN)
PANES = ("list", "reader", "related")


def refreshed(text: str) -> str:
    """The text with every table made anew; other marked sections stay as they are."""
    return re.sub(r"<!-- (\w+) -->\n.*?<!-- /\1 -->", _section, text, flags=re.DOTALL)


def _section(found: re.Match[str]) -> str:
    name = found[1]
    if name not in TABLES:
        return found[0]
    return "\n".join([f"<!-- {name} -->", *TABLES[name](), f"<!-- /{name} -->"])


def keys_table() -> Iterator[str]:
    """Every command: what it does, its keys, its name; those of the three panes stand once."""
    for heading, commands in groups():
        yield from _table((heading, "keys", "name"), map(_key_row, _each_once(commands)))
        yield ""


def _each_once(commands: Sequence[Command]) -> Iterator[list[Command]]:
    """The commands; those that do the same in several panes with the same keys stand together."""
    alike: dict[tuple[str, str], list[Command]] = {}
    for command in commands:
        pane, _, move = command.id.rpartition(".")
        own = (move if pane in PANES else command.id, command.keys)
        alike.setdefault(own, []).append(command)
    return iter(alike.values())


def _key_row(commands: list[Command]) -> tuple[str, str, str]:
    signs = " ".join(map(_code, key_signs(commands[0].keys)))
    first, *others = dict.fromkeys(command.help for command in commands)
    helps = ", ".join([first, *(each[0].lower() + each[1:] for each in others)])
    return helps, signs, ", ".join(_code(command.id) for command in commands)


def hands_table() -> Iterator[str]:
    """Every command whose keys differ in a ready-made map, with its keys in each."""
    maps = {name: effective_keys(Settings(key_map=name)) for name in HANDS}
    rows = (
        (
            _code(command.id),
            *(_signs(keymap.get(command.id, command.keys)) for keymap in maps.values()),
        )
        for command in COMMANDS
        if any(command.id in keymap for keymap in maps.values())
    )
    return _table(("command", *maps), rows)


def _signs(keys: str) -> str:
    return ", ".join(map(_code, key_signs(keys)))


def plain_table() -> Iterator[str]:
    """Every word of `--plain`."""
    rows = ((_code(each.usage), _code(each.letter), each.does) for each in WORDS)
    return _table(("word", "letter", "what it does"), rows)


def settings_table() -> Iterator[str]:
    """Every setting: its name, what it means, what it may be, and its default."""
    return _table(("setting", "meaning", "default"), map(_setting_row, table()))


def _setting_row(setting: Setting) -> tuple[str, str, str]:
    meaning = setting.meaning
    text = meaning.text
    if meaning.choices:
        text += f" One of {', '.join(map(_code, meaning.choices))}."
    if meaning.span:
        text += f" From {meaning.span[0]} to {meaning.span[1]}."
    if meaning.at_start:
        text += " Holds from the next start."
    return _code(setting.name), text, _code(_toml(setting.default))


def themes_table() -> Iterator[str]:
    """Every theme that comes along: its name, and what its file says about it."""
    records = (
        tomllib.loads(path.read_text("utf-8"))
        for path in sorted(bundled.folder("themes").glob("*.toml"))
    )
    return _table(("theme", ""), ((_code(each["name"]), each["about"]) for each in records))


def calls_table() -> Iterator[str]:
    """Every call of the command line."""
    return _table(
        ("call", "what it does"), ((_code(f"copytaster {call}"), does) for call, does in CALLS)
    )


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "keys": keys_table,
    "hands": hands_table,
    "plain": plain_table,
    "settings": settings_table,
    "themes": themes_table,
    "calls": calls_table,
}


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(tuple("---" for _ in head)).replace(" ", "")
    yield from map(_row, rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code(text: str) -> str:
    return f"`{text}`" if "`" not in text else f"`` {text} ``"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


SHELL = {
    "copytaster.1": page,
    "copytaster.bash": SHELLS["bash"],
    "_copytaster": SHELLS["zsh"],
    "copytaster.fish": SHELLS["fish"],
}
"""The manual page and the completions, which a wheel installs, in docs/shell."""


def shell_file(name: str) -> str:
    """One of them, as it is to be."""
    return "\n".join(SHELL[name]()) + "\n"


if __name__ == "__main__":
    for name in SHELL:
        (README.parent / "docs" / "shell" / name).write_text(shell_file(name), encoding="utf-8")
    for page in PAGES:
        page.write_text(refreshed(page.read_text("utf-8")), encoding="utf-8")
