"""The live inbox: hears from the system which files come, change and go.

The watching itself is done by the library watchfiles (inotify, FSEvents, or polling for network
file systems) in a thread that only collects paths and rings a pipe. Each folder is watched by
itself, since the library would follow links out of the inbox; after a new one the watch is renewed.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from copytaster.desk.inbox.inbox import folders_to_watch
from copytaster.desk.keeping.there import is_there

DEBOUNCE_MS = 250
STEP_MS = 50


class Watch:
    """A watch on some places. `pipe` becomes readable when there are paths to take, or it failed.

    It may fail at any time: over a name that is no UTF-8 (watchfiles 1.2 does, whoever opens such a
    file), a folder that went in that moment, or a limit of the system.
    """

    def __init__(self, places: Sequence[Path], *, poll: bool) -> None:
        self.pipe, self._ring = os.pipe()
        os.set_blocking(self.pipe, False)
        os.set_blocking(self._ring, False)
        self._paths: set[bytes] = set()
        self._failure: str | None = None
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._places = [place for place in places if is_there(place)]
        threading.Thread(target=self._listen, args=(poll,), daemon=True).start()

    def take(self) -> set[bytes]:
        """The paths that something happened to since; they need not be files any more."""
        with suppress(BlockingIOError):
            os.read(self.pipe, 1 << 16)
        with self._lock:
            paths, self._paths = self._paths, set()
        return paths

    def failure(self) -> str | None:
        """Why nothing is watched any more; None as long as something is."""
        return self._failure

    def close(self) -> None:
        """Stop watching; the thread ends by itself within moments."""
        with self._lock:
            self._stop.set()
            os.close(self.pipe)
            os.close(self._ring)

    def _listen(self, poll: bool) -> None:
        try:
            for changes in self._changes(poll):
                self._collect(os.fsencode(path) for _, path in changes)
        except (OSError, RuntimeError) as error:
            self._failure = str(error)
            self._collect(())

    def _changes(self, poll: bool) -> Iterable[Iterable[tuple[object, str]]]:
        from watchfiles import watch

        if not self._places:
            return ()
        return watch(
            *map(os.fsdecode, folders_to_watch(self._places)),
            recursive=False,
            watch_filter=None,
            debounce=DEBOUNCE_MS,
            step=STEP_MS,
            stop_event=self._stop,
            force_polling=poll or None,
            raise_interrupt=False,
        )

    def _collect(self, paths: Iterable[bytes]) -> None:
        with self._lock, suppress(BlockingIOError):
            if not self._stop.is_set():
                self._paths.update(paths)
                os.write(self._ring, b"!")
