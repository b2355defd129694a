"""Where the screen is written, without fuss when the terminal is gone.

Textual writes to stderr in a thread that dies at the first error, after which the program blocks on
a full queue. Here a lost terminal swallows what it is given and says so once.
"""

from __future__ import annotations

import os
import select
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Output:
    """The file that a writer thread of Textual fills: text in, UTF-8 out, one write to a flush."""

    def __init__(self, descriptor: int, on_lost: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._on_lost = on_lost
        self._pending: list[str] = []
        self.lost = False

    def fileno(self) -> int:
        """The descriptor that is written to."""
        return self._descriptor

    def write(self, text: str) -> int:
        """Keep the text for the next flush."""
        self._pending.append(text)
        return len(text)

    def flush(self) -> None:
        """Write all that was kept; a terminal that is gone is reported once, and then ignored."""
        data = "".join(self._pending).encode("utf-8", "replace")
        self._pending.clear()
        while data and not self.lost:
            data = data[self._written(data) :]

    def _written(self, data: bytes) -> int:
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:
            select.select([], [self._descriptor], [], 1.0)
        except OSError:
            self.lost = True
            self._on_lost()
        return 0
