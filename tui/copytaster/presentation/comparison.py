"""Two articles side by side, or one below the other: shared text quiet, what is new plain.

The rows follow the second article; what only the first has stands where it had it. Words that
changed within a sentence are strong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from copytaster.presentation.looks import BLANK, Line, Look, Span, plain_text
from copytaster.presentation.wrap import pad, width_of
from copytaster.stories.comparing.comparison import Comparison, Pair, PairKind
from copytaster.terminal.safe import safe_row

GUTTER = 3
SIDE_BY_SIDE = 110


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of the comparison: what each side says, and whether it is worth a stop."""

    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]
    stop: bool


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line on the screen; `stop` on the first line of each difference."""

    line: Line
    stop: bool = False


def compared_lines(comparison: Comparison, width: int) -> Iterator[ComparedLine]:
    """The whole comparison in lines of at most `width` cells: differences first, then all."""
    yield from _disagreements(comparison, width)
    columns = width >= SIDE_BY_SIDE
    for telling in tellings(comparison):
        lines = _beside(telling, width) if columns else _below(telling, width)
        for count, line in enumerate(lines):
            yield ComparedLine(line, telling.stop and count == 0)
        yield ComparedLine(BLANK)


def tellings(comparison: Comparison) -> Iterator[Telling]:
    """The rows in the order of the second article, the first one's own sentences in between."""
    pairs = {pair.theirs[0]: pair for pair in comparison.pairs}
    inside = {number for pair in comparison.pairs for number in pair.theirs[1:]}
    left = list(comparison.only_ours)
    for number, sentence in enumerate(comparison.their_sentences):
        pair = pairs.get(number)
        if pair:
            while left and left[0] < pair.ours[0]:
                yield _only_ours(comparison.our_sentences[left.pop(0)])
            yield _told_by_both(comparison, pair)
        elif number not in inside:
            yield Telling((), ((safe_row(sentence), Look.UNREAD),), stop=True)
    yield from (_only_ours(comparison.our_sentences[number]) for number in left)


def _only_ours(sentence: str) -> Telling:
    return Telling(((safe_row(sentence), Look.CAPTION),), (), stop=True)


def _told_by_both(comparison: Comparison, pair: Pair) -> Telling:
    ours = _joined(comparison.our_sentences, pair.ours)
    theirs = _joined(comparison.their_sentences, pair.theirs)
    if pair.kind is PairKind.SAME:
        return Telling(((ours, Look.MUTED),), ((theirs, Look.MUTED),), stop=False)
    return Telling(*_changed(ours.split(), theirs.split()), stop=True)


def _changed(ours: list[str], theirs: list[str]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Both sentences, the words of each that the other does not have made strong."""
    left: list[Span] = []
    right: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        look = Look.MUTED if kind == "equal" else Look.STRONG
        left += [(" ".join(ours[a:b]), look)] if b > a else []
        right += [(" ".join(theirs[c:d]), look)] if d > c else []
    return tuple(left), tuple(right)


def _disagreements(comparison: Comparison, width: int) -> Iterator[ComparedLine]:
    if not comparison.differences:
        return
    yield ComparedLine(((" What does not agree", Look.KICKER),))
    for one in comparison.differences:
        words = f"{one.matter.value}: “{safe_row(one.ours)}” or “{safe_row(one.theirs)}”"
        for count, line in enumerate(_set(((words, Look.URGENT),), width - 4)):
            yield ComparedLine((("   ", Look.PLAIN), *line), count == 0)
    yield ComparedLine(BLANK)


def _beside(telling: Telling, width: int) -> Iterator[Line]:
    column = (width - GUTTER - 2) // 2
    left, right = _set(telling.ours, column), _set(telling.theirs, column)
    for one, other in zip_longest(left, right, fillvalue=BLANK):
        padding = pad("", column - width_of(plain_text(one)) + GUTTER)
        yield ((" ", Look.PLAIN), *one, (padding, Look.PLAIN), *other)


def _below(telling: Telling, width: int) -> Iterator[Line]:
    for sign, spans in (("-", telling.ours), ("+", telling.theirs)):
        quiet = not telling.stop
        if quiet and sign == "-":
            continue
        for line in _set(spans, width - 4):
            yield ((f" {' ' if quiet else sign} ", Look.KEY), *line)


def _set(spans: Sequence[Span], width: int) -> list[Line]:
    """Spans of words as lines of at most `width` cells."""
    lines: list[Line] = []
    line: list[Span] = []
    taken = 0
    for word, look in ((word, look) for text, look in spans for word in text.split(" ")):
        cells = width_of(word)
        if line and taken + 1 + cells > width:
            lines.append(tuple(line))
            line, taken = [], 0
        taken += cells + bool(line)
        if line and line[-1][1] is look:
            line[-1] = (f"{line[-1][0]} {word}", look)
        else:
            line.append((f" {word}" if line else word, look))
    return [*lines, tuple(line)] if line else lines


def _joined(sentences: Sequence[str], numbers: Sequence[int]) -> str:
    return safe_row(" ".join(sentences[number] for number in numbers))
