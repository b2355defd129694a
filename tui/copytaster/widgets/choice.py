"""A question that one key answers; it takes the place of the status bar while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.widget import Widget

from copytaster.presentation.looks import Line
from copytaster.presentation.question import question_line
from copytaster.widgets.pane import LinePane

YES = "y"
"""The key that answers yes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers: the key that gives it, and what it means."""

    key: str
    words: str


LEAVE = Answer("Esc", "leave it")
"""What any other key does, too."""


class Choice(LinePane, can_focus=True):
    """One line: a question and its answers. Any other key leaves all as it is."""

    HEAD_LINES: ClassVar[int] = 0

    @dataclass
    class Chosen(Message):
        """One of the answers was given."""

        key: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._question = self._quoted = ""
        self._answers: tuple[Answer, ...] = ()
        self._back_to: Widget | None = None

    @property
    def length(self) -> int:
        """It is one line."""
        return 1

    def line(self, place: int) -> Line:
        """The question, and each key with what it means."""
        answers = [(answer.key, answer.words) for answer in (*self._answers, LEAVE)]
        return question_line(self._question, answers, self.outer_size.width, self._quoted)

    def ask(self, question: str, answers: Sequence[Answer], quoted: str = "") -> None:
        """Open the line and take the keys; what the question has `quoted` is cut first."""
        self._question, self._answers, self._quoted = question, tuple(answers), quoted
        self._back_to = self.screen.focused
        self.display = True
        self.screen.set_focus(self)
        self.refresh()

    def close(self) -> None:
        """Give the line back to the status bar, and the keys to whoever had them."""
        self.display = False
        if self.screen.focused is self:
            self.screen.set_focus(self._back_to)

    def on_blur(self) -> None:
        """Whoever looks elsewhere has answered."""
        super().on_blur()
        self.close()

    def on_key(self, event: events.Key) -> None:
        """An answer, or none; either way it is over."""
        event.stop()
        event.prevent_default()
        self.close()
        if any(event.key == answer.key for answer in self._answers):
            self.post_message(self.Chosen(event.key))
