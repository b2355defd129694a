"""Noticing that another process has written to a database, for the price of one pragma."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from copytaster.desk.keeping.there import is_there


class DatabaseWatch:
    """Tells whether a database was written to by any other connection since it was asked last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._version: int | None = None

    def changed(self) -> bool:
        """Whether it was; never where there is no database."""
        try:
            version = self._data_version()
        except sqlite3.Error:
            return False
        changed = self._version is not None and version != self._version
        self._version = version
        return changed

    def _data_version(self) -> int | None:
        if self._connection is None:
            if not is_there(self._path):
                return None
            self._connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)
