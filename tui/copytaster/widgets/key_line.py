"""The line at the foot of a screen over the desk: its few keys, told as the desk tells its own."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import var

from copytaster.keyboard import key_signs
from copytaster.presentation.looks import Line, Look, Span
from copytaster.widgets.pane import LinePane


class KeyLine(LinePane):
    """Shows the first of the keys of each command, and what it does, as far as there is room."""

    HEAD_LINES: ClassVar[int] = 0

    keys: var[tuple[tuple[str, str], ...]] = var(())

    @property
    def length(self) -> int:
        """It is one line."""
        return 1

    def line(self, place: int) -> Line:
        """Each key with its words; the last of them, which leads out, is never left out."""
        *others, last = [_spans(keys, words) for keys, words in self.keys] or [()]
        room = self.outer_size.width - _cells(last)
        told: list[Span] = []
        for spans in others:
            if _cells((*told, *spans)) > room:
                break
            told += spans
        return (*told, *last)

    def watch_keys(self) -> None:
        """Other keys are told."""
        self.refresh()


def _spans(keys: str, words: str) -> Line:
    return ((f" {next(iter(key_signs(keys)), '')}", Look.KEY), (f" {words} ", Look.MUTED))


def _cells(spans: Line) -> int:
    return sum(len(text) for text, _ in spans)
