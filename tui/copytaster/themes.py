"""Themes from TOML: those in themes/, and the user's own in the configuration folder.

A theme file has a `name`, `dark` (true or false), `ansi` (true: the terminal's own sixteen
colours), and a table `colours`: those of Textual's colour system (primary, background, …), and any
variable of the style sheet under its own name.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from textual.color import Color, ColorParseError
from textual.css.constants import VALID_STYLE_FLAGS
from textual.theme import Theme

from copytaster import bundled
from copytaster.desk.keeping.there import file_is_there
from copytaster.desk.settings.settings import Settings
from copytaster.terminal.depth import Depth

MONOCHROME = "monochrome"
OF_THE_TERMINAL = "terminal"

_COLOUR = re.compile(r"(?P<colour>\S.*?)(?:\s+\d{1,3}(?:\.\d+)?%)?")
_SYSTEM = frozenset(
    (
        *("primary", "secondary", "warning", "error", "success", "accent"),
        *("foreground", "background", "surface", "panel", "boost"),
    )
)


def user_folder() -> Path:
    """Where a user's own themes are looked for."""
    return user_config_path("copytaster") / "themes"


def theme_name(settings: Settings, depth: Depth, *, dark: bool | None) -> str:
    """The name of the theme to begin with: the one that is set, or one that fits the terminal.

    `dark` is whether the terminal's background is dark, None where nobody knows.
    """
    if depth is Depth.NONE:
        return MONOCHROME
    if settings.theme != "auto":
        return settings.theme
    if depth.wants_ansi_theme:
        return OF_THE_TERMINAL
    return settings.theme_light if dark is False else settings.theme_dark


def bundled_theme(name: str) -> Theme | None:
    """The theme of this name that comes along, which is the name of its file too."""
    path = bundled.folder("themes") / f"{name}.toml"
    theme = read_theme(path) if Path(name).name == name and file_is_there(path) else None
    return theme if isinstance(theme, Theme) else None


def load_themes() -> tuple[list[Theme], list[str]]:
    """All themes, a user's own after the bundled ones, and a line for each file that is none."""
    themes, complaints = _read_all(bundled.folder("themes"))
    own, own_complaints = own_themes()
    return [*themes, *own], [*complaints, *own_complaints]


def own_themes() -> tuple[list[Theme], list[str]]:
    """The themes of the user's own folder, and a line for each file there that is none."""
    return _read_all(user_folder())


def _read_all(place: Path) -> tuple[list[Theme], list[str]]:
    themes: list[Theme] = []
    complaints: list[str] = []
    try:
        paths = sorted(place.glob("*.toml"))
    except OSError as error:
        return [], [f"{place}: cannot be read: {error.strerror}"]
    for path in paths:
        theme = read_theme(path)
        if isinstance(theme, Theme):
            themes.append(theme)
        else:
            complaints.append(theme)
    return themes, complaints


def read_theme(path: Path) -> Theme | str:
    """The theme of a file, or, in one line, why it is none."""
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8"))
        return _theme(record)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return f"{path}: {error}"
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        return f"{path}: not a theme: {error}"
    except ColorParseError as error:
        return f"{path}: not a theme: {error}"


def _theme(record: dict[str, Any]) -> Theme:
    colours = {str(name): str(value) for name, value in record["colours"].items()}
    for name, value in colours.items():
        _check(name, value)
    unknown = set(record) - {"name", "about", "dark", "ansi", "colours"}
    if unknown:
        raise KeyError(f"unknown: {', '.join(sorted(unknown))}")
    theme = Theme(
        name=str(record["name"]),
        primary=colours["primary"],
        dark=bool(record.get("dark", True)),
        ansi=bool(record.get("ansi", False)),
        variables={name: value for name, value in colours.items() if name not in _SYSTEM},
    )
    for name in _SYSTEM & set(colours):
        setattr(theme, name, colours[name])
    return theme


def _check(name: str, value: str) -> None:
    """Find a wrong colour or style here, not in the middle of a repaint."""
    if name.endswith("-style"):
        if strange := set(value.split()) - VALID_STYLE_FLAGS:
            raise ValueError(f"{name}: no text is {min(strange)}")
    elif name in _SYSTEM:
        Color.parse(value)
    else:
        _check_variable(name, value)


def _check_variable(name: str, value: str) -> None:
    """A variable is a colour, or `$` and the name of one, with or without a percentage after it."""
    found = _COLOUR.fullmatch(value)
    colour = found["colour"] if found else ""
    if not colour.startswith("$"):
        Color.parse(colour)
    elif colour[1:] not in _SYSTEM:
        raise ValueError(f"{name}: there is no colour {colour}")
