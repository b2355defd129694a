"""Articles into stories: the two closest groups are merged, and again, while they are close.

How close two groups are is the mean over all their pairs (average linkage, Sokal and Michener
1958), where a pair that was not among each other's neighbours counts as 0. So two stories that
touch in one article do not flow into each other, which connected components do. The result depends
on the links alone, not on their order.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

CLOSE_ENOUGH = 0.195


@dataclass(slots=True)
class Grouping:
    """Groups that grow: `members` by group, and between groups the `sums` of their pairs' scores.

    A group is named by its first member. `apart` pairs are sums of minus infinity.
    """

    threshold: float
    members: dict[int, list[int]] = field(default_factory=dict)
    sums: defaultdict[int, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    queue: list[tuple[float, int, int]] = field(default_factory=list)

    def link(self, one: int, other: int, score: float) -> None:
        """Notes the score of a pair of articles."""
        for member in (one, other):
            self.members.setdefault(member, [member])
        self.sums[one][other] = self.sums[other][one] = score

    def grow(self) -> None:
        """Merges while any two groups are as close as the threshold."""
        for one, others in self.sums.items():
            for other in others:
                if one < other:
                    self._offer(one, other)
        while self.queue:
            closeness, one, other = heapq.heappop(self.queue)
            if -closeness == self._closeness(one, other):
                self._merge(one, other)

    def _closeness(self, one: int, other: int) -> float:
        if one not in self.members or other not in self.members:
            return -math.inf
        pairs = len(self.members[one]) * len(self.members[other])
        return self.sums[one].get(other, 0.0) / pairs

    def _offer(self, one: int, other: int) -> None:
        closeness = self._closeness(one, other)
        if closeness >= self.threshold:
            heapq.heappush(self.queue, (-closeness, min(one, other), max(one, other)))

    def _merge(self, one: int, other: int) -> None:
        self.members[one].extend(self.members.pop(other))
        for third, score in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                together = self.sums[one].get(third, 0.0) + score
                self.sums[one][third] = self.sums[third][one] = together
        for third in self.sums[one]:
            self._offer(one, third)


def grouped(
    links: Iterable[tuple[int, int, float]],
    threshold: float,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """The groups of two and more, each ascending, that these links (one, other, score) give.

    Pairs `together` are in one group and pairs `apart` never, whatever the links say.
    """
    grouping = Grouping(threshold)
    for one, other, score in links:
        grouping.link(min(one, other), max(one, other), score)
    for one, other in together:
        grouping.link(min(one, other), max(one, other), math.inf)
    for one, other in apart:
        grouping.link(min(one, other), max(one, other), -math.inf)
    grouping.grow()
    return sorted(sorted(group) for group in grouping.members.values() if len(group) > 1)
