"""One transaction on a database: all of it, or nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

LOOK_SECONDS = 0.0005
"""Seconds between two looks whether others have done with writing."""


@contextmanager
def transaction(
    connection: sqlite3.Connection, kind: str = "IMMEDIATE", *, patience: float = 0.0
) -> Iterator[None]:
    """Commit what is done within, or, when it raises, take it back.

    Where others are writing, it is tried again for so many seconds of `patience`, beside what the
    connection itself waits. That is best nothing: SQLite looks ever seldomer, up to ten times a
    second, and a script that writes without a pause leaves gaps of a twentieth of a millisecond
    (measured: beside one, a reader waited up to two seconds for its turn).

    A full disk makes SQLite take it back by itself; there is then nothing left to roll back.
    """
    _begin(connection, kind, time.monotonic() + patience)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection, kind: str, until: float) -> None:
    while True:
        try:
            connection.execute(f"BEGIN {kind}")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= until:
                raise
            time.sleep(LOOK_SECONDS)
        else:
            return
