"""The table of settings: every one of them once, with its default, choices and meaning.

The settings file, the help and the manual are made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copytaster.desk.settings.own_commands import OwnCommand


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one setting means, and what it may be: `choices` of words, or a `span` of numbers.

    What is changed while the reader runs holds at once, or only `at_start`, from the next one on.
    """

    text: str
    choices: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    at_start: bool = False

    @property
    def sentence(self) -> str:
        """All of it in plain words, for the file and the manual."""
        parts = [self.text]
        if self.choices:
            parts.append(f"One of: {', '.join(self.choices)}.")
        if self.span:
            parts.append(f"From {self.span[0]} to {self.span[1]}.")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table."""

    name: str
    default: bool | int | str | tuple[str, ...]
    meaning: Meaning


def _set(
    default: Any, text: str, *choices: str, span: tuple[int, int] | None = None, start: bool = False
) -> Any:
    return field(default=default, metadata={"meaning": Meaning(text, choices, span, start)})


_NO_KEYS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set. `keys` maps the id of a command to its keys, "j,down", and always wins.

    `commands` are the user's own, `hooks` the words that are run at an event.
    """

    inbox: tuple[str, ...] = _set((), "Folders and files to open where none is named.", start=True)
    theme: str = _set("auto", "Theme by name; auto follows the terminal's background.")
    theme_dark: str = _set("night-desk", "Theme that auto takes on a dark background.")
    theme_light: str = _set("day-desk", "Theme that auto takes on a light background.")
    measure: int = _set(76, "Width of a paragraph in cells.", span=(40, 120))
    layout: str = _set("auto", "How the panes stand.", "auto", "columns", "stacked", "reading")
    sort: str = _set(
        "newest", "Order of the list.", "newest", "oldest", "urgent", "source", "title"
    )
    rows: str = _set(
        "articles", "What a row of the list stands for.", "articles", "stories", start=True
    )
    key_map: str = _set(
        "copytaster", "Keys to begin with.", "copytaster", "vim", "newsboat", "emacs"
    )
    dim_read: bool = _set(True, "Dim the sentences that were read in another take.")
    mouse: bool = _set(False, "Take mouse events; costs bytes on a slow line.", start=True)
    driver: str = _set(
        "changes", "What is written to the terminal.", "changes", "stock", start=True
    )
    colour: str = _set(
        "auto", "Colour depth.", "auto", "truecolor", "256", "16", "none", start=True
    )
    ascii: bool = _set(False, "Draw with ASCII characters only.", start=True)
    fallback_encoding: str = _set(
        "cp1252", "Encoding of files that are not UTF-8 and name none.", start=True
    )
    bell: bool = _set(True, "Ring the terminal's bell for an alarm.")
    export_folder: str = _set("~", "Folder that w proposes for an export.")
    watch: bool = _set(True, "List files as they arrive.", start=True)
    poll: bool = _set(False, "Look for new files by polling, for network file systems.", start=True)
    crash_text: bool = _set(False, "Let the report of a crash quote what was on show.")
    rule_commands: bool = _set(
        False, "Let rules in rules.toml run the commands that they name.", start=True
    )
    keys: Mapping[str, str] = field(default_factory=lambda: _NO_KEYS)
    commands: Mapping[str, OwnCommand] = field(default_factory=lambda: MappingProxyType({}))
    hooks: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


DEFAULTS = Settings()


def table() -> tuple[Setting, ...]:
    """Every setting in its order, without the table of keys."""
    return tuple(
        Setting(each.name, getattr(DEFAULTS, each.name), each.metadata["meaning"])
        for each in fields(Settings)
        if "meaning" in each.metadata
    )
