"""Where themes/ and sample_corpus/ are: in the package in a wheel, at the root in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """The folder of data files called `name`, wherever this copy of the program keeps it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _CHECKOUT / name
