"""The related stories as lines: by kind, each with title, score, source, distance and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytaster.desk.words.rows import Related, Row
from copytaster.presentation.ages import DAY, distance
from copytaster.presentation.glyphs import Glyphs, bar
from copytaster.presentation.looks import BLANK, Line, Look, Span
from copytaster.presentation.rows import title_look
from copytaster.presentation.sparkline import sparkline
from copytaster.presentation.wrap import cut, wrap
from copytaster.terminal.safe import safe_row

BAR_CELLS = 5
TENTHS = 10
DAY_ONLY = len("2026-09-14")
WORTH_SHOWING = 0.25
MARGIN = "  "
KINDS = {
    "copy": "The same text",
    "take": "Takes of this item",
    "same story": "The same story",
    "background": "Background",
}


@dataclass(frozen=True, slots=True)
class Relative:
    """A related story with its row, and how far from the article on show: `2 h before`."""

    row: Row
    related: Related
    apart: str


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """One line of the pane, and which of the related stories it belongs to (None: a heading)."""

    line: Line
    place: int | None


def apart(row: Row, other: Row) -> str:
    """How much earlier or later the other article is; by days where one has no time of day.

    Empty where one of the two has no date of its own: the time of a file says nothing of the news.
    """
    if not (row.dated and other.dated):
        return ""
    if DAY_ONLY in (len(row.date or ""), len(other.date or "")):
        days = other.moment // DAY - row.moment // DAY
        return distance(days * DAY) if days else "same day"
    return distance(other.moment - row.moment)


def grouped(relatives: Sequence[Relative]) -> list[Relative]:
    """By kind in the order of `KINDS`, best first within each."""
    order = {kind: rank for rank, kind in enumerate(KINDS)}
    return sorted(
        relatives, key=lambda one: (order.get(one.related.kind, len(order)), -one.related.score)
    )


def words_line(words: str, width: int) -> Iterator[RelatedLine]:
    """Words in place of stories."""
    yield from (RelatedLine(((f" {row}", Look.MUTED),), None) for row in wrap(words, width - 2))


def spread(scores: Sequence[float], glyphs: Glyphs) -> str:
    """How many of the scores lie in each tenth from 0 to 100, as a small picture: `0   ▁ ▂█ 100`.

    A gap in it says that what is related stands apart from what is merely near.
    """
    tenths = [0] * TENTHS
    for score in scores:
        tenths[min(int(score * TENTHS), TENTHS - 1)] += 1
    return f"0 {sparkline(tenths, glyphs)} 100"


def roomy_lines(relatives: Sequence[Relative], width: int, glyphs: Glyphs) -> Iterator[RelatedLine]:
    """For a tall pane: a heading a kind, then title, figures and reasons of each."""
    kind = ""
    for place, one in enumerate(relatives):
        if one.related.kind != kind:
            kind = one.related.kind
            yield RelatedLine(((f" {KINDS.get(kind, kind)}", Look.KICKER),), None)
        yield from (RelatedLine(line, place) for line in _entry(one, width, glyphs))


def _entry(one: Relative, width: int, glyphs: Glyphs) -> Iterator[Line]:
    titles = list(wrap(safe_row(one.row.title), max(8, width - len(MARGIN) - 1)))[:2]
    for text in titles:
        yield ((MARGIN, Look.PLAIN), (text, _title_look(one.row)))
    yield ((MARGIN, Look.PLAIN), *_figures(one, width, glyphs))
    if one.related.reasons:
        reason = cut(
            safe_row("; ".join(one.related.reasons)), width - len(MARGIN) - 1, glyphs.ellipsis
        )
        yield ((MARGIN, Look.PLAIN), (reason, Look.NOTE))
    yield BLANK


def _figures(one: Relative, width: int, glyphs: Glyphs) -> tuple[Span, ...]:
    score = one.related.score
    facts = [safe_row(one.row.source or ""), one.apart]
    words = f" {glyphs.dot} ".join(fact for fact in facts if fact)
    return (
        (bar(score, BAR_CELLS, glyphs), Look.SCORE),
        (f" {100 * score:.0f}", Look.SCORE),
        (f"  {cut(words, width - BAR_CELLS - 8, glyphs.ellipsis)}", Look.MUTED),
    )


def _title_look(row: Row) -> Look:
    """As in the list, but for what is read and what is not, which matters less here."""
    look = title_look(row)
    return Look.PLAIN if look in (Look.UNREAD, Look.READ) else look


def compact_lines(
    relatives: Sequence[Relative], width: int, glyphs: Glyphs
) -> Iterator[RelatedLine]:
    """For a low pane: one line each, title first, then kind, source and distance."""
    for place, one in enumerate(relatives):
        front: tuple[Span, ...] = (
            (
                f" {bar(one.related.score, BAR_CELLS, glyphs)} {100 * one.related.score:3.0f} ",
                Look.SCORE,
            ),
        )
        told = (one.related.kind, safe_row(one.row.source or one.apart))
        facts = f" {glyphs.dot} ".join(filter(None, told))
        room = width - BAR_CELLS - 7
        title_room = max(8, room - min(len(facts) + 2, room // 2))
        title = cut(safe_row(one.row.title), title_room, glyphs.ellipsis)
        rest = cut(f"  {facts}", room - len(title), glyphs.ellipsis)
        yield RelatedLine((*front, (title, _title_look(one.row)), (rest, Look.MUTED)), place)
