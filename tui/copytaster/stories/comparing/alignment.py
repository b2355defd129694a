"""Which sentences of two articles tell the same, one for one, split or merged, in any order.

The best pairs are taken first. What is left over joins the pair of the sentence that it tells the
same as, or a part of: one sentence here, two there, or a lede that says what a quote says again.
Where it stands helps: less is asked of two sentences between two pairs that follow each other, and
of one right beside another that has the same partner.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.comparing.evidence import Evidence, Matrix, evidence
from copytaster.stories.comparing.telling import Told

Numbers: TypeAlias = tuple[int, ...]

SIMILAR = 0.55
_JOINS = 0.55
_BETWEEN, _BESIDE = 0.2, 0.35
_MOST_PARTS = 3
_MOST_SENTENCES = 600


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences (numbers from 0) of ours that tell the same as sentences of theirs.

    One of the two sides is a single sentence. `score` is from 0 to 1; `copied` tells that it is
    rapidfuzz's ratio of a copy.
    """

    ours: Numbers
    theirs: Numbers
    score: float
    copied: bool


@dataclass(slots=True)
class _Group:
    """A pair as it grows: on one side only."""

    ours: list[int]
    theirs: list[int]

    def add(self, i: int, j: int) -> bool:
        """Take a free sentence in that goes with one of the group's; False where it may not."""
        side, other = (self.ours, self.theirs) if j in self.theirs else (self.theirs, self.ours)
        if len(other) > 1 or len(side) == _MOST_PARTS:
            return False
        side.append(i if side is self.ours else j)
        return True

    def stands_beside(self, i: int, j: int) -> bool:
        """Whether one of the two is the next or the last before one that is in, on its side."""
        side, new = (self.ours, i) if j in self.theirs else (self.theirs, j)
        return new - 1 in side or new + 1 in side


def align(own: Sequence[Told], other: Sequence[Told]) -> list[Aligned]:
    """The pairs, in the order of our sentences; no sentence is in two of them.

    Of endless texts only the first 600 sentences are looked at; the longest article that we know
    has 500.
    """
    own, other = own[:_MOST_SENTENCES], other[:_MOST_SENTENCES]
    if not own or not other:
        return []
    found = evidence(own, other)
    pairs = dict(_best_first(found.strength))
    pairs |= dict(_between(pairs, found.similar))
    groups = [_Group([i], [j]) for i, j in pairs.items()]
    _join(groups, found.strength * ~_lines_of_a_list(own, other, found.copied))
    told = (_aligned(tuple(sorted(g.ours)), tuple(sorted(g.theirs)), found) for g in groups)
    return sorted(told, key=lambda one: one.ours)


def _best_first(strong: Matrix) -> Iterator[tuple[int, int]]:
    """Pairs one for one, the strongest first, of equals the one that comes first."""
    ours, theirs = np.nonzero(strong >= SIMILAR)
    strongest = np.argsort(-strong[ours, theirs], kind="stable")
    taken: tuple[set[int], set[int]] = set(), set()
    for i, j in zip(ours[strongest].tolist(), theirs[strongest].tolist(), strict=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def _between(pairs: Mapping[int, int], similar: Matrix) -> Iterator[tuple[int, int]]:
    """Two sentences without a partner, each between the same two pairs."""
    taken = set(pairs.values())
    for i, j in pairs.items():
        free = i + 1 not in pairs and j + 1 not in taken and pairs.get(i + 2) == j + 2
        if free and similar[i + 1, j + 1] >= _BETWEEN:
            yield i + 1, j + 1


def _join(groups: Sequence[_Group], strong: Matrix) -> None:
    """Give each sentence that is left over to the pair of its best partner, the surest first."""
    of_ours = {group.ours[0]: group for group in groups}
    of_theirs = {group.theirs[0]: group for group in groups}
    for i, j in _left_over(strong, of_ours.keys(), of_theirs.keys()):
        group = of_theirs.get(j) if i not in of_ours else of_ours[i]
        if group is not None and (strong[i, j] >= _JOINS or group.stands_beside(i, j)):
            group.add(i, j)


def _left_over(
    strong: Matrix, ours: Container[int], theirs: Container[int]
) -> list[tuple[int, int]]:
    """Sentences without a partner, each with the one of the other side that is most like it."""
    rows = ((i, int(strong[i].argmax())) for i in range(strong.shape[0]) if i not in ours)
    columns = ((int(strong[:, j].argmax()), j) for j in range(strong.shape[1]) if j not in theirs)
    found = {pair for pair in (*rows, *columns) if strong[pair] >= _BESIDE}
    return sorted(found, key=lambda pair: (-strong[pair], pair))


def _lines_of_a_list(
    own: Sequence[Told], other: Sequence[Told], copied: Matrix
) -> NDArray[np.bool_]:
    """Pairs worded alike that differ in their figures: no second telling, but another line."""
    found = copied > 0
    for i, j in np.argwhere(found).tolist():
        found[i, j] = own[i].numbers != other[j].numbers
    return found


def _aligned(ours: Numbers, theirs: Numbers, found: Evidence) -> Aligned:
    part = [(i, j) for i in ours for j in theirs]
    copied = max(float(found.copied[pair]) for pair in part)
    score = copied or max(float(found.similar[pair]) for pair in part)
    return Aligned(ours, theirs, round(min(1.0, score), 4), copied > 0)
