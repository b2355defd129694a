"""What the desk itself has written on an article: tags, a note, what rules did."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.desk.words.rows import Row
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.looks import Look
from copytaster.presentation.rows import tag_words
from copytaster.terminal.safe import safe_row


def remarks(row: Row) -> Iterator[Passage]:
    """The tags in one line, then what rules did, then the note; nothing where there is none."""
    if row.tags:
        yield Passage(tag_words(row.tags), Look.SOURCE, spaced=False)
    if row.rules:
        yield Passage(safe_row(ruled(row)), Look.MUTED, spaced=False)
    if row.note:
        yield Passage(f"Note, ours alone: {safe_row(row.note)}", Look.NOTE, spaced=False)


def ruled(row: Row) -> str:
    """What rules did to a row: `spiked by rule ‘horoscopes’ · score +30 · rules fires, sea`."""
    others = [name for name in row.rules if name != row.ruled]
    parts = (
        f"{row.verdict} by rule ‘{row.ruled}’" if row.ruled else "",
        f"score {row.score:+}" if row.score else "",
        f"rule{'s' if len(others) > 1 else ''} {', '.join(others)}" if others else "",
    )
    return " · ".join(part for part in parts if part)
