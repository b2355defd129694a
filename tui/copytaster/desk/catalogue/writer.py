"""The only writer of a catalogue.

A file is filed whole or in parts as its articles are parsed, in batches, each one transaction with
one change number. A row keeps its number as long as its file has an article at that place.
"""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from copytaster.desk.catalogue.entries import Entry, key_of
from copytaster.desk.catalogue.rewriting import is_version
from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.keeping.transaction import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.words.rows import Recall

AHEAD_AT_MOST = 2 * 24 * 3600.0
"""How far ahead of the clock an article may stand; a wrong date never pins it on top for good."""
_APART = ("key", "moment", "article")
_COLUMNS = tuple(field.name for field in fields(Entry) if field.name not in _APART)
_OWN = ("file", "key", "title_key", "source_key", "dated", "moment", "arrived", "change")
_FILED = (*_COLUMNS, *_OWN)
_FILE_ENTRY = (
    f"INSERT INTO articles ({', '.join(_FILED)}) VALUES ({', '.join('?' * len(_FILED))})"  # noqa: S608
    " ON CONFLICT (file, part) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _FILED)
    + " RETURNING number"
)

_AS_BEFORE = (
    "SELECT number, key, article FROM articles JOIN texts USING (number)"
    " WHERE file = ? AND part = ? AND key != ?"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """Entries of one file, a run of them where it has many.

    `parts` counts all of its entries so far, with these; `last` where no more follow.
    """

    seen: Seen
    entries: tuple[Entry, ...]
    parts: int
    last: bool = True


class CatalogueWriter:
    """The writer of one catalogue. sqlite3.Error where the disk does not take it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._connection = catalogue.connection

    def known(self, path: bytes) -> tuple[int, Seen] | None:
        """The number of a file that was read before, and how it was then."""
        found = self._connection.execute(
            "SELECT file, path, size, modified, inode FROM files WHERE path = ?", (path,)
        ).fetchone()
        return (found[0], Seen(*found[1:])) if found else None

    def files(self) -> dict[int, bytes]:
        """Every file that the catalogue knows, by number."""
        return dict(self._connection.execute("SELECT file, path FROM files"))

    def file(self, batch: Iterable[Parsed]) -> int:
        """File what was parsed, in one transaction; how many rows were written or removed."""
        with self._change() as change:
            return sum(self._file_one(parsed, change) for parsed in batch)

    def remove(self, paths: Sequence[bytes]) -> int:
        """Remove files that have vanished, with their rows; how many rows went."""
        with self._change() as change:
            return sum(self._remove_one(path, change) for path in paths)

    def mounts(self) -> set[str]:
        """The places that were mount points when they were looked at last."""
        found = self._connection.execute("SELECT value FROM meta WHERE name = 'mounts'").fetchone()
        return set(json.loads(found[0])) if found else set()

    def note_mounts(self, places: Set[str]) -> None:
        """Remember which places are mount points."""
        if places != self.mounts():
            with transaction(self._connection):
                self._connection.execute(
                    "INSERT OR REPLACE INTO meta VALUES ('mounts', ?)",
                    (json.dumps(sorted(places)),),
                )

    def note_stories(self, stories: Mapping[int, int | None]) -> int:
        """Write the story of each of these rows, by row number, None for none; how many they are.

        This is no change of the articles: indexes and orders need not look at them again.
        """
        fresh = [(story, number) for number, story in stories.items()]
        with transaction(self._connection):
            self._connection.executemany("UPDATE articles SET story = ? WHERE number = ?", fresh)
        return len(fresh)

    def note_recalls(self, recalls: Sequence[Recall], gone: Iterable[int], upto: int) -> None:
        """Write all that these items recall, as of change `upto`; rows `gone` are in no recall."""
        execute = self._connection.executemany
        with transaction(self._connection):
            execute("DELETE FROM recalls WHERE recall = ?1 OR target = ?1", ((n,) for n in gone))
            execute("DELETE FROM recalls WHERE recall = ?", ((each.recall,) for each in recalls))
            execute(
                "INSERT OR REPLACE INTO recalls VALUES (?, ?, ?, ?)",
                ((each.recall, each.target, each.kind, each.way) for each in recalls),
            )
            self._connection.execute("UPDATE meta SET value = ? WHERE name = 'recalled'", (upto,))

    @contextmanager
    def _change(self) -> Iterator[int]:
        with transaction(self._connection):
            (change,) = self._connection.execute(
                "UPDATE meta SET value = value + 1 WHERE name = 'change' RETURNING value"
            ).fetchone()
            yield change

    def _file_one(self, parsed: Parsed, change: int) -> int:
        file = self._note_file(parsed)
        arrived = parsed.seen.modified / 1e9
        for entry in parsed.entries:
            self._file_entry(entry, file, arrived, change)
        written = len(parsed.entries)
        if parsed.last:
            written += self._cut(file, parsed.parts, change)
        return written

    def _note_file(self, parsed: Parsed) -> int:
        """The number of the file; an unfinished one is noted with size -1, to be read again."""
        seen = parsed.seen
        size = seen.size if parsed.last else -1
        (file,) = self._connection.execute(
            "INSERT INTO files (path, size, modified, inode) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,"
            " inode = excluded.inode RETURNING file",
            (seen.path, size, seen.modified, seen.inode),
        ).fetchone()
        return int(file)

    def _file_entry(self, entry: Entry, file: int, arrived: float, change: int) -> None:
        columns = tuple(getattr(entry, name) for name in _COLUMNS)
        moment = arrived if entry.moment is None or _absurd(entry.moment) else entry.moment
        dated = entry.moment is not None
        title, source = entry.title.casefold(), entry.source and entry.source.casefold()
        key = key_of(entry.id) if entry.key is None else entry.key
        own = (file, key, title, source, dated, moment, arrived, change)
        self._note_rewriting(entry, file, key)
        (number,) = self._connection.execute(_FILE_ENTRY, columns + own).fetchone()
        if entry.article is None:
            self._connection.execute("DELETE FROM texts WHERE number = ?", (number,))
        else:
            self._connection.execute(
                "INSERT OR REPLACE INTO texts VALUES (?, ?)", (number, entry.article)
            )

    def _note_rewriting(self, entry: Entry, file: int, key: int) -> None:
        """Where a file tells otherwise what it told before, keep by which key that is known."""
        found = self._connection.execute(_AS_BEFORE, (file, entry.part, key)).fetchone()
        if found and entry.article and is_version(found[2], entry.article):
            self._connection.execute("INSERT OR IGNORE INTO rewritten VALUES (?, ?)", found[:2])

    def _cut(self, file: int, end: int, change: int) -> int:
        """Remove the rows of a file from the part `end` on; how many."""
        span = (file, end)
        rows = self._connection.execute(
            "SELECT number FROM articles WHERE file = ? AND part >= ?", span
        ).fetchall()
        if rows:
            for table in ("texts", "rewritten"):
                self._connection.executemany(f"DELETE FROM {table} WHERE number = ?", rows)  # noqa: S608
            self._connection.execute("DELETE FROM articles WHERE file = ? AND part >= ?", span)
            self._connection.executemany(
                "INSERT OR REPLACE INTO gone VALUES (?, ?)", ((n, change) for (n,) in rows)
            )
        return len(rows)

    def _remove_one(self, path: bytes, change: int) -> int:
        found = self._connection.execute(
            "SELECT file FROM files WHERE path = ?", (path,)
        ).fetchone()
        if not found:
            return 0
        removed = self._cut(found[0], 0, change)
        self._connection.execute("DELETE FROM files WHERE file = ?", found)
        return removed


def _absurd(moment: float) -> bool:
    return moment > time.time() + AHEAD_AT_MOST
