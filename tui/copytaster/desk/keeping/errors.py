"""The one small tree of exceptions of the desk; expected failures are returned, not raised."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

HELD = "another program is writing to it"
_DAMAGED = "the ledger is damaged: see `copytaster ledger check`; nothing was changed"


class DeskError(Exception):
    """Something that the desk cannot go on with."""


class LedgerError(DeskError):
    """The ledger cannot be opened or written; the text says why in plain words."""


class LedgerBusy(LedgerError):  # noqa: N818 - nothing is wrong with it
    """Another program is writing to the ledger; a later try may succeed."""


def ledger_error(error: sqlite3.Error) -> LedgerError:
    """What a failure of the database is to who uses the ledger."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return LedgerBusy(f"the ledger is busy: {HELD}; nothing was changed")
    return LedgerError(_plain_reason(message))


def _plain_reason(message: str) -> str:
    """Why the ledger did not take something, in words for the status line."""
    if "full" in message:
        return "the disk is full: the ledger could not be written; nothing was changed"
    if "readonly" in message or "read-only" in message:
        return "the ledger is read-only; nothing was changed"
    if "malformed" in message or "not a database" in message:
        return _DAMAGED
    return f"the ledger could not be used ({message}); nothing was changed"


def plain_trouble(error: Exception) -> str:
    """Why the cache could not be used, in a few words for the status line."""
    message = str(error)
    if isinstance(error, OSError):
        return (error.strerror or message).lower()
    for sign, words in _TROUBLES.items():
        if sign in message:
            return words
    return f"the cache could not be used ({message})"


_TROUBLES = {
    "full": "the disk is full",
    "readonly": "the cache is read-only",
    "unable to open": "the cache cannot be opened",
    "locked": "the cache is busy: another program holds it",
    "malformed": "the cache is damaged; it is made again",
    "disk I/O": "the disk does not answer",
}


def is_damage(error: Exception) -> bool:
    """Whether a database failed because of what stands in its file.

    Not where it was the disk, another process, or a wrong call.
    """
    import sqlite3

    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, sqlite3.ProgrammingError):
        return False
    return not _is_outside_database(error)


def is_outside(error: Exception) -> bool:
    """Whether it was the disk, another process or a limit of the system, and no fault of ours."""
    import sqlite3

    if isinstance(error, sqlite3.DatabaseError):
        return _is_outside_database(error)
    return isinstance(error, OSError) and error.errno in _OUTSIDE


_OUTSIDE = {
    getattr(errno, name)
    for name in (
        *("ENOSPC", "EDQUOT", "EROFS", "EIO", "ESTALE", "EACCES", "EPERM"),
        *("EMFILE", "ENFILE", "ENOMEM"),
    )
}


def _is_outside_database(error: sqlite3.DatabaseError) -> bool:
    import sqlite3

    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    outside = ("BUSY", "LOCKED", "NOMEM", "READONLY", "INTERRUPT", "IOERR", "FULL", "CANTOPEN")
    return code in {getattr(sqlite3, f"SQLITE_{name}") for name in outside}


@contextmanager
def plainly() -> Iterator[None]:
    """Read from the ledger; whatever a damaged one answers is a LedgerError in plain words.

    Where the schema is damaged, `sqlite3` fails on its own message, with a UnicodeDecodeError.
    """
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise ledger_error(error) from error
    except (ValueError, TypeError) as error:
        raise LedgerError(_DAMAGED) from error
