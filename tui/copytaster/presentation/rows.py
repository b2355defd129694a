"""A row of the article list: state, age, source, title, and what an editor must not miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.desk.words.rows import Row, Verdict
from copytaster.desk.words.whats_new import WhatIsNew
from copytaster.presentation.ages import age, remaining
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look, Span
from copytaster.presentation.takes import short_take
from copytaster.presentation.what_is_new import count_span
from copytaster.presentation.wrap import fit, width_of
from copytaster.terminal.safe import safe_row

URGENT = 3
AGE_CELLS = 6
SOURCE_CELLS = 12
WIDE_ROW = 60
NARROW_ROW = 36
TOLD_AT_MOST = 3
"""The part of a row, one in three, that the sources of a story may take."""
TAGS_AT_MOST = 3
"""The part of a row, one in three, that tags may take; more of them are counted."""


@dataclass(frozen=True, slots=True)
class RowStyle:
    """What all rows of a list have in common: their width in cells, the time, the signs."""

    width: int
    now: float
    glyphs: Glyphs


def row_line(
    row: Row,
    style: RowStyle,
    news: WhatIsNew | None = None,
    told_by: Sequence[tuple[str, int]] = (),
) -> Line:
    """One article as one line of exactly `style.width` cells, with how much of it is `news`.

    Where it stands for a story, `told_by` are the sources of that, with how many articles.
    """
    front = (
        _sign(row, style.glyphs),
        _flag(row, style.glyphs),
        *_age(row, style),
        *_source(row, style),
    )
    back = (*_news(row, style, news), *_told(told_by, style), *_back(row, style))
    room = style.width - sum(width_of(text) for text, _ in (*front, *back))
    title = (fit(safe_row(row.title), room, style.glyphs.ellipsis), title_look(row))
    return (*front, title, *back)


def title_look(row: Row) -> Look:
    """How a title is set: by what was decided, then alarm and urgency, then read or unread."""
    if row.problem:
        return Look.MUTED
    if row.verdict is Verdict.SPIKED:
        return Look.SPIKED
    if row.status == "canceled":
        return Look.URGENT
    if row.verdict is Verdict.KEPT:
        return Look.KEPT
    if row.urgency is not None and row.urgency <= URGENT:
        return Look.URGENT
    return Look.READ if row.read else Look.UNREAD


def _sign(row: Row, glyphs: Glyphs) -> Span:
    if row.verdict is Verdict.KEPT:
        return (glyphs.kept, Look.KEPT)
    if row.verdict is Verdict.SPIKED:
        return (glyphs.spiked, Look.SPIKED)
    if row.read or row.problem:
        return (" ", Look.PLAIN)
    return (glyphs.unread, Look.UNREAD)


def _flag(row: Row, glyphs: Glyphs) -> Span:
    return (glyphs.flagged if row.flagged else " ", Look.FLAGGED)


def _age(row: Row, style: RowStyle) -> tuple[Span, ...]:
    if style.width < NARROW_ROW:
        return ()
    shown = age(row.moment, style.now)
    return ((f"{shown:>{AGE_CELLS}} ", Look.MUTED if row.dated else Look.NOTE),)


def _source(row: Row, style: RowStyle) -> tuple[Span, ...]:
    if style.width < WIDE_ROW:
        return ((" ", Look.PLAIN),)
    name = fit(safe_row(row.source or ""), SOURCE_CELLS, style.glyphs.ellipsis)
    return ((f"{name} ", Look.SOURCE),)


def _news(row: Row, style: RowStyle, news: WhatIsNew | None) -> tuple[Span, ...]:
    """How many sentences of an unread article are new, where others of its story were read."""
    count = None if row.read else count_span(news, wide=style.width >= WIDE_ROW)
    return ((" ", Look.PLAIN), count) if count and style.width >= NARROW_ROW else ()


def _told(told_by: Sequence[tuple[str, int]], style: RowStyle) -> tuple[Span, ...]:
    """Who tells the story, `AP ×4, dpa ×2`, as many as have room; how many articles, where none."""
    articles = sum(count for _, count in told_by)
    if articles < 2:
        return ()
    words = [
        f"{safe_row(source)} {style.glyphs.times}{count}" if count > 1 else safe_row(source)
        for source, count in told_by
        if source
    ]
    room = style.width // TOLD_AT_MOST
    while words and width_of(", ".join(words)) > room:
        words[-1:] = []
        room = style.width // TOLD_AT_MOST - width_of(f" +{len(told_by) - len(words)}")
    rest = len(told_by) - len(words)
    shown = ", ".join(words) + (f" +{rest}" if rest and words else "")
    return ((f" {shown or f'{style.glyphs.times}{articles}'}", Look.SOURCE),)


def _back(row: Row, style: RowStyle) -> tuple[Span, ...]:
    """What stands at the right: tags and the sign of a note, as far as a title has room, a badge.

    Each has a space before it.
    """
    badge = _badge(row, style)
    tags = f" {tag_words(row.tags)}" if row.tags else ""
    if width_of(tags) > style.width // TAGS_AT_MOST:
        tags = f" #{len(row.tags)}"
    return (
        *(((tags, Look.MUTED),) if tags and style.width >= NARROW_ROW else ()),
        *(((f" {style.glyphs.note}", Look.NOTE),) if row.note else ()),
        *(((" ", Look.PLAIN), badge) if badge else ()),
    )


def tag_words(tags: Sequence[str]) -> str:
    """Tags as they stand on the screen: `#flood #sea`."""
    return safe_row(" ".join(f"#{tag}" for tag in tags))


def _badge(row: Row, style: RowStyle) -> Span | None:
    if row.status == "canceled":
        return ("KILL", Look.ALARM)
    if row.status == "withheld":
        return ("HOLD", Look.ALARM)
    if row.recalled:
        look = Look.NOTE if row.recalled == "corrected" else Look.ALARM
        return (row.recalled.upper(), look)
    if left := still_to_wait(row.embargo, style.now):
        return (f"EMBARGO {remaining(left)}".rstrip(), Look.EMBARGO)
    if row.returned:
        return ("BACK", Look.FLAGGED)
    if row.take and not row.title.upper().startswith(row.take.upper()):
        take = row.take if style.width >= WIDE_ROW else short_take(row.take)
        return (safe_row(take), Look.NOTE)
    return None
