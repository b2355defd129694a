"""A file that somebody looks at is read once more, at once: raw, or in another encoding.

Only what is small is read so, for the screen waits: whatever else a file may be is read in a
process that can be ended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copytaster.wire.article import Article
from copytaster.wire.reading import AT_ONCE, raw_text, stream

if TYPE_CHECKING:
    from pathlib import Path

    from copytaster.wire.options import ReadOptions


def is_small(path: Path) -> bool:
    """Whether a file can be read while somebody waits for it."""
    try:
        return path.stat().st_size <= AT_ONCE
    except OSError:
        return False


def reread(path: Path, part: int, encoding: str, options: ReadOptions) -> Article | None:
    """An article of a small file as it reads in this encoding; None where it reads as none."""
    if not is_small(path):
        return None
    found = stream(path, replace(options, encoding=encoding))
    articles = (each for each in found if isinstance(each, Article))
    return next((article for article in articles if article.part == part), None)


def raw(path: Path, options: ReadOptions) -> str:
    """The file as it is decoded now, or a plain line that says why not."""
    text = raw_text(path, options)
    return text if isinstance(text, str) else f"This file cannot be read: {text.reason}."
