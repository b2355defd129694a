"""What the screen asks of the back room, one JSON object a line, the newest questions first."""

from __future__ import annotations

import json
import os

REMEMBERED = 400
_CHUNK = 1 << 16


class Requests:
    """The requests on a pipe, read without waiting."""

    def __init__(self, pipe: int) -> None:
        os.set_blocking(pipe, False)
        self.pipe = pipe
        self.ended = False
        self._heard = bytearray()
        self._rows: dict[int, None] = {}
        self._rescans = 0

    def hear(self) -> None:
        """Read what has come; `ended` where the other side has gone."""
        chunk = os.read(self.pipe, _CHUNK)
        if not chunk:
            self.ended = True
            return
        self._heard += chunk
        *lines, rest = self._heard.split(b"\n")
        self._heard = bytearray(rest)
        for line in lines:
            request = json.loads(line)
            self._rescans += bool(request.get("rescan"))
            self._ask(request.get("related", []))

    def next_row(self) -> int | None:
        """The row whose related stories are wanted most, or None."""
        if not self._rows:
            return None
        row, _ = self._rows.popitem()
        return row

    def take_rescans(self) -> int:
        """How many rescans were asked for; they count as begun from now on."""
        wanted, self._rescans = self._rescans, 0
        return wanted

    def _ask(self, rows: list[int]) -> None:
        """Put rows before all that were asked for earlier, in their order; forget the oldest."""
        for row in reversed(rows):
            self._rows.pop(row, None)
            self._rows[row] = None
        for row in list(self._rows)[: max(0, len(self._rows) - REMEMBERED)]:
            del self._rows[row]

    @property
    def waiting(self) -> bool:
        """Whether a question is open."""
        return bool(self._rows)
