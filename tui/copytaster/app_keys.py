"""The part of the application that hears keys one at a time.

Textual hands a key to the pane that has the focus when the key arrives, and the key then climbs
from pane to screen to application, one queue after another, before its command runs. A key typed
right behind it sets out before that: in `x y`, the answer would go to the list instead of the
question that `x` asks. Here the second waits until the first has been heard to the end.

A deed that waits for a ledger that another program holds, holds the keys behind it: each then finds
what it was meant for. Esc gives it up.

A terminal sends Alt and a key as it sends Esc and that key in one piece, as happens on slow lines.
Where nothing is bound to the one, the other is heard.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event, Key
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from copytaster.keyboard import begins

LOOKED_AFTER = 0.5
"""Seconds between two looks at a key that others wait for."""
MOST_LOOKS = 20
"""Looks after which a key is given up, and the keys behind it with it: what they were meant for is
not known. Looks are counted and not seconds, of which an editor takes any number."""
_ALT = "alt+"
_BY_WORDS = {"alt+f": "ctrl+right", "alt+b": "ctrl+left"}
"""What a line that is typed into makes of keys with Alt, as shells do."""


class AttentiveApp(App[str]):
    """An application to which keys can be typed ahead."""

    def __init__(self, driver: type[Driver] | None) -> None:
        super().__init__(driver_class=driver)
        self._waiting: deque[Key] = deque()
        self._is_hearing = False
        self._heard_on: Screen[object] | None = None
        self._echoes = False
        self._journey = 0
        self._lookout: Timer | None = None
        self._looks = 0
        self._give_up: Callable[[], None] | None = None

    def hold_keys(self, give_up: Callable[[], None]) -> None:
        """Hear no key until they are let go; Esc calls `give_up`."""
        self._give_up = give_up

    async def let_keys_go(self, *, forgotten: bool) -> None:
        """Hear the keys that came meanwhile, or, where it came to nothing, forget them."""
        self._give_up = None
        if forgotten:
            self._waiting.clear()
        if self._is_hearing:
            self._follow(self.focused or self.screen, self._journey)
        else:
            await self._hear_next()

    async def hear_key(self, key: Key) -> None:
        """Send a key on its way; subclasses may make another of it, or none."""
        await super().on_event(key)

    async def on_event(self, event: Event) -> None:
        """A key waits for the one before it."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._give_up is not None and event.key == "escape":
            self._give_up()
            return
        self._waiting.append(event)
        if self._give_up is not None:
            return
        if not self._is_hearing:
            await self._hear_next()
        elif self._lookout is None:
            self._lookout = self.set_interval(LOOKED_AFTER, self._look_after)

    async def _hear_next(self) -> None:
        if not self._waiting or not self.screen_stack:
            self._rest()
            return
        self._looks = 0
        self._heard_on = self.screen
        self._echoes = isinstance(self.focused, Input)
        self._is_hearing = True
        self._journey += 1
        target: DOMNode = self.focused or self.screen
        await self.hear_key(self._next_key())
        self._follow(target, self._journey)

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

    def _follow(self, place: DOMNode, journey: int) -> None:
        """Come after the key through the queue of a pane, of all that holds it, and of this.

        The application's own queue is gone through twice: commands run there, and what one says of
        itself (that it has to wait) comes behind it.
        """
        if journey != self._journey:
            return
        if place is self or place.parent is None:
            self.call_later(self.call_later, self._heard, journey)
        elif not place.call_later(self._follow, place.parent, journey):
            self._follow(place.parent, journey)

    async def _heard(self, journey: int) -> None:
        """The key has acted, and the next is heard after what that set off.

        A screen that it opened has to be up, and a line that it ended to have been understood.
        Where it ended the program, no screen is left.
        """
        if journey != self._journey or not self.screen_stack or self._give_up is not None:
            return
        if self.screen is not self._heard_on or self._echoes:
            self._heard_on, self._echoes = self.screen, False
            self._follow(self.focused or self.screen, journey)
        else:
            await self._hear_next()

    def _look_after(self) -> None:
        self._looks += self._give_up is None
        if self._looks >= MOST_LOOKS:
            self._waiting.clear()
            self._journey += 1
            self._rest()

    def _rest(self) -> None:
        self._is_hearing = False
        if self._lookout is not None:
            self._lookout.stop()
            self._lookout = None
