"""Which sentences of two articles tell the same, one for one, split or merged, in any order.

The best pairs are taken first; what is left over next to a pair joins it where it tells the rest of
the longer sentence (one sentence here, two there).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from copytaster.stories.comparing.evidence import Evidence, Matrix, evidence
from copytaster.stories.comparing.telling import Told

Numbers: TypeAlias = tuple[int, ...]

SIMILAR = 0.6
_NEXT_TO_A_PAIR = 0.2
_TELLS_THE_REST = 0.60
_NEW_IN_THE_REST = 0.55
_MOST_PARTS = 3
_MOST_SENTENCES = 600
_FEWEST_SHARED = 3


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences (numbers from 0) of ours that tell the same as sentences of theirs.

    `score` is from 0 to 1; `copied` tells that it is rapidfuzz's ratio of a copy.
    """

    ours: Numbers
    theirs: Numbers
    score: float
    copied: bool


def align(own: Sequence[Told], other: Sequence[Told]) -> list[Aligned]:
    """The pairs, in the order of our sentences; no sentence is in two of them.

    Of endless texts only the first 600 sentences are looked at; the longest article that we know
    has 500.
    """
    own, other = own[:_MOST_SENTENCES], other[:_MOST_SENTENCES]
    if not own or not other:
        return []
    found = evidence(own, other)
    partners = dict(_best_first(found.strength))
    groups = _with_the_rest(partners, own, other)
    return sorted((_aligned(*group, found) for group in groups), key=lambda one: one.ours)


def _best_first(strong: Matrix) -> Iterator[tuple[int, int]]:
    """Pairs one for one, the strongest first; neighbours of a pair need a little less."""
    strong = strong.copy()
    while True:
        i, j = np.unravel_index(int(strong.argmax()), strong.shape)
        if strong[i, j] < SIMILAR:
            return
        yield int(i), int(j)
        strong[i, :] = 0
        strong[:, j] = 0
        for step in (-1, 1):
            if 0 <= i + step < strong.shape[0] and 0 <= j + step < strong.shape[1]:
                beside = strong[i + step, j + step]
                strong[i + step, j + step] = beside + _NEXT_TO_A_PAIR if beside else 0


def _with_the_rest(
    partners: dict[int, int], own: Sequence[Told], other: Sequence[Told]
) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs, each with the neighbours that tell what is left of its longer sentence."""
    ours_taken, theirs_taken = set(partners), set(partners.values())
    for i, j in partners.items():
        theirs = _parts(own[i], j, other, theirs_taken)
        theirs_taken.update(theirs)
        ours = (i,) if len(theirs) > 1 else _parts(other[j], i, own, ours_taken)
        ours_taken.update(ours)
        yield ours, theirs


def _parts(whole: Told, first: int, sentences: Sequence[Told], taken: set[int]) -> Numbers:
    """`first`, and its free neighbours that are parts of `whole`, in order."""
    parts = [first]
    told = sentences[first].stems & whole.stems
    for near in (first + 1, first + 2, first - 1, first - 2):
        adjacent = 0 <= near < len(sentences) and (near - 1 in parts or near + 1 in parts)
        if not adjacent or near in taken or len(parts) == _MOST_PARTS:
            continue
        shared = sentences[near].stems & whole.stems
        if _is_part(sentences[near], shared, told):
            parts.append(near)
            told |= shared
    return tuple(sorted(parts))


def _is_part(sentence: Told, shared: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a sentence is mostly in the longer one, and not in what is already told of it."""
    if len(shared) < _FEWEST_SHARED:
        return False
    covered = len(shared) / len(sentence.stems)
    new = len(shared - told) / len(shared)
    return covered >= _TELLS_THE_REST and new >= _NEW_IN_THE_REST


def _aligned(ours: Numbers, theirs: Numbers, found: Evidence) -> Aligned:
    part = np.ix_(ours, theirs)
    copied = float(found.copied[part].max())
    score = copied or float(found.similar[part].max())
    return Aligned(ours, theirs, round(min(1.0, score), 4), copied > 0)
