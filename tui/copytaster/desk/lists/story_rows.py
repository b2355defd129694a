"""One row a story: an order folded so that each story shows once, where its first article stands.

Which story a row belongs to is read as one column, 8 bytes a row, and folded in C: at 100,000 rows
a fold takes some 10 ms of processor time, and the reading of the column, which is done again when
the back room has written, some 60.
"""

from __future__ import annotations

import time
from array import array
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copytaster.desk.catalogue.catalogue import Catalogue

REST = 10.0
"""While files arrive, the stories are read after a rest of so many times what a reading takes."""


class StoryRows:
    """The stories of the rows of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._keys: array[int] = array("q")
        self._sources: dict[int, tuple[tuple[str, int], ...]] = {}
        self._version = -1
        self._rested_at = 0.0

    def folded(self, order: array[int], standing: int | None = None) -> array[int]:
        """The first row of each story, and all rows that are in none.

        A story is shown by the row `standing` where that is one of its rows: it is under the
        cursor, which does not move by itself.
        """
        self._catch_up(max(order, default=0))
        key_of = self._keys.__getitem__
        shown: dict[int, int] = {}
        deque(map(shown.setdefault, map(key_of, order), order), maxlen=0)
        if standing is not None and standing < len(self._keys) and standing in order:
            shown[key_of(standing)] = standing
        return array("q", shown.values())

    def sources(self, story: int) -> tuple[tuple[str, int], ...]:
        """Who tells a story, with how many articles, most first; one without a source is “”."""
        known = self._sources.get(story)
        if known is None:
            known = tuple(
                self._catalogue.connection.execute(
                    "SELECT coalesce(source, ''), count(*) FROM articles WHERE story = ?"
                    " GROUP BY source ORDER BY count(*) DESC, source",
                    (story,),
                )
            )
            self._sources[story] = known
        return known

    def _catch_up(self, last: int) -> None:
        (version,) = self._catalogue.connection.execute("PRAGMA data_version").fetchone()
        stale = version != self._version
        if last >= len(self._keys):
            self._keys.extend(range(-len(self._keys), -last - 1, -1))
        begun = time.monotonic()
        if stale and begun >= self._rested_at:
            self._version = version
            self._read()
            end = time.monotonic()
            self._rested_at = end + REST * (end - begun)

    def _read(self) -> None:
        """The story of a row that is in one, else its own number, negative: a key to fold by."""
        self._sources.clear()
        last = max(len(self._keys) - 1, self._catalogue.last_number())
        keys = array("q", range(0, -last - 1, -1))
        for number, story in self._catalogue.connection.execute(
            "SELECT number, story FROM articles WHERE story IS NOT NULL"
        ):
            keys[number] = story
        self._keys = keys
