"""The report of a crash: where the program was, in what surroundings, and nothing of any file.

What an exception says may quote an article, and local variables do. So variables are left out, and
of messages all but those of the system and of the database, unless `quoting` is asked for (by the
setting `crash_text`).
"""

from __future__ import annotations

import os
import platform
import sqlite3
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from copytaster import VERSION
from copytaster.desk.keeping.folders import make_private, touch_private

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = 10
_PATTERN = "crash-*.txt"
_PACKAGES = ("textual", "rich", "numpy", "lxml", "rapidfuzz", "watchfiles")
_HOUSE = Path(__file__).parents[1]


def save_report(error: BaseException, folder: Path, *, quoting: bool = False) -> Path | None:
    """Write the report of this error into a folder; its path, None where it takes none.

    The last few reports are kept.
    """
    now = datetime.now(UTC)
    path = folder / f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    try:
        make_private(folder)
        touch_private(path)
        path.write_text("\n".join(report(error, now, quoting=quoting)), "utf-8", "replace")
    except OSError:
        return None
    for old in sorted(folder.glob(_PATTERN))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def report(error: BaseException, now: datetime, *, quoting: bool) -> Iterator[str]:
    """The lines of the report."""
    yield f"copytaster {VERSION} stopped by an error of its own, {now:%Y-%m-%d %H:%M:%S} UTC"
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield platform.platform()
    yield ", ".join(_versions())
    yield f"TERM={os.environ.get('TERM', '')}"
    yield ""
    if quoting:
        yield "It quotes what was at hand, as crash_text asks: look before you pass it on."
        whole = traceback.TracebackException.from_exception(error, capture_locals=True)
        yield from "".join(whole.format()).splitlines()
    else:
        yield "It quotes no article; with crash_text = true the next report does."
        for each in _chain(error):
            yield from _trail(each)


def where(error: BaseException) -> str:
    """What kind of error it was and at which line of ours, for the one line that a user sees."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_HOUSE)]
    name = type(error).__name__
    return f"{name} in {_short(ours[-1].filename)}, line {ours[-1].lineno}" if ours else name


def _trail(error: BaseException) -> Iterator[str]:
    """The way to one error, outermost call first, then its kind."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        yield f"      {frame.line}"
    told = _of_the_system(error)
    yield f"{type(error).__module__}.{type(error).__qualname__}{f': {told}' if told else ''}"
    yield ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    """What led to the error first, the error itself last."""
    chain = [error]
    while before := chain[-1].__cause__ or (
        None if chain[-1].__suppress_context__ else chain[-1].__context__
    ):
        if before in chain:
            break
        chain.append(before)
    return reversed(chain)


def _of_the_system(error: BaseException) -> str:
    """The message of an error, if it cannot come from a file."""
    if isinstance(error, OSError):
        return error.strerror or ""
    return str(error) if isinstance(error, sqlite3.DatabaseError) else ""


def _short(filename: str) -> str:
    """A file of ours from the package on, one of others from its own package on."""
    path = Path(filename)
    if path.is_relative_to(_HOUSE):
        return str(path.relative_to(_HOUSE))
    _, found, rest = filename.rpartition("site-packages/")
    return rest if found else path.name


def _versions() -> Iterator[str]:
    for name in _PACKAGES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"
