"""Two sentences laid side by side, word by word: where one has this, the other has that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytaster.stories.comparing.telling import Told

LONGEST_SWAP = 6


@dataclass(frozen=True, slots=True)
class Swap:
    """A few words of ours that stand where a few others of theirs do.

    `ours` and `theirs` are spans of the sentences; `first` and `last` of each are the places of
    its words; `anchored` tells that the words on both sides of it are the same.
    """

    ours: tuple[int, int]
    theirs: tuple[int, int]
    our_words: tuple[int, int]
    their_words: tuple[int, int]
    anchored: bool


def swaps(ours: Told, theirs: Told) -> Iterator[Swap]:
    """Every swap of at most six words, by the shortest way from one sentence to the other."""
    from rapidfuzz.distance import Levenshtein

    own = [word.folded for word in ours.words]
    other = [word.folded for word in theirs.words]
    for step in Levenshtein.opcodes(own, other):
        start, end, begin, finish = step.src_start, step.src_end, step.dest_start, step.dest_end
        short = end - start <= LONGEST_SWAP and finish - begin <= LONGEST_SWAP
        if step.tag == "replace" and short:
            before = start > 0 and begin > 0
            after = end < len(own) and finish < len(other)
            yield Swap(
                (ours.words[start].start, ours.words[end - 1].end),
                (theirs.words[begin].start, theirs.words[finish - 1].end),
                (start, end),
                (begin, finish),
                before and after,
            )
