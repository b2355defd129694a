"""Deeds that have to wait: another program is writing to the ledger.

A script holds it for milliseconds, and a first short try gets by. Where it is held for longer, the
screen lives on, says what it waits for, and tries again; keys typed meanwhile are held back, so
that each finds what it was meant for. Esc, or the end of all patience, gives the deed up.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from textual.message import Message

from copytaster.desk.keeping.errors import HELD
from copytaster.desk.words.rows import Deed
from copytaster.screens.reading.desk_screen import DeskScreen

PATIENCE = 10.0
"""Seconds after which a deed is given up."""
EVERY = 0.1
"""Seconds between two tries, each of which takes what `limit_patience` says at most."""
WAITS = f"waiting for the ledger: {HELD}; Esc gives up"
GIVEN_UP = "given up; nothing was changed"

Do: TypeAlias = Callable[[], Deed | None]
Then: TypeAlias = Callable[[Deed | None], None]


@dataclass(frozen=True, slots=True, eq=False)
class Wait:
    """A deed that waits: what is tried, what follows from it, and until when (monotonic)."""

    do: Do
    then: Then
    end: float


class Patience(DeskScreen):
    """Does what is written to the ledger, now or as soon as others let it."""

    _wait: Wait | None = None

    @dataclass
    class Held(Message):
        """A deed waits: no key may be heard before it is done; Esc calls `give_up`."""

        give_up: Callable[[], None]

    @dataclass
    class Done(Message):
        """It is done, or was given up, and keys typed behind it with it."""

        given_up: bool

    @property
    def waits(self) -> bool:
        """Whether a deed is on its way."""
        return self._wait is not None

    def patiently(self, do: Do, then: Then) -> None:
        """Do it, and then what follows from it; `do` is called again where it came too early."""
        deed = do()
        if deed is None or not deed.early:
            then(deed)
            return
        self.message = WAITS
        self._wait = Wait(do, then, time.monotonic() + PATIENCE)
        self.app.post_message(self.Held(self._give_up))
        self._try_later(self._wait)

    def _try_later(self, wait: Wait) -> None:
        self.set_timer(EVERY, lambda: self._try_again(wait))

    def _try_again(self, wait: Wait) -> None:
        if self._wait is not wait:
            return
        deed = wait.do()
        if deed is not None and deed.early and time.monotonic() < wait.end:
            self._try_later(wait)
            return
        self._stop(given_up=deed is not None and deed.failed)
        wait.then(deed)

    def _give_up(self) -> None:
        self._stop(given_up=True)
        self.message = GIVEN_UP

    def _stop(self, *, given_up: bool) -> None:
        self._wait = None
        self.app.post_message(self.Done(given_up))
