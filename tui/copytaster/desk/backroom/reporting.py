"""Reports to the screen: relations at once, everything else at most four times a second."""

from __future__ import annotations

import os
import time

from copytaster.desk.words.news import Arrived, Message, Progress, Rescanning, encode

SECONDS = 0.25


class Reporter:
    """The news pipe, seen from the back room. OSError where the other side has gone."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._arrived = 0
        self._told: Progress | None = None
        self._told_at = 0.0

    def send(self, message: Message) -> None:
        """Send one message now."""
        line = memoryview(encode(message))
        while line:
            line = line[os.write(self._pipe, line) :]

    def arrived(self, rows: int) -> None:
        """Note that rows were added, changed or removed."""
        self._arrived += rows

    def rescanning(self) -> None:
        """Say that a rescan begins; how far things are is news again after it."""
        self.send(Rescanning())
        self._told = None

    def hurry(self) -> None:
        """Have the next report told at once: that there is work again, however soon it is done."""
        self._told_at = 0.0

    def tell(self, progress: Progress) -> None:
        """Send what has arrived and how far things are, if it is news and not too soon."""
        now = time.monotonic()
        if now - self._told_at < SECONDS and not self._done(progress) and not progress.note:
            return
        if self._arrived:
            self.send(Arrived(self._arrived))
            self._arrived = 0
        if progress != self._told:
            self.send(progress)
            self._told = progress
            self._told_at = now

    def _done(self, progress: Progress) -> bool:
        """Whether something has come to its end since it was told last."""
        told = self._told
        return told is not None and (
            (told.busy and not progress.busy) or (progress.storied and not told.storied)
        )
