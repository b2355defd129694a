"""Articles as a call names them: `FILE` is all of a file, `FILE#2` the article whose part is 2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copytaster.desk.keeping.there import is_there
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.options import ReadOptions
from copytaster.wire.reading import stream

NO_SUCH_PART = "holds no such article"
_DEFAULT = ReadOptions()


def articles_at(place: str, options: ReadOptions = _DEFAULT) -> Iterator[Article | Unreadable]:
    """The articles of a file, or the one part of it that is named; parts count from 0.

    A file whose name really ends like that is taken as it is.
    """
    file, part = place_of(place)
    for found in stream(file, options):
        if part is None:
            yield found
        elif isinstance(found, Unreadable) or found.part == part:
            yield found
            return
    if part is not None:
        yield Unreadable(place, NO_SUCH_PART)


def place_of(place: str) -> tuple[Path, int | None]:
    """The file that is named, and which part of it, None where it is all of it."""
    path, _, part = place.rpartition("#")
    if path and part.isdecimal() and not is_there(Path(place)):
        return Path(path), int(part)
    return Path(place), None
