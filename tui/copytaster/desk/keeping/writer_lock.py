"""One back room writes a catalogue; the lock that decides which goes with its process."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

FILE_NAME = "writer.lock"


class WriterLock:
    """The lock on a catalogue's folder, held until the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / FILE_NAME, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        self.held = False

    def take(self) -> bool:
        """Try to take the lock, without waiting; whether it is held now."""
        if not self.held:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return False
            self.held = True
        return True
