"""The part of the application that hears keys one at a time.

Textual hands a key to the pane that has the focus when the key arrives, and the key then climbs
from pane to screen to application, one queue after another, before its command runs. A key typed
right behind it sets out before that: in `x y`, the answer would go to the list instead of the
question that `x` asks. Here the second waits until the first has been heard to the end.

A terminal sends Alt and a key as it sends Esc and that key in one piece, as happens on slow lines.
Where nothing is bound to the one, the other is heard.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event, Key
from textual.widgets import Input

from copytaster.keyboard import begins

HEARD_AT_LATEST = 0.5
"""Seconds after which the next key is heard all the same: a pane may end with a key on its way."""
_ALT = "alt+"
_BY_WORDS = {"alt+f": "ctrl+right", "alt+b": "ctrl+left"}
"""What a line that is typed into makes of keys with Alt, as shells do."""


class AttentiveApp(App[str]):
    """An application to which keys can be typed ahead."""

    def __init__(self, driver: type[Driver] | None) -> None:
        super().__init__(driver_class=driver)
        self._waiting: deque[Key] = deque()
        self._heard_since: float | None = None

    async def hear_key(self, key: Key) -> None:
        """Send a key on its way; subclasses may make another of it, or none."""
        await super().on_event(key)

    async def on_event(self, event: Event) -> None:
        """A key waits for the one before it."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_hearing():
            self._waiting.append(event)
            self.set_timer(HEARD_AT_LATEST, self._go_on)
        else:
            self._waiting.append(event)
            await self._hear_next()

    def _is_hearing(self) -> bool:
        since = self._heard_since
        return since is not None and monotonic() - since < HEARD_AT_LATEST

    async def _hear_next(self) -> None:
        if not self._waiting:
            return
        self._heard_since = monotonic()
        target: DOMNode = self.focused or self.screen
        await self.hear_key(self._next_key())
        self._follow(target)

    def _next_key(self) -> Key:
        """The key that is the next, or the first of the two that it is."""
        key = self._waiting.popleft()
        if key.character is None or not key.key.startswith(_ALT) or self._is_bound(key.key):
            return key
        if key.key in _BY_WORDS and isinstance(self.focused, Input):
            return Key(_BY_WORDS[key.key], None)
        name = key.character if key.character.isalnum() else key.key.removeprefix(_ALT)
        self._waiting.appendleft(Key(name, key.character))
        return Key("escape", "\x1b")

    def _is_bound(self, key: str) -> bool:
        bound = self.screen.active_bindings
        return key in bound or any(begins(key, longer) for longer in bound)

    def _follow(self, place: DOMNode) -> None:
        """Come after the key through the queue of a pane, of all that holds it, and of this."""
        if place is self or place.parent is None:
            self.call_later(self._heard)
        elif not place.call_later(self._follow, place.parent):
            self._follow(place.parent)

    async def _heard(self) -> None:
        self._heard_since = None
        await self._hear_next()

    async def _go_on(self) -> None:
        """Hear what waits behind a key of which nothing more was heard."""
        if not self._is_hearing():
            await self._hear_next()
