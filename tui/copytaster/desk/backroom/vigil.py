"""The vigil over the inbox: a watch that is doubted, renewed, and made up for.

Files may come between the first look at the folders and the moment the watch stands; so all is
looked at once more soon after. And a system that is flooded loses events, those of new folders
among them, which are then never watched: so after a burst the watch is renewed. (Measured: of
20,000 files in 20 new folders within 10 s, on a loaded machine, 3,007 were lost without this.)
It is renewed too when a place has become another one, as by mounting, and when it has failed: ever
later where it fails again and again, but no later than `LATEST_SECONDS`.
"""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Collection
from pathlib import Path

from copytaster.desk.backroom.errand import Errand
from copytaster.desk.inbox.incoming import BURST
from copytaster.desk.inbox.watching import Watch

SETTLING_SECONDS = 2.0
DOUBT_SECONDS = 3.0
LATEST_SECONDS = 15.0
STEADY_SECONDS = 60.0  # a watch that has stood so long may fail as if it were the first
FAILURES = 3  # in a row, from which on it is told of


class Vigil:
    """The watch of one errand, registered with a selector whose key carries it as data."""

    def __init__(self, errand: Errand, selector: selectors.BaseSelector) -> None:
        self._errand = errand
        self._selector = selector
        self._watch: Watch | None = None
        self._watched: tuple[object, ...] = ()
        self._begun_at = 0.0
        self._failures = 0
        self._note: str | None = None
        self._look_at: float | None = None
        self._renew_at: float | None = None
        if errand.watch:
            self._begin()

    def hear(self, paths: Collection[bytes]) -> None:
        """What changed; soon after a burst, a new folder or a failure, the watch is renewed."""
        if self._watch is not None and (reason := self._watch.failure()):
            self._fail(reason)
        elif len(paths) > BURST or any(map(os.path.isdir, paths)):
            self.doubt()

    def doubt(self, seconds: float = DOUBT_SECONDS) -> None:
        """The watch may not see all: soon it is renewed."""
        if self._renew_at is None:
            self._renew_at = time.monotonic() + seconds

    def note(self) -> str | None:
        """A line for the screen, told once."""
        note, self._note = self._note, None
        return note

    def look_due(self, now: float) -> bool:
        """Whether it is time for another look at everything; told once for each watch."""
        stale = self._watch is not None and self._identities() != self._watched
        if stale or (self._renew_at is not None and now >= self._renew_at):
            self._renew_at = None
            self._begin()
        if self._look_at is None or now < self._look_at:
            return False
        self._look_at = None
        return True

    def _fail(self, reason: str) -> None:
        stood = time.monotonic() - self._begun_at
        self._failures = 1 if stood > STEADY_SECONDS else self._failures + 1
        self.doubt(min(DOUBT_SECONDS * 2.0 ** (self._failures - 1), LATEST_SECONDS))
        if self._failures == FAILURES:
            self._note = f"new files are noticed some seconds late: {reason}"

    def _begin(self) -> None:
        if self._watch is not None:
            self._selector.unregister(self._watch.pipe)
            self._watch.close()
        self._watched = self._identities()
        self._watch = Watch(self._errand.places, poll=self._errand.poll)
        self._selector.register(self._watch.pipe, selectors.EVENT_READ, self._watch)
        self._begun_at = time.monotonic()
        self._look_at = self._begun_at + SETTLING_SECONDS

    def _identities(self) -> tuple[object, ...]:
        """Which folders and files the names of the places stand for now."""
        return tuple(_identity(place) for place in self._errand.places)


def _identity(place: Path) -> tuple[int, int] | None:
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
