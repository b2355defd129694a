"""Incoming: files found, parsed by the workers, and filed in the catalogue in growing batches.

The first rows are filed as soon as they are parsed, for the first screen; later ones by the
thousand. A file that has changed since it was read is read again, one that has gone is removed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.catalogue.writer import CatalogueWriter, Parsed
from copytaster.desk.inbox.inbox import look, scan, wire_paths
from copytaster.desk.inbox.mounts import Mounts
from copytaster.desk.inbox.workers import Worker, Workers

FIRST_BATCH = 40
"""Rows of the first batch: what most screens have room for, so that they are filled at once."""
LARGEST_BATCH = 1_000
BATCH_SECONDS = 0.25
SCAN_SLICE = 500
CROWD = 100
BURST = 500  # paths that changed at once; among so many the system may have lost some


class Incoming:
    """The way of files from these places into the catalogue."""

    def __init__(self, places: Sequence[Path], writer: CatalogueWriter, workers: Workers) -> None:
        self._places = places
        self._writer = writer
        self._workers = workers
        self._scan: Iterator[Seen] | None = None
        self._blind: list[bytes] = []
        self._mounts = Mounts(places, writer)
        self._look_again = False
        self._quiet = False
        self._unseen: dict[int, bytes] = {}
        self._underway: dict[bytes, Seen] = {}
        self._parsed: list[Parsed] = []
        self._rows = 0
        self._batch = FIRST_BATCH
        self._waiting_since = 0.0
        self._note: str | None = None
        self._was_away = False
        self.found = 0
        self.read = 0

    @property
    def scanning(self) -> bool:
        """Whether the folders are being looked through, or are about to be."""
        return self._scan is not None or self._look_again

    def look_again_quietly(self) -> None:
        """Look through the folders once more without counting what is as it was.

        Done once the watch stands, for what came between the first look and the watch.
        """
        if self.scanning:
            self._look_again = True
        else:
            self.rescan(quiet=True)

    @property
    def busy(self) -> bool:
        """Whether anything is being found, parsed or filed."""
        looking = self.scanning and not self._quiet
        return looking or self._workers.busy or bool(self._parsed)

    @property
    def crowded(self) -> bool:
        """Whether so many files wait that all else can wait for them."""
        return self._workers.waiting > CROWD

    def rescan(self, *, quiet: bool = False) -> None:
        """Look through all places from the beginning."""
        self._look_again = False
        self._quiet = quiet
        self._blind = []
        self._scan = scan(self._places, self._blind)
        self._unseen = self._writer.files()
        if not self._workers.busy and not quiet:
            self.found = self.read = 0

    def look_on(self) -> int:
        """Look at the next few hundred files; how many rows went because the look is complete."""
        if self._scan is None and self._look_again:
            self.rescan(quiet=self._workers.busy)
        if self._scan is None:
            return 0
        some = list(islice(self._scan, SCAN_SLICE))
        self._want(some)
        if len(some) == SCAN_SLICE:
            return 0
        self._scan = None
        gone, self._unseen = self._unseen, {}
        away = [*self._blind, *self._mounts.away()]
        missing = sorted(path for path in gone.values() if not _lies_in(path, away))
        self._say_what_stays(away, len(gone) - len(missing))
        return self._writer.remove(missing) if missing else 0

    def touched(self, paths: Collection[bytes]) -> int:
        """Look at what something has happened to; how many rows went with files that are no more.

        A folder, a path that was no file of ours, or very many paths mean a look at everything.
        """
        ours = wire_paths(paths, self._places)
        looks = {path: look(path) for path in ours}
        gone = [path for path, seen in looks.items() if seen is None]
        known = [path for path in gone if self._writer.known(path)]
        self._look_again = self._look_again or len(ours) > BURST or len(known) < len(gone)
        self._want([seen for seen in looks.values() if seen])
        return self._writer.remove(known) if known else 0

    def take(self, worker: Worker) -> None:
        """Take what a worker has parsed."""
        self._add(self._workers.answers(worker))

    def file_due(self) -> int:
        """File what was parsed, if it is enough or has waited long enough; how many rows."""
        self._add(self._workers.tend())
        now = time.monotonic()
        waited = now - self._waiting_since > BATCH_SECONDS or not self._workers.busy
        if not self._parsed or (self._rows < self._batch and not waited):
            return 0
        batch, self._parsed, self._rows = self._parsed, [], 0
        self._batch = min(self._batch * 2, LARGEST_BATCH)
        rows = self._writer.file(batch)
        self._arrive(batch)
        return rows

    def note(self) -> str | None:
        """A line for the screen, told once."""
        note, self._note = self._note, None
        return note

    def _say_what_stays(self, away: Sequence[bytes], files: int) -> None:
        """Say that folders cannot be looked at, once for each time that this begins."""
        unseen = files > 0 or bool(self._blind)
        if unseen and not self._was_away:
            stay = ", its rows stay" if files else ""
            self._note = f"not to be read now{stay}: {os.fsdecode(away[0])}"
        self._was_away = unseen

    def close(self) -> None:
        """End the workers."""
        self._workers.close()

    def _want(self, files: Sequence[Seen]) -> None:
        """Have those files read that are new or not as they were, the newest first."""
        wanted: list[Seen] = []
        for seen in files:
            known = self._writer.known(seen.path)
            if known:
                self._unseen.pop(known[0], None)
            if self._underway.get(seen.path) == seen:
                continue
            if not known or known[1] != seen:
                self.found += 1
                wanted.append(seen)
            elif not self._quiet:
                self.found += 1
                self.read += 1
        wanted.sort(key=lambda seen: (-seen.modified, seen.path))
        self._underway.update((seen.path, seen) for seen in wanted)
        self._workers.read(wanted)

    def _arrive(self, batch: Iterable[Parsed]) -> None:
        """What was filed to its end is not underway any more, unless it has changed since."""
        for parsed in batch:
            if parsed.last and self._underway.get(parsed.seen.path) == parsed.seen:
                del self._underway[parsed.seen.path]

    def _add(self, parsed: Iterable[Parsed]) -> None:
        """Take what was parsed, but not of a file that has changed again since."""
        for each in parsed:
            self.read += each.last
            if self._underway.get(each.seen.path) == each.seen:
                if not self._parsed:
                    self._waiting_since = time.monotonic()
                self._parsed.append(each)
                self._rows += len(each.entries)


def _lies_in(path: bytes, folders: Iterable[bytes]) -> bool:
    return any(path == folder or path.startswith(folder + b"/") for folder in folders)
