"""The line at the foot: what was just done, or what the keys do; at its right, what goes on."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import var

from copytaster.commands import BY_ID
from copytaster.desk.words.news import Progress
from copytaster.keyboard import key_signs
from copytaster.presentation.looks import Line, Look, Span
from copytaster.presentation.wrap import cut, width_of
from copytaster.terminal.safe import safe_row
from copytaster.widgets.pane import LinePane

HINTS = (
    *("list.read", "read.on", "keep", "spike", "flag", "undo"),
    *("search", "help", "leave", "filter", "unread.next"),
)
LEAST_RIGHT = 12


class StatusBar(LinePane):
    """Shows `message` until the next key, else the keys; and the progress while there is any."""

    HEAD_LINES: ClassVar[int] = 0

    message: var[str] = var("")
    progress: var[Progress | None] = var(None)
    keymap: var[dict[str, str]] = var(dict)

    @property
    def length(self) -> int:
        """It is one line."""
        return 1

    @property
    def room(self) -> int:
        """The cells that a message may take."""
        return self.outer_size.width - 2

    def line(self, place: int) -> Line:
        """Message or hints at the left, progress at the right; a long message takes its room."""
        message = safe_row(self.message)
        right = cut(progress_words(self.progress), self._room_beside(message))
        room = self.outer_size.width - width_of(right) - 2
        left: Line = ((f" {cut(message, room)}", Look.PLAIN),) if message else self._hints(room)
        if not right:
            return left
        gap = self.outer_size.width - sum(width_of(text) for text, _ in left) - width_of(right) - 1
        return (*left, (" " * max(1, gap), Look.PLAIN), (right, Look.MUTED))

    def watch_message(self) -> None:
        """Something was done."""
        self.refresh()

    def watch_progress(self) -> None:
        """Something went on."""
        self.refresh()

    def watch_keymap(self) -> None:
        """Keys were bound anew."""
        self.refresh()

    def _room_beside(self, message: str) -> int:
        """The cells that a message leaves at the right, none where they would say nothing."""
        room = self.outer_size.width - width_of(message) - 3
        return room if room >= LEAST_RIGHT or not message else 0

    def _hints(self, room: int) -> Line:
        spans: list[Span] = []
        taken = 0
        for command in (BY_ID[name] for name in HINTS):
            key = next(iter(key_signs(self.keymap.get(command.id, command.keys))), "")
            if not key:
                continue
            taken += len(key) + len(command.label) + 3
            if taken > room:
                break
            spans += [(f" {key}", Look.KEY), (f" {command.label} ", Look.MUTED)]
        return tuple(spans)


def progress_words(progress: Progress | None) -> str:
    """How far reading and indexing are: `reading 1,204 of 66,000`, empty when all is done."""
    if progress is None:
        return ""
    if progress.busy and progress.read < progress.total:
        return f"reading {progress.read:,} of {progress.total:,}"
    if progress.busy:
        return f"relating {progress.indexed:,} articles"
    return safe_row(progress.note or "")
