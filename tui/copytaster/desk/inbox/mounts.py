"""Places that are not there now: whose files have not vanished, but cannot be seen.

A file system that is unmounted leaves an empty folder behind. So it is remembered, beside the
articles, which places were mount points when they were seen last.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copytaster.desk.keeping.there import is_there

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from copytaster.desk.catalogue.writer import CatalogueWriter


class Mounts:
    """Which of these places are away."""

    def __init__(self, places: Sequence[Path], writer: CatalogueWriter) -> None:
        self._places = places
        self._writer = writer

    def away(self) -> list[bytes]:
        """The places that do not exist, and those that are mount points no longer."""
        known = self._writer.mounts()
        mounted = {place for place in self._places if place.is_mount()}
        away = [
            place
            for place in self._places
            if not is_there(place) or (os.fspath(place) in known and place not in mounted)
        ]
        self._writer.note_mounts(
            {os.fspath(place) for place in (*mounted, *away)} & {*known, *map(os.fspath, mounted)}
        )
        return [os.fsencode(place.absolute()) for place in away]
