"""The catalogue: what the cache knows of the articles of one set of inbox folders.

SQLite in WAL mode, so that the screen reads while the back room writes. This module opens it and
reads it; only `catalogue_writer` writes.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copytaster.desk.catalogue.entries import unpack
from copytaster.desk.catalogue.fulltext import attach_fulltext, is_kept
from copytaster.desk.catalogue.schema import TABLES, VERSION
from copytaster.desk.keeping.errors import DeskError
from copytaster.desk.keeping.folders import make_own, touch_private
from copytaster.desk.keeping.strays import clear_strays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copytaster.wire.article import Article

FILE_NAME = "catalogue.db"
DAMAGED = "damaged"  # an empty file of this name: whoever opens the catalogue next makes it again
WAIT_SECONDS = 10.0
SCREEN_SECONDS = 2.0  # where somebody looks at a screen that is still empty
WAS_DAMAGED = "the catalogue was damaged and is being made again"
WAS_ANOTHER = "the catalogue was of another version and is being made again"
WORDS_WERE_ANOTHERS = "the index of words was of another version and is being made again"
_TEMPORARY = re.compile(r"copytaster-([0-9]+)\..*")
AT_ONCE = 500  # numbers in one IN (…); SQLite takes far more, the statement cache does not


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the catalogue since a change number: rows filed anew, and rows gone."""

    upto: int
    filed: tuple[int, ...]
    gone: tuple[int, ...]


class Catalogue:
    """An open catalogue; one for each thread and process that reads it.

    One that is `temporary` goes with its folder when it is closed.
    """

    def __init__(
        self, connection: sqlite3.Connection, folder: Path, *, temporary: bool = False
    ) -> None:
        self.connection = connection
        self.folder = folder
        self._temporary = temporary

    def change(self) -> int:
        """The number of the last change, 0 for an empty catalogue."""
        (value,) = self.connection.execute(
            "SELECT value FROM meta WHERE name = 'change'"
        ).fetchone()
        return int(value)

    def birth(self) -> str:
        """A name that this catalogue was given when it was made, and no other has."""
        (value,) = self.connection.execute("SELECT value FROM meta WHERE name = 'birth'").fetchone()
        return str(value)

    def count(self) -> int:
        """How many rows there are, problems included."""
        (count,) = self.connection.execute("SELECT count(*) FROM articles").fetchone()
        return int(count)

    def last_number(self) -> int:
        """The highest number of a row, 0 for an empty catalogue."""
        (last,) = self.connection.execute(
            "SELECT coalesce(max(number), 0) FROM articles"
        ).fetchone()
        return int(last)

    def recalled_upto(self) -> int:
        """The change up to which it is known what kills and corrects what."""
        (value,) = self.connection.execute(
            "SELECT value FROM meta WHERE name = 'recalled'"
        ).fetchone()
        return int(value)

    def changes(self, since: int) -> Changes:
        """What was filed, and what has gone, after change `since`."""
        execute = self.connection.execute
        upto = self.change()
        span = (since, upto)
        filed = execute(
            "SELECT number FROM articles WHERE change > ? AND change <= ? ORDER BY change", span
        )
        gone = execute("SELECT number FROM gone WHERE change > ? AND change <= ?", span)
        return Changes(upto, tuple(n for (n,) in filed), tuple(n for (n,) in gone))

    def stories(self) -> dict[int, int]:
        """The story of each row that is in one."""
        return dict(
            self.connection.execute("SELECT number, story FROM articles WHERE story IS NOT NULL")
        )

    def article(self, number: int) -> Article | None:
        """The whole article of a row, or None where it has none or its text is damaged."""
        found = self.connection.execute(
            "SELECT article FROM texts WHERE number = ?", (number,)
        ).fetchone()
        try:
            return unpack(found[0]) if found else None
        except (ValueError, KeyError, TypeError, zlib.error):
            return None

    def articles(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article]]:
        """Rows with their articles, in no order, without those that have none."""
        for some in _batches(numbers):
            for number, packed in self.connection.execute(
                f"SELECT number, article FROM texts WHERE number IN ({_marks(some)})",  # noqa: S608
                some,
            ).fetchall():
                try:
                    yield number, unpack(packed)
                except (ValueError, KeyError, TypeError, zlib.error):
                    continue

    def numbers(self, keys: Sequence[int]) -> dict[int, list[int]]:
        """The rows of each of these keys, several where there are copies of an article."""
        numbers: dict[int, list[int]] = {}
        for some in _batches(keys):
            sql = f"SELECT key, number FROM articles WHERE key IN ({_marks(some)})"  # noqa: S608
            for key, number in self.connection.execute(sql, some):
                numbers.setdefault(key, []).append(number)
        return numbers

    def arrivals(self, numbers: Sequence[int]) -> dict[int, float]:
        """When the file of each row was last written, in seconds since 1970."""
        arrivals: dict[int, float] = {}
        for some in _batches(numbers):
            sql = f"SELECT number, arrived FROM articles WHERE number IN ({_marks(some)})"  # noqa: S608
            arrivals.update(self.connection.execute(sql, some).fetchall())
        return arrivals

    def path(self, number: int) -> Path | None:
        """The file of a row."""
        found = self.connection.execute(
            "SELECT path FROM articles JOIN files USING (file) WHERE number = ?", (number,)
        ).fetchone()
        return Path(os.fsdecode(found[0])) if found else None

    def files(self) -> int:
        """How many files are known, readable or not."""
        (count,) = self.connection.execute("SELECT count(*) FROM files").fetchone()
        return int(count)

    def sources(self) -> list[tuple[str, int]]:
        """Every source with how many articles it has, most first."""
        return self.connection.execute(
            "SELECT source, count(*) AS articles FROM articles WHERE source IS NOT NULL"
            " GROUP BY source ORDER BY articles DESC, source"
        ).fetchall()

    def close(self) -> None:
        """Let go of the database."""
        self.connection.close()
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)


