"""The answers that the screen was given about rows, and those that it still waits for.

An answer is kept when the index grows; it is shown while a fresh one is asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Answer = TypeVar("Answer")

AT_HAND = 2_000


class AtHand(Generic[Answer]):
    """Answers by row number, the last two thousand."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, Answer] = OrderedDict()
        self._fresh: set[int] = set()
        self._asked: set[int] = set()

    def get(self, number: int) -> Answer | None:
        """What is known of a row, however old; None where nothing is."""
        return self._known.get(number)

    def wanting(self, numbers: Iterable[int]) -> list[int]:
        """Those of the rows that must be asked for; they count as asked from now on."""
        wanting = [n for n in numbers if n not in self._fresh and n not in self._asked]
        self._asked.update(wanting)
        return wanting

    def awaits(self, number: int) -> bool:
        """Whether the row was asked for and is not answered yet."""
        return number in self._asked

    def learn(self, number: int, answer: Answer, *, whole: bool = True) -> None:
        """Keep the answer for a row; after one that is not the whole, more is awaited."""
        self._known[number] = answer
        self._known.move_to_end(number)
        if whole:
            self._asked.discard(number)
            self._fresh.add(number)
        if len(self._known) > AT_HAND:
            old, _ = self._known.popitem(last=False)
            self._fresh.discard(old)

    def give_up(self, number: int) -> bool:
        """Wait no more for the answer about a row; whether it was waited for."""
        awaited = number in self._asked
        self._asked.discard(number)
        return awaited

    @property
    def known(self) -> tuple[int, ...]:
        """The rows that there is an answer for."""
        return tuple(self._known)

    def grow_old(self) -> None:
        """What was asked about has changed, or the question was forgotten: ask again."""
        self._fresh.clear()
        self._asked.clear()
