"""The tables of the ledger, its version, and how an older one is brought up to date.

Unlike the catalogue the ledger cannot be made again, so it migrates: `MIGRATIONS[n]` takes a ledger
of version n to version n + 1, and opening runs those that are missing in one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.keeping.transaction import transaction
from copytaster.desk.ledger import hits, readings, ties

if TYPE_CHECKING:
    import sqlite3

TABLES = """
CREATE TABLE marks (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    guid TEXT,
    slug TEXT,
    title TEXT NOT NULL,
    verdict TEXT,
    flagged INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    note TEXT
);
CREATE INDEX marks_by_guid ON marks (guid) WHERE guid IS NOT NULL;
CREATE INDEX marks_by_slug ON marks (slug) WHERE slug IS NOT NULL;
CREATE INDEX marks_by_verdict ON marks (verdict) WHERE verdict IS NOT NULL;
CREATE INDEX marks_flagged ON marks (flagged) WHERE flagged;
CREATE TABLE tags (key INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (key, tag)) WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (tag);
CREATE TABLE steps (
    step INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    by_hand INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'done'
);
CREATE INDEX steps_by_state ON steps (state, step) WHERE by_hand;
CREATE TABLE changes (
    step INTEGER NOT NULL,
    key INTEGER NOT NULL,
    field TEXT NOT NULL,
    before,
    after,
    PRIMARY KEY (step, key, field)
) WITHOUT ROWID;
CREATE TABLE events (
    event INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at REAL NOT NULL,
    user TEXT NOT NULL,
    host TEXT NOT NULL,
    session TEXT NOT NULL
);
"""

MIGRATIONS: tuple[str, ...] = (TABLES, ties.TABLE, readings.TABLE, hits.TABLE)


def bring_up_to_date(
    connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS
) -> None:
    """Run the migrations that this ledger lacks; LedgerError where a newer program wrote it."""
    version = version_of(connection)
    if version == len(migrations):
        return
    if version > len(migrations):
        raise LedgerError("the ledger was written by a newer copytaster; this one leaves it alone")
    with transaction(connection, "EXCLUSIVE"):
        for migration in migrations[version_of(connection) :]:
            for statement in migration.split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def version_of(connection: sqlite3.Connection) -> int:
    """The version that the ledger is of, 0 for an empty file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
