"""What the desk itself has written on an article, as the reader shows it: tags and a note."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.desk.rows import Row
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.looks import Look
from copytaster.presentation.rows import tag_words
from copytaster.terminal.safe import safe_row


def remarks(row: Row) -> Iterator[Passage]:
    """The tags in one line, the note below them; nothing where there is neither."""
    if row.tags:
        yield Passage(tag_words(row.tags), Look.SOURCE, spaced=False)
    if row.note:
        yield Passage(f"Note, ours alone: {safe_row(row.note)}", Look.NOTE, spaced=False)
