"""A sheet: all that the reading pane is to show of one article, and how it is set in lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytaster.desk.words.whats_new import WhatIsNew
from copytaster.presentation.article_copy import NO_MARKS, Passage, passages, set_passages
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.highlights import highlighter
from copytaster.presentation.looks import BLANK, Line, Look
from copytaster.presentation.what_is_new import marks_of
from copytaster.terminal.safe import safe
from copytaster.wire.article import Article

LEAST_CELLS = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article, or a plain message, or the raw text of a file.

    `name` stands in the head, `banners` above the article, in which `highlights` stand out;
    `file_date` is the time of the file, shown where the copy has none; `remarks` are the desk's
    own, below the credit; `whats_new` says what of the article was read before, None where all is
    to look alike. `now` is there where the time matters: an embargo counts down.
    """

    name: str = ""
    article: Article | None = None
    message: str | None = None
    raw: str | None = None
    file_date: str | None = None
    remarks: tuple[Passage, ...] = ()
    banners: tuple[Passage, ...] = ()
    whats_new: WhatIsNew | None = None
    highlights: tuple[str, ...] = ()
    now: float | None = None


def set_sheet(
    sheet: Sheet, glyphs: Glyphs, measure: int, width: int, *, opened: bool
) -> Iterator[tuple[Line, Passage | None]]:
    """The lines of a sheet and the passage that each is of: text in the measure, a file as wide.

    `opened` shows what is folded.
    """
    if sheet.raw is not None:
        yield from set_passages(_raw_passages(sheet.raw), max(LEAST_CELLS, width))
    elif sheet.article is not None:
        standing_out = highlighter(sheet.highlights)
        shown = _passages(sheet, sheet.article, glyphs, opened=opened)
        for line, passage in set_passages(shown, measure):
            yield standing_out(line), passage
        yield BLANK, None
    elif sheet.message:
        message = Passage(safe(sheet.message), Look.NOTE)
        yield from set_passages(iter([message]), measure)


def _passages(sheet: Sheet, article: Article, glyphs: Glyphs, *, opened: bool) -> Iterator[Passage]:
    return passages(
        article,
        glyphs,
        opened=opened,
        file_date=sheet.file_date,
        remarks=sheet.remarks,
        banners=sheet.banners,
        marks=marks_of(sheet.whats_new) if sheet.whats_new else NO_MARKS,
        now=sheet.now,
    )


def _raw_passages(raw: str) -> Iterator[Passage]:
    for line in raw.split("\n"):
        yield Passage(safe(line.rstrip("\r")), Look.PLAIN, spaced=False)
