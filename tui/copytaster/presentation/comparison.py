"""Two articles side by side, or one below the other, in lines of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from copytaster.presentation.looks import BLANK, Line, Look, Span, plain_text
from copytaster.presentation.parting import told_apart
from copytaster.presentation.revision import revision_line
from copytaster.presentation.tellings import Sign, Telling, tellings
from copytaster.presentation.wrap import cut, pad, width_of, wrap
from copytaster.stories.comparing.comparison import Comparison
from copytaster.stories.comparing.revision import Revision
from copytaster.terminal.safe import safe_row

SIDE_BY_SIDE = 120
MEASURE = 84
_MARGIN = 2
_GUTTER = 5
_LABEL = 8


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line on the screen; `difference` is the number, from 0, of the one that it is part of.

    `stop` is set on the first line of each difference. The first cell is free for a mark.
    """

    line: Line
    difference: int | None = None
    stop: bool = False


def compared_lines(
    comparison: Comparison, width: int, revision: Revision | None = None
) -> Iterator[ComparedLine]:
    """The whole comparison in lines of at most `width` cells: what does not agree first."""
    yield from map(ComparedLine, _summary(comparison, width, revision))
    if revision is None:
        yield from map(ComparedLine, _disagreements(comparison, width))
    count = 0
    for telling in tellings(comparison):
        lines = _beside(telling, width) if width >= SIDE_BY_SIDE else _below(telling, width)
        number = count if telling.stop else None
        for place, line in enumerate(lines):
            yield ComparedLine(line, number, telling.stop and place == 0)
        count += telling.stop
        yield ComparedLine(BLANK)


def column_of(width: int) -> int:
    """How many cells each of two columns has."""
    return min(MEASURE, (width - _MARGIN - _GUTTER) // 2)


def right_column(width: int) -> int:
    """Where the second column begins."""
    return _MARGIN + column_of(width) + _GUTTER


def _summary(comparison: Comparison, width: int, revision: Revision | None) -> Iterator[Line]:
    """What a version changed, or, where there is little to compare, why."""
    line = revision_line(revision) if revision else ()
    if not line and (remark := _remark(comparison)):
        line = ((remark, Look.NOTE),)
    if line:
        for each in _set(line, width - 2 * _MARGIN):
            yield (" " * _MARGIN, Look.PLAIN), *each
        yield BLANK


def _remark(comparison: Comparison) -> str | None:
    ours, theirs = comparison.languages
    if not (comparison.our_sentences and comparison.their_sentences):
        return "One of the two has no text of its own."
    if comparison.pairs:
        same = not (comparison.only_ours or comparison.only_theirs or comparison.differences)
        alike = same and all(pair.score == 1 for pair in comparison.pairs)
        return "Sentence by sentence the same." if alike else None
    if ours and theirs and ours != theirs:
        return f"Told in two languages ({ours}, {theirs}); sentences are not compared across them."
    return "The two share no sentence."


def _disagreements(comparison: Comparison, width: int) -> Iterator[Line]:
    """The wordings that do not agree, each in the column of its article."""
    if not comparison.differences:
        return
    yield ((" " * _MARGIN, Look.PLAIN), ("What does not agree", Look.KICKER))
    for one in comparison.differences:
        label = (pad(one.matter.value, _LABEL), Look.MUTED)
        ours, theirs = safe_row(one.ours), safe_row(one.theirs)
        if width >= SIDE_BY_SIDE:
            column = column_of(width)
            left = pad(_cut(ours, theirs, column - _LABEL), column - _LABEL + _GUTTER)
            line = (left, Look.URGENT), (_cut(theirs, ours, column), Look.URGENT)
            yield (" " * _MARGIN, Look.PLAIN), label, *line
        else:
            room = max(1, width - _MARGIN - _LABEL)
            apart = width_of(ours) + width_of(theirs) + len(_OR) > room
            yield (" " * _MARGIN, Look.PLAIN), label, *_either(ours, theirs, room, apart)
            if apart:
                indent = " " * (_MARGIN + _LABEL)
                yield (indent, Look.PLAIN), (_cut(theirs, ours, room), Look.URGENT)
    yield BLANK


_OR = " or "


def _either(ours: str, theirs: str, room: int, apart: bool) -> Line:
    if apart:
        return ((_cut(ours, theirs, room), Look.URGENT),)
    return (ours, Look.URGENT), (_OR, Look.MUTED), (theirs, Look.URGENT)


def _cut(one: str, other: str, room: int) -> str:
    return cut(told_apart(one, other, room), room)


def _beside(telling: Telling, width: int) -> Iterator[Line]:
    column = column_of(width)
    left, right = _set(telling.ours, column), _set(telling.theirs, column)
    sign: str = telling.sign
    for one, other in zip_longest(left, right, fillvalue=BLANK):
        padding = pad("", column - width_of(plain_text(one)))
        margin, before = (" " * _MARGIN, Look.PLAIN), (padding, Look.PLAIN)
        yield margin, *one, before, (sign.center(_GUTTER), Look.KEY), *other
        sign = ""


def _below(telling: Telling, width: int) -> Iterator[Line]:
    """What the second says; before it what the first says, where that is another thing."""
    sides = [(Sign.OURS, telling.ours)] if telling.stop else []
    for sign, spans in (*sides, (Sign.THEIRS, telling.theirs)):
        mark = sign.value if telling.stop else " "
        for line in _set(spans, min(MEASURE, width - _MARGIN - 2)):
            yield (f" {mark} ", Look.KEY), *line
            mark = " "


def _set(spans: Sequence[Span], width: int) -> list[Line]:
    """Spans of words as lines of at most `width` cells."""
    lines: list[Line] = []
    line: list[Span] = []
    taken = 0
    for word, look in _words(spans, max(1, width)):
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


def _words(spans: Sequence[Span], width: int) -> Iterator[Span]:
    """The words of spans; one that is wider than a line in pieces."""
    for text, look in spans:
        for word in text.split():
            for piece in wrap(word, width):
                yield piece, look
