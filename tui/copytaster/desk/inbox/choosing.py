"""Choosing an inbox by typing its path: what it may become, and what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

from copytaster.desk.keeping.there import is_there

MOST = 200


def completions(typed: str) -> list[str]:
    """The folders that a path may become, as they would be typed, in order; at most `MOST`."""
    parent, name = os.path.split(typed)
    try:
        with os.scandir(Path(parent or ".").expanduser()) as entries:
            found = sorted(
                entry.name
                for entry in entries
                if entry.name.startswith(name)
                and (name.startswith(".") or not entry.name.startswith("."))
                and entry.is_dir()
            )
    except (OSError, RuntimeError, ValueError):
        return []
    return [os.path.join(parent, each, "") for each in found[:MOST]]  # noqa: PTH118 (as typed)


def completed(typed: str) -> str:
    """The path as far as there is only one way to go on."""
    return os.path.commonprefix(completions(typed)) or typed  # noqa: RUF071 (letters, not names)


def why_no_inbox(typed: str) -> str | None:
    """Why this path cannot be an inbox, in plain words; None where it can."""
    if not typed.strip():
        return "type the path of a folder, as in ~/wires"
    try:
        path = Path(typed.strip()).expanduser()
        if not is_there(path):
            return f"{path}: no such file or folder"
        if not os.access(path, os.R_OK):
            return f"{path}: may not be read"
    except (OSError, RuntimeError, ValueError) as error:
        return f"{typed}: {error}"
    return None


def as_set(typed: str) -> str:
    """The path as it stands in the settings: whole, so that it holds wherever one starts."""
    path = typed.strip()
    return path.rstrip("/") or "/" if path.startswith(("~", "/")) else str(Path(path).resolve())
