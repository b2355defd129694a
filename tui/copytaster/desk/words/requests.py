"""What the screen asks of the back room, one JSON object a line, the newest questions first."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REMEMBERED = 400
_CHUNK = 1 << 16


class Questions:
    """Rows about which one thing is asked; the oldest are forgotten."""

    def __init__(self) -> None:
        self._rows: dict[int, None] = {}

    def __bool__(self) -> bool:
        return bool(self._rows)

    def ask(self, rows: Sequence[int]) -> None:
        """Put rows before all that were asked for earlier, in their order."""
        for row in reversed(rows):
            self._rows.pop(row, None)
            self._rows[row] = None
        for row in list(self._rows)[: max(0, len(self._rows) - REMEMBERED)]:
            del self._rows[row]

    def prefer(self, rows: Sequence[int]) -> None:
        """Put those of the rows that still wait before all others, in their order."""
        self.ask([row for row in rows if row in self._rows])

    def forget(self, rows: Sequence[int]) -> None:
        """Take back what was asked of rows and is not answered."""
        for row in rows:
            self._rows.pop(row, None)

    def next_row(self) -> int | None:
        """The row that is wanted most, or None; it counts as answered."""
        if not self._rows:
            return None
        row, _ = self._rows.popitem()
        return row


class Requests:
    """The requests on a pipe, read without waiting.

    `related` asks what is related to rows, `nearest` which of those asked for come first,
    `whats_new` what of the articles of rows is new, `stories` for the pages of stories, by their
    numbers, and `left` takes those back that nobody looks at any more.
    """

    def __init__(self, pipe: int) -> None:
        os.set_blocking(pipe, False)
        self.pipe = pipe
        self.ended = False
        self.related = Questions()
        self.whats_new = Questions()
        self.stories = Questions()
        self._heard = bytearray()
        self._rescans = 0
        self._looked_into: list[str] = []
        self._left: list[int] = []

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
            self._looked_into += request.get("basket", [])
            self.related.ask(request.get("related", []))
            self.related.prefer(request.get("nearest", []))
            self.whats_new.ask(request.get("whats_new", []))
            self._leave(request.get("left", []))
            self.stories.ask(request.get("stories", []))

    def _leave(self, stories: list[int]) -> None:
        self.stories.forget(stories)
        self._left += stories

    def take_left(self) -> list[int]:
        """The stories whose pages were closed since."""
        left, self._left = self._left, []
        return left

    def take_rescans(self) -> int:
        """How many rescans were asked for; they count as begun from now on."""
        wanted, self._rescans = self._rescans, 0
        return wanted

    def take_baskets(self) -> list[str]:
        """The queries of the baskets that were looked into since."""
        queries, self._looked_into = self._looked_into, []
        return queries

    @property
    def waiting(self) -> bool:
        """Whether a question is open."""
        return bool(self.related or self.whats_new or self.stories)
