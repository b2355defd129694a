"""The ledger attached to a connection of the catalogue, so that queries join the two.

Only connections that read have it: a write transaction would lock the ledger along with the rest.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.ledger.ledger import FILE_NAME, Ledger, open_ledger
from copytaster.desk.ledger.schema import MIGRATIONS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def attach_ledger(connection: sqlite3.Connection, folder: Path) -> tuple[Ledger | None, str]:
    """Open the ledger of this folder and attach it for reading.

    Where it cannot be opened, an empty one is attached, and the second value says why.
    """
    try:
        ledger = open_ledger(folder)
    except LedgerError as error:
        connection.execute("ATTACH ':memory:' AS ledger")
        for migration in MIGRATIONS:
            for statement in migration.split(";\n"):
                connection.execute(_attached(statement))
        return None, str(error)
    connection.execute("ATTACH ? AS ledger", (os.fspath(folder / FILE_NAME),))
    return ledger, ""


def _attached(statement: str) -> str:
    for begin in ("CREATE TABLE ", "CREATE INDEX ", "ALTER TABLE "):
        statement = statement.replace(begin, f"{begin}ledger.", 1)
    return statement
