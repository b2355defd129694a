"""A file on its way in: its bytes, its text, and the cheap looks that formats detect themselves by.

`root` and `json` are worked out once, when the first format asks.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from copytaster.wire.options import ReadOptions

NOT_JSON: Final = object()
_HEAD = 4096
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_XML_SPACE = " \t\n\ufeff"


@dataclass(frozen=True)
class Incoming:
    """One file, or one piece of a file that holds many articles.

    `text` has its line ends normalised; `cut` tells that the file goes on beyond it.
    """

    path: str
    data: bytes
    text: str
    encoding: str
    options: ReadOptions
    cut: bool = False
    warnings: tuple[str, ...] = ()

    @cached_property
    def head(self) -> str:
        """The first few thousand characters, without leading blanks."""
        return self.text[:_HEAD].lstrip(_XML_SPACE)

    @cached_property
    def root(self) -> tuple[str, str]:
        """The name of the root element, without prefix, and its start tag; empty for no markup."""
        start = root_offset(self.text)
        match = _ROOT.match(self.text, start) if start is not None else None
        if match is None:
            return "", ""
        end = self.text.find(">", match.end())
        return match[1], self.text[match.start() : end + 1 if end >= 0 else None]

    @cached_property
    def json(self) -> Any:
        """The whole file as one JSON value, or NOT_JSON."""
        if not self.head.startswith(("{", "[")):
            return NOT_JSON
        try:
            return json.loads(self.text.lstrip(_XML_SPACE))
        except (ValueError, RecursionError):
            return NOT_JSON


def root_offset(text: str) -> int | None:
    """Where the root element begins, behind declaration, comments and DOCTYPE; None without one."""
    place = 0
    while True:
        place = _skip_blanks(text, place)
        if text.startswith("<?", place):
            place = _behind(text, "?>", place)
        elif text.startswith("<!--", place):
            place = _behind(text, "-->", place)
        elif text[place : place + 9].upper() == "<!DOCTYPE":
            place = _behind_doctype(text, place)
        else:
            return place if text.startswith("<", place) else None


def _skip_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] in _XML_SPACE:
        place += 1
    return place


def _behind(text: str, mark: str, place: int) -> int:
    end = text.find(mark, place)
    return end + len(mark) if end >= 0 else len(text)


def _behind_doctype(text: str, place: int) -> int:
    """Behind a DOCTYPE; with an internal subset that is behind its `]>`."""
    close, subset = text.find(">", place), text.find("[", place)
    if subset < 0 or subset > close >= 0:
        return _behind(text, ">", place)
    match = re.compile(r"\]\s*>").search(text, subset)
    return match.end() if match else len(text)
