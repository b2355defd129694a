"""Links of an article, opened outside: only those that lead to the web or to a mail."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

from copytaster.terminal.grammar import LINK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BEHIND = ".,;:!?'\")]}>"
TEXT_BROWSERS = ("lynx", "w3m", "links", "elinks", "browsh", "carbonyl")


def webwise(link: str) -> bool:
    """Whether a link may be opened: http, https or mailto, in printable ASCII."""
    return re.fullmatch(LINK, link, re.IGNORECASE) is not None


def links_in(text: str) -> Iterator[str]:
    """The links that a running text names, without the stop or bracket behind them."""
    for found in re.finditer(rf"(?<![\w/]){LINK}", text, re.IGNORECASE):
        link = found[0].rstrip(_BEHIND)
        yield link + ")" * max(0, link.count("(") - link.count(")"))


def opener(link: str, environment: Mapping[str, str] = os.environ) -> list[str] | None:
    """The command that opens a link here; None where none can, as over SSH.

    `$BROWSER` goes first, with `%s` in it for the link, several parted by colons. Over SSH the
    system's own would open it on the wrong machine.
    """
    for each in environment.get("BROWSER", "").split(os.pathsep):
        words = _words(each)
        if words and shutil.which(words[0], path=environment.get("PATH")):
            placed = [word.replace("%s", link) for word in words]
            return placed if placed != words else [*words, link]
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        return None
    own = "open" if sys.platform == "darwin" else "xdg-open"
    return [own, link] if shutil.which(own, path=environment.get("PATH")) else None


def in_terminal(command: list[str]) -> bool:
    """Whether a browser shows its pages in the terminal, and must be given it."""
    return os.path.basename(command[0]) in TEXT_BROWSERS  # noqa: PTH119 - a word, not a path


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return []
