"""What stands where there is nothing to show: why, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.commands import BY_ID
from copytaster.keyboard import key_signs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copytaster.desk.words.rows import View


def no_rows(view: View, total: int, keymap: Mapping[str, str], *, busy: bool) -> str:
    """Why the list has no rows, for a desk of `total` articles that is `busy` reading, or not."""
    key = _Keys(keymap)
    wanted = " and ".join(f"“{words}”" for words in (view.search, view.query) if words)
    if total and wanted:
        return f"Nothing matches {wanted}. {key('back')} shows everything again."
    if busy:
        return "The files are being read. The list fills while that goes on."
    return (
        "There is no wire copy here yet. What comes in is listed at once."
        f"\n\n{key('inbox')} chooses another folder, {key('rescan')} looks again now."
    )


def no_relatives(*, unfinished: bool) -> str:
    """Why nothing related is shown."""
    if unfinished:
        return "The articles are still being related. Stories appear here as they are found."
    return "No other article here tells this story."


class _Keys:
    """The first key of a command, as it stands on the keyboard."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        self._keymap = keymap

    def __call__(self, name: str) -> str:
        return next(iter(key_signs(self._keymap.get(name, BY_ID[name].keys))), name)
