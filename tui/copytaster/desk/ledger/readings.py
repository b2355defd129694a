"""What was really read: how far into each article, and the text up to there.

Read is what was open and scrolled past. It is kept in the ledger, so that a sentence is known again
in another take when the file of the first has gone or was overwritten. It is no step: nothing takes
it back but marking the article as unread. Bounded: the last three thousand articles, twenty
thousand characters of each; an article of 500 words takes 1.4 kB.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from copytaster.wire.article import Article

TABLE = """
CREATE TABLE readings (
    key INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    source TEXT,
    take TEXT,
    letters INTEGER NOT NULL,
    text BLOB NOT NULL
);
CREATE INDEX readings_by_time ON readings (at)
"""

MOST_ARTICLES = 3_000
MOST_CHARACTERS = 20_000
SAME_SLUG_SECONDS = 2 * 86_400
_NOTE = """
INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
    at = excluded.at, source = excluded.source, take = excluded.take,
    letters = excluded.letters, text = excluded.text
    WHERE excluded.letters > letters
"""
_DROP_OLD = """
DELETE FROM readings WHERE at < (SELECT at FROM readings ORDER BY at DESC LIMIT 1 OFFSET ?)
"""
_READ = """
SELECT r.key, r.at, r.source, r.take, m.title, r.letters, r.text
FROM readings r JOIN marks m ON m.key = r.key
WHERE m.read AND (r.key IN (SELECT value FROM json_each(:keys)) OR m.guid = :guid
    OR (m.slug = :slug AND r.at > (SELECT max(at) FROM readings) - :recent))
ORDER BY r.at
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one article: up to which letter of its story (blanks do not count).

    `at` is when, in seconds since 1970; `text` is what was read, a paragraph a line.
    """

    key: int
    at: float
    source: str | None
    take: str | None
    title: str
    letters: int
    text: str


@dataclass(frozen=True, slots=True)
class Like:
    """What the readings are to be of: articles by their keys, an item by its guid or its slug."""

    keys: Sequence[int]
    guid: str | None = None
    slug: str | None = None


def reading_of(article: Article, letters: int, at: float) -> Reading:
    """The reading of an article up to so many letters; its text ends with a whole sentence."""
    from copytaster.desk.catalogue.entries import ledger_key
    from copytaster.stories.comparing.places import told_up_to

    text = told_up_to(article, letters)
    key, source, take = ledger_key(article), article.source, article.take
    return Reading(key, at, source, take, article.title, letters, text)


def write_reading(connection: sqlite3.Connection, reading: Reading) -> bool:
    """Keep a reading of a marked article, if it went deeper than before; whether it did."""
    text = zlib.compress(reading.text[:MOST_CHARACTERS].encode("utf-8", "replace"))
    row = (reading.key, reading.at, reading.source, reading.take, reading.letters, text)
    noted = connection.execute(_NOTE, row).rowcount > 0
    connection.execute(_DROP_OLD, (MOST_ARTICLES - 1,))
    return noted


def read_readings(connection: sqlite3.Connection, like: Like) -> Iterator[Reading]:
    """What was read of these articles, and of others of the same item, in order of reading.

    An article that was marked as unread since does not count.
    """
    values = {
        "keys": json.dumps(list(like.keys)),
        "guid": like.guid,
        "slug": like.slug,
        "recent": SAME_SLUG_SECONDS,
    }
    for key, at, source, take, title, letters, packed in connection.execute(_READ, values):
        try:
            text = zlib.decompress(packed).decode()
        except (zlib.error, UnicodeDecodeError):
            continue
        yield Reading(key, at, source, take, title, letters, text)


class Readings:
    """The readings of a ledger's file, for who only reads it: the back room."""

    def __init__(self, ledger: Path) -> None:
        self._path = ledger
        self._connection: sqlite3.Connection | None = None

    def of(self, like: Like) -> list[Reading]:
        """What was read; nothing where there is no ledger that can be read."""
        try:
            return list(read_readings(self._open(), like))
        except sqlite3.Error:
            self._connection = None
            return []

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            uri = f"{self._path.absolute().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(uri, uri=True, timeout=1.0, isolation_level=None)
        return self._connection

    def close(self) -> None:
        """Let go of the database."""
        if self._connection is not None:
            with closing(self._connection):
                self._connection = None
