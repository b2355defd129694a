"""Reports to the screen: relations at once, everything else at most four times a second.

What is new in the rows in sight, a large screen has sixty of them, is answered one by one; each
answer sent by itself woke the screen, which cost it 30 ms of CPU for every article that came.
"""

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
        self._held = bytearray()
        self._sent_at = 0.0

    def send(self, *messages: Message) -> None:
        """Send messages now, behind those that are held; without one, nothing."""
        if messages:
            self._held += b"".join(map(encode, messages))
            self.flush()

    def send_soon(self, message: Message) -> None:
        """Send one message with others like it: the first at once, more after a moment."""
        self._held += encode(message)
        if time.monotonic() - self._sent_at >= SECONDS:
            self.flush()

    def flush(self) -> None:
        """Send what is held, in one piece as far as the pipe takes it."""
        if not self._held:
            return
        lines, self._held = memoryview(bytes(self._held)), bytearray()
        self._sent_at = time.monotonic()
        while lines:
            lines = lines[os.write(self._pipe, lines) :]

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
        if now - self._told_at >= SECONDS or self._done(progress) or progress.note:
            self._tell(progress, now)
        if now - self._sent_at >= SECONDS:
            self.flush()

    def _tell(self, progress: Progress, now: float) -> None:
        """After what arrived it always says whether all of it is indexed."""
        if self._arrived:
            self.send(Arrived(self._arrived), progress)
        elif progress != self._told:
            self.send(progress)
        else:
            return
        self._arrived, self._told, self._told_at = 0, progress, now

    def _done(self, progress: Progress) -> bool:
        """Whether something has come to its end since it was told last."""
        told = self._told
        return told is not None and (
            (told.busy and not progress.busy) or (progress.storied and not told.storied)
        )
