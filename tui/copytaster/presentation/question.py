"""A question and its answers as one line: where room is scarce the keys are the last to be cut."""

from __future__ import annotations

from collections.abc import Sequence

from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import cut, width_of
from copytaster.terminal.safe import safe_row

LEAST_QUOTED = 12
"""The cells of a title below which answers lose words before it loses more of its own."""


def question_line(
    question: str, answers: Sequence[tuple[str, str]], width: int, quoted: str = ""
) -> Line:
    """The question, and each key with what it means, in `width` cells.

    What gives way first is the title that is `quoted` in the question, then the words of the
    answers, then the question; every key is told.
    """
    question, quoted = safe_row(question), safe_row(quoted)
    spans = _answers(answers)
    spare = width - _cells(spans) - width_of(question) - 2
    if spare < 0 and quoted:
        least = min(LEAST_QUOTED, width_of(quoted))
        shown = cut(quoted, max(least, width_of(quoted) + spare))
        question = question.replace(quoted, shown, 1)
    spans = _answers_in(answers, width - width_of(question) - 2)
    return ((f" {cut(question, width - _cells(spans) - 2)} ", Look.PLAIN), *spans)


def _answers_in(answers: Sequence[tuple[str, str]], room: int) -> Line:
    """The answers with as much of their words as there is room for, each key in any case."""
    for most in range(max(width_of(words) for _, words in answers), -1, -1):
        spans = _answers([(key, cut(safe_row(words), most)) for key, words in answers])
        if _cells(spans) <= room:
            break
    return spans


def _answers(answers: Sequence[tuple[str, str]]) -> Line:
    return tuple(
        span
        for key, words in answers
        for span in ((f" {key}", Look.KEY), (f" {safe_row(words)} " if words else " ", Look.PLAIN))
    )


def _cells(spans: Line) -> int:
    return sum(width_of(text) for text, _ in spans)
