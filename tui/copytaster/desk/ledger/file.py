"""The ledger as a file: whether it is whole, a copy of it, and all that stands in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from copytaster.desk.keeping.errors import LedgerError, ledger_error, plainly
from copytaster.desk.keeping.saving import commit
from copytaster.desk.keeping.strays import half_beside
from copytaster.desk.ledger.ledger import FILE_NAME, open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARKS = """
SELECT id, guid, slug, title, verdict, flagged, read, note,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM tags t WHERE t.key = m.key ORDER BY tag))
FROM marks m ORDER BY id
"""
_EVERYTHING = -1  # as a LIMIT


@dataclass(frozen=True, slots=True)
class Condition:
    """How a ledger is: its articles and events, its bytes, and what is wrong with it, if that."""

    articles: int
    events: int
    size: int
    problem: str | None


def condition(folder: Path) -> Condition | None:
    """How the ledger in this folder is; None where there is none yet.

    LedgerError where one may not look at it.
    """
    path = folder / FILE_NAME
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise LedgerError(f"{path}: cannot be looked at: {error.strerror}") from error
    try:
        with closing(open_ledger(folder)) as ledger:
            problem = ledger.check()
        with closing(_reading(path)) as connection:
            articles, events = connection.execute(
                "SELECT (SELECT count(*) FROM marks), (SELECT count(*) FROM events)"
            ).fetchone()
    except (LedgerError, sqlite3.Error) as error:
        return Condition(0, 0, size, str(error).partition(":")[0])
    return Condition(articles, events, size, problem)


def back_up(folder: Path, target: Path) -> None:
    """Copy the ledger, whatever is being written meanwhile; LedgerError where that cannot be.

    The copy takes the place of an older one only once it is found to be whole.
    """
    place = target.resolve()
    if place == (folder / FILE_NAME).resolve():
        raise LedgerError("a backup cannot be the ledger itself")
    half = half_beside(place)
    try:
        with closing(open_ledger(folder)) as ledger:
            ledger.backup(half)
        with closing(_reading(half)) as copy:
            (answer,) = copy.execute("PRAGMA integrity_check").fetchone()
        if answer != "ok":
            raise LedgerError(f"the copy is damaged: {answer}")
        commit(half, place)
    except OSError as error:
        raise LedgerError(f"{target}: cannot be written: {error.strerror}") from error
    except sqlite3.Error as error:
        raise ledger_error(error) from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def decisions(folder: Path) -> Iterator[dict[str, Any]]:
    """Every article that something was decided about, and how it stands, sorted by id."""
    import json

    open_ledger(folder).close()
    with plainly(), closing(_reading(folder / FILE_NAME)) as connection:
        for *told, verdict, flagged, read, note, tags in connection.execute(_MARKS):
            identity = dict(zip(("id", "guid", "slug", "title"), told, strict=True))
            yield identity | {
                "verdict": verdict,
                "flagged": bool(flagged),
                "read": bool(read),
                "tags": json.loads(tags),
                "note": note,
            }


def history(folder: Path) -> Iterator[dict[str, Any]]:
    """Everything that was decided, undone and done again by hand, newest first."""
    with closing(open_ledger(folder)) as ledger:
        yield from map(asdict, ledger.history(_EVERYTHING))


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)
