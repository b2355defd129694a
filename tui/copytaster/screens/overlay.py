"""What lies over the desk: screens whose keys are told by `?`, and by a line at the foot.

Both are taken from the keys that are bound there, so that they tell no key that is dead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen, ScreenResultType

from copytaster.commands import BY_ID, Command, Room
from copytaster.widgets.key_line import KeyLine

HERE, MOVE = "Here", "Move"
_MOVES = ("move", "page", "first", "last")
_TEXTUALS = frozenset(binding.action for binding in Screen.BINDINGS if isinstance(binding, Binding))


class Cover(ModalScreen[ScreenResultType]):
    """A screen over the desk; where room is scarce it takes all, and nothing shows beside it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]  # noqa: RUF012


class Overlay(Cover[ScreenResultType]):
    """A cover that tells its keys.

    `FOOT` names the actions whose keys a line at the foot tells, with a word or two for each; a
    screen that has them puts up a `KeyLine`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("?,f1", "app.help", "These keys", show=False, id="help")
    ]
    FOOT: ClassVar[dict[str, str]] = {}

    def on_mount(self) -> None:
        """Tell the keys that are bound now."""
        self._tell_keys()

    def on_descendant_focus(self) -> None:
        """A pane has the focus, and with it its own keys are bound.

        A screen that another one covers before it has come up has them only when that one closes.
        """
        self._tell_keys()

    def _tell_keys(self) -> None:
        bound = {command.action: command.keys for command in self.commands()} if self.FOOT else {}
        for line in self.query(KeyLine):
            line.keys = tuple((bound[it], words) for it, words in self.FOOT.items() if it in bound)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here, what only this screen has first."""
        return tuple(sorted(self._commands(), key=lambda each: each.group == MOVE))

    def _commands(self) -> Iterator[Command]:
        keys: dict[str, list[str]] = {}
        words: dict[str, str] = {}
        for key, bound in self.active_bindings.items():
            binding = bound.binding
            if binding.action not in _TEXTUALS:
                keys.setdefault(binding.action, []).append(key)
                known = BY_ID[binding.id].help if binding.id in BY_ID else ""
                words.setdefault(binding.action, binding.description or known)
        for action, does in words.items():
            group = MOVE if action.partition("(")[0] in _MOVES else HERE
            yield Command(action, ",".join(keys[action]), action, does, Room.DESK, group)


def leaving(key: str, id: str) -> tuple[Binding, ...]:
    """The keys that lead back, and `key`, the one of the command `id` that opened the screen."""
    each = (("escape,backspace", "back"), ("q", "leave"), (key, id))
    return tuple(
        Binding(keys, "dismiss", "Back to the desk", show=False, id=name) for keys, name in each
    )
