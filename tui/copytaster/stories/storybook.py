"""The stories with their numbers, which stay the same while stories grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Story:
    """One story: `first` and `last` are day ordinals, `keys` its articles in order of time."""

    number: int
    title: str
    first: int | None
    last: int | None
    keys: tuple[str, ...]


@dataclass(slots=True)
class Storybook:
    """Which story each article is in: `number_of` by key; and the `next_number` never given yet."""

    number_of: dict[str, int] = field(default_factory=dict)
    next_number: int = 1

    def renumber(self, groups: Iterable[Sequence[str]]) -> None:
        """Takes new groups of keys; each keeps the number that most of its articles had.

        Where two groups claim one number, the one with more of its articles keeps it.
        """
        groups = [list(group) for group in groups]
        claims = sorted(
            (-count, number, place)
            for place, group in enumerate(groups)
            for number, count in Counter(
                self.number_of[key] for key in group if key in self.number_of
            ).items()
        )
        given: dict[int, int] = {}
        taken: set[int] = set()
        for _, number, place in claims:
            if place not in given and number not in taken:
                given[place] = number
                taken.add(number)
        self.number_of = {
            key: number
            for place, group in enumerate(groups)
            for number in (given[place] if place in given else self._fresh(),)
            for key in group
        }

    def _fresh(self) -> int:
        self.next_number += 1
        return self.next_number - 1
