"""`copytaster man`: the manual page in roff, from the tables of calls, keys and settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytaster import VERSION
from copytaster.cli.calls import CALLS
from copytaster.cli.exits import Exit, Parser
from copytaster.cli.parsers import Option, options_of, words
from copytaster.commands import groups
from copytaster.desk.settings.edit import toml
from copytaster.desk.settings.settings import table
from copytaster.keyboard import key_signs

EXITS = (
    ("0", "Done."),
    ("1", "Nothing found, or nothing to do."),
    ("2", "Wrong use, or input that cannot be read: one line on stderr, the rest is answered."),
    ("70", "The program failed; where the report is stands on stderr."),
    ("130", "Ctrl\\-C."),
)
FILES = (
    ("~/.config/copytaster/settings.toml", "Settings; themes/ beside it has themes of your own."),
    ("~/.local/state/copytaster", "Decisions."),
    ("~/.cache/copytaster", "What was read; it is made again from the files."),
)
ENVIRONMENT = (
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "Where these folders are instead."),
    ("NO_COLOR", "No colours."),
    ("TERM, COLORTERM", "How many colours; with dumb, use \\-\\-plain."),
    ("VISUAL, EDITOR", "What config \\-\\-edit opens."),
)
ABOUT = (
    "Reads folders of wire copy, shows each article clean, with the other articles that tell the"
    " same story and why, and lets one keep, spike or flag each with one key. Without a PATH, the"
    " inbox of the settings is opened, and without one the sample corpus. Folders are never"
    " written to."
)


def run(arguments: Sequence[str]) -> int:
    """Print the manual page."""
    parser = Parser(prog="copytaster man", description="The manual page: copytaster man | man -l -")
    parser.parse_args(arguments)
    print("\n".join(page()))
    return Exit.DONE


def page() -> Iterator[str]:
    """The manual page, line by line."""
    yield f'.TH COPYTASTER 1 "" "copytaster {VERSION}" "User Commands"'
    yield from (".SH NAME", "copytaster \\- a news desk in the terminal")
    yield from (".SH SYNOPSIS", *_synopsis())
    yield from (".SH DESCRIPTION", ABOUT)
    yield from (".SH OPTIONS", *_options(""))
    yield from (".SH SUBCOMMANDS", *_subcommands())
    yield from (".SH KEYS", "Every key can be bound anew, by the name in brackets.", *_keys())
    yield from (".SH SETTINGS", *_settings())
    for heading, entries in (("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)):
        yield from (f".SH {heading}", *_entries(entries))
    yield from (".SH EXIT STATUS", *_entries(EXITS))


def _synopsis() -> Iterator[str]:
    for call, _ in CALLS:
        yield from (f".B copytaster {_plain(call)}", ".br")


def _subcommands() -> Iterator[str]:
    for word, about in words():
        yield from (f".SS {word}", f"{_plain(about[0].upper() + about[1:])}.", *_options(word))


def _options(word: str) -> Iterator[str]:
    for option in options_of(word):
        if option.names and "--help" not in option.names:
            yield from _entries([(_plain(_usage(option)), _sentence(option.help))])


def _usage(option: Option) -> str:
    value = "|".join(option.choices) or option.value
    return f"{', '.join(option.names)} {value}".rstrip()


def _keys() -> Iterator[str]:
    for heading, commands in groups():
        yield f".SS {heading}"
        for command in commands:
            signs = ", ".join(key_signs(command.keys))
            yield from _entries([(_plain(signs), f"{_plain(command.help)} [{command.id}]")])


def _settings() -> Iterator[str]:
    for setting in table():
        default = f"Default: {toml(setting.default)}."
        said = f"{setting.meaning.sentence} {default}"
        yield from _entries([(setting.name, _plain(said))])


def _entries(entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, said in entries:
        yield from (".TP", f".B {name}", said)


def _sentence(text: str) -> str:
    return _plain(text[:1].upper() + text[1:] + ".") if text else ""


def _plain(text: str) -> str:
    """Text in which roff finds no requests of its own."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    escaped = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in escaped)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
