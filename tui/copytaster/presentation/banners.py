"""Banners over an article: what killed or corrected it or its story, and what it kills itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copytaster.desk.words.rows import Recall, Row, Verdict
from copytaster.presentation.ages import instant
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.looks import Look
from copytaster.terminal.safe import safe_row

TITLE_SHOWN = 72
"""Signs of a title: the longest banner with one takes two lines of 80 cells."""

_VERBS = {"killed": "Kills", "withdrawn": "Withdraws", "corrected": "Corrects"}
_FOUND_BY = {
    "guid": "same guid",
    "number": "it names the number",
    "headline": "it names the headline",
    "slug": "same slug",
}


def banners(
    row: Row, of: Sequence[Recall], by: Sequence[Recall], rows: Mapping[int, Row]
) -> Iterator[Passage]:
    """The banners of a row, the most serious first.

    `of` are the recalls of it and of its story, `by` what it recalls itself; `rows` has all rows
    that these speak of.
    """
    own = [each for each in of if each.target == row.number and each.recall in rows]
    for each in sorted(own, key=lambda each: each.kind == "corrected"):
        text = f"{each.kind.upper()}{_who(rows[each.recall])} ({_FOUND_BY[each.way]})"
        yield Passage(text, _look(each))
    killed = {each.recall: each for each in of if each.target != row.number}
    for each in killed.values():
        if each.recall in rows and each.target in rows and each.recall != row.number:
            text = f"In this story: {_quoted(rows[each.target])} was {each.kind}"
            yield Passage(text, _look(each))
    for each in by:
        if each.target in rows:
            kept = rows[each.target].verdict is Verdict.KEPT
            text = f"{_VERBS[each.kind]} {_quoted(rows[each.target])}"
            yield Passage(f"{text}, which you kept" if kept else text, _look(each, alarm=kept))


def concerned(row: Row, recalls: Sequence[Recall]) -> list[int]:
    """The numbers of the rows that these recalls speak of, besides the row itself."""
    numbers = {number for each in recalls for number in (each.recall, each.target)}
    return sorted(numbers - {row.number})


def _who(recall: Row) -> str:
    source = f" by {safe_row(recall.source)}" if recall.source else ""
    timed = len(recall.date or "") > len("2026-09-14")
    time = f", {instant(recall.moment):%H:%M} UTC" if timed else ""
    return f"{source}{time}: {_quoted(recall)}"


def _quoted(row: Row) -> str:
    """The title, as many whole words of it as there may be."""
    title = safe_row(row.title)
    if len(title) <= TITLE_SHOWN:
        return f"“{title}”"
    whole = title[:TITLE_SHOWN].rpartition(" ")[0] or title[: TITLE_SHOWN - 1]
    return f"“{whole.rstrip()}…”"


def _look(recall: Recall, *, alarm: bool = True) -> Look:
    return Look.ALARM if alarm and recall.kind != "corrected" else Look.NOTE
