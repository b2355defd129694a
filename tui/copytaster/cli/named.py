"""Articles as a call names them: `FILE` is all of a file, `FILE#2` the article whose part is 2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copytaster.desk.keeping.there import is_there
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.options import ReadOptions
from copytaster.wire.reading import stream

_DEFAULT = ReadOptions()


def articles_at(place: str, options: ReadOptions = _DEFAULT) -> Iterator[Article | Unreadable]:
    """The articles of a file, or the one part of it that is named; parts count from 0.

    A file whose name really ends like that is taken as it is.
    """
    path, mark, part = place.rpartition("#")
    if is_there(Path(place)) or not mark or not part.isdecimal():
        yield from stream(Path(place), options)
        return
    for found in stream(Path(path), options):
        if isinstance(found, Unreadable) or found.part == int(part):
            yield found
            return
    yield Unreadable(place, "holds no such article")