def open_catalogue(folder: Path, *, patience: float = WAIT_SECONDS) -> tuple[Catalogue, str | None]:
    """The catalogue in this folder, made where there is none.

    The second value is a line to show where an old or damaged one was thrown away. OSError or
    sqlite3.Error where the folder cannot be used at all, or others hold it for longer than
    `patience` seconds.
    """
    make_own(folder)
    path = folder / FILE_NAME
    known, has_words = path.exists(), is_kept(folder)
    touch_private(path)
    try:
        connection = _connect(path, patience)
        version = _version(connection)
        if (folder / DAMAGED).exists() or (has_words and not version):
            connection.close()
            return _anew(folder), WAS_DAMAGED
        if known and version not in (0, VERSION):
            connection.close()
            return _anew(folder), WAS_ANOTHER
        _ensure_tables(connection)
        note = WORDS_WERE_ANOTHERS if attach_fulltext(connection, folder) else None
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return _anew(folder), WAS_DAMAGED
    return Catalogue(connection, folder), note


def open_some_catalogue(folder: Path) -> tuple[Catalogue, str | None]:
    """As `open_catalogue`; where that folder cannot be used, in a new temporary one.

    DeskError where there is no room for that either.
    """
    try:
        return open_catalogue(folder, patience=SCREEN_SECONDS)
    except (OSError, sqlite3.Error) as error:
        note = f"nothing is remembered until next time: the cache cannot be used ({error})"
    clear_strays(Path(tempfile.gettempdir()), _TEMPORARY)
    try:
        made = Path(tempfile.mkdtemp(prefix=f"copytaster-{os.getpid()}."))
        catalogue, _ = open_catalogue(made)
    except (OSError, sqlite3.Error) as error:
        raise DeskError(f"no room for a catalogue: {error}") from error
    return Catalogue(catalogue.connection, made, temporary=True), note


def mark_damaged(folder: Path) -> None:
    """Have the catalogue made again by whoever opens it next."""
    touch_private(folder / DAMAGED)


def discard(folder: Path) -> None:
    """Remove the catalogue of this folder, with its side files and whatever was made from it."""
    for path in folder.glob("*"):
        if path.is_file() and path.suffix != ".lock":
            path.unlink(missing_ok=True)


def _anew(folder: Path) -> Catalogue:
    discard(folder)
    touch_private(folder / FILE_NAME)
    connection = _connect(folder / FILE_NAME)
    _ensure_tables(connection)
    attach_fulltext(connection, folder)
    return Catalogue(connection, folder)


def _connect(path: Path, patience: float = WAIT_SECONDS) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _ensure_tables(connection: sqlite3.Connection) -> None:
    if _version(connection) == VERSION:
        connection.execute("SELECT value FROM meta WHERE name = 'change'").fetchone()
        return
    connection.executescript(f"BEGIN EXCLUSIVE; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")


def _batches(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))


def _marks(some: Sequence[int]) -> str:
    return ",".join("?" * len(some))
