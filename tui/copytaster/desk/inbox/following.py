"""Following: what the program that writes the catalogue has still to read.

Where another one reads these folders, the rows that are there may be a small part of what they
hold: a call that took them for all would leave out the rest without a word. So whoever follows
looks at the folders too, and waits until all that it saw is in the catalogue.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.inbox.inbox import look, scan

SCAN_SLICE = 500
MOST_MISSING = 10_000  # so many are waited for before the look goes on: 200 bytes each
PATIENCE = 60.0  # seconds in which the other has read none of what is missing

Known: TypeAlias = Callable[[bytes], "tuple[int, Seen] | None"]
"""The number of a file that was read before, and how it was then."""


class Following:
    """The files of these places that are not in the catalogue as they are.

    `known` and `files` ask the catalogue: for one file, and how many it has.
    """

    def __init__(self, places: Sequence[Path], known: Known, files: Callable[[], int]) -> None:
        self._known = known
        self._files = files
        self._scan: Iterator[Seen] | None = scan(places)
        self._missing: deque[Seen] = deque()
        self._since = time.monotonic()
        self._read_by_other = files()
        self._note: str | None = None
        self.found = self.read = 0

    @property
    def scanning(self) -> bool:
        """Whether there is more to look at now; with many files missing, later."""
        return self._scan is not None and len(self._missing) < MOST_MISSING

    @property
    def busy(self) -> bool:
        """Whether anything is missing, or may be."""
        return self._scan is not None or bool(self._missing)

    def look_on(self) -> None:
        """Look at the next few hundred files."""
        if self._scan is None or not self.scanning:
            return
        some = list(islice(self._scan, SCAN_SLICE))
        self._missing.extend(seen for seen in some if not self._is_read(seen))
        self._since = time.monotonic()
        self.found += len(some)
        if len(some) < SCAN_SLICE:
            self._scan = None
            self._count()

    def strike_off(self) -> None:
        """Strike off what has been read or has gone; wait no more for what is never read."""
        while self._missing and self._is_read(self._missing[0]):
            self._missing.popleft()
            self._since = time.monotonic()
        self._count()
        if self._missing and time.monotonic() - self._since > PATIENCE:
            self._give_up()

    def note(self) -> str | None:
        """A line for the screen, told once."""
        note, self._note = self._note, None
        return note

    def _give_up(self) -> None:
        files = f"{len(self._missing):,} file{'s' if len(self._missing) > 1 else ''}"
        self._note = f"another program reads these folders, and has not read {files}"
        self._missing.clear()
        self._scan = None

    def _count(self) -> None:
        """What is missing first may be read last: all that is read meanwhile tells of progress."""
        files = self._files()
        if files != self._read_by_other:
            self._read_by_other = files
            self._since = time.monotonic()
        self.read = min(self.found - bool(self._missing), files)

    def _is_read(self, seen: Seen) -> bool:
        """Whether a file is known as it was seen, or as it is by now."""
        known = self._known(seen.path)
        if known and known[1] == seen:
            return True
        now = look(seen.path)
        return now is None or (known is not None and known[1] == now)
