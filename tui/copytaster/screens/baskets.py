"""The switcher: all baskets with their counts, one to be looked into, saved or removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from copytaster.desk.lists.baskets import Basket
from copytaster.presentation.baskets import basket_line
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import longest
from copytaster.screens.overlay import Overlay, leaving
from copytaster.widgets.pick_list import PickList, picking

HEADS = (
    ' Baskets   (Enter opens, d removes, Esc closes; " saves a filter)',
    " Baskets  (Enter opens, d removes, Esc closes)",
    " Baskets  (? keys, Esc closes)",
    " Baskets  (Esc closes)",
)


class Wish(StrEnum):
    """What is to be done with a basket."""

    OPEN = "open"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A basket that was chosen, and for what."""

    basket: Basket
    wish: Wish = Wish.OPEN


class BasketList(PickList):
    """One line a basket."""

    BINDINGS: ClassVar[list[BindingType]] = [picking("Open this basket")]

    def __init__(self, baskets: Sequence[Basket], current: int) -> None:
        super().__init__()
        self.baskets = baskets
        self.cursor = current

    @property
    def length(self) -> int:
        """How many baskets there are."""
        return len(self.baskets)

    def line(self, place: int) -> Line:
        """One basket."""
        return basket_line(self.baskets[place])

    def head(self) -> Line:
        """What the keys do."""
        return ((longest(self.outer_size.width, *HEADS), Look.PLAIN),)


class BasketScreen(Overlay[Wanted]):
    """The switcher over the desk; it is left with a basket, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "remove", "Remove this basket", show=False),
        *leaving("apostrophe", "baskets"),
    ]

    def __init__(self, baskets: Sequence[Basket], current: int) -> None:
        super().__init__()
        self._list = BasketList(baskets, current)

    def compose(self) -> ComposeResult:
        """Put up the list."""
        yield self._list

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """It is to be opened."""
        self.dismiss(Wanted(self._list.baskets[event.place]))

    def action_remove(self) -> None:
        """It is to be removed."""
        self.dismiss(Wanted(self._list.baskets[self._list.cursor], Wish.REMOVE))
