"""Two sentences laid side by side, word by word: where one has this, the other has that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytaster.stories.comparing.folding import Word
from copytaster.stories.comparing.telling import Told

LONGEST_SWAP = 6

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between the same words of two sentences, and is not the same.

    `ours` and `theirs` are the numbers of its words, from the first to behind the last.
    """

    ours: Span
    theirs: Span


@dataclass(frozen=True, slots=True)
class Swap:
    """A few words of ours that stand where a few others of theirs do.

    `ours` and `theirs` are the words, `our_span` and `their_span` their place in the sentences,
    `gap` their numbers; `anchored` tells that the words right before and behind are the same.
    """

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]
    anchored: bool
    gap: Gap

    @property
    def our_span(self) -> tuple[int, int]:
        """From the first character of ours to behind the last."""
        return self.ours[0].start, self.ours[-1].end

    @property
    def their_span(self) -> tuple[int, int]:
        """From the first character of theirs to behind the last."""
        return self.theirs[0].start, self.theirs[-1].end


def gaps(ours: Told, theirs: Told) -> Iterator[Gap]:
    """Every gap of one to six words on both sides; both sentences may begin or end with it."""
    from rapidfuzz.distance import Levenshtein

    start = 0, 0
    for block in Levenshtein.editops(ours.folded, theirs.folded).as_matching_blocks():
        own, other = (start[0], block.a), (start[1], block.b)
        start = block.a + block.size, block.b + block.size
        lengths = own[1] - own[0], other[1] - other[0]
        if min(lengths) and max(lengths) <= LONGEST_SWAP:
            yield Gap(own, other)


def swaps(ours: Told, theirs: Told) -> Iterator[Swap]:
    """Every swap of at most six words, by the shortest way from one sentence to the other."""
    from rapidfuzz.distance import Levenshtein

    steps = list(Levenshtein.opcodes(ours.folded, theirs.folded))
    places = [
        place
        for place, step in enumerate(steps)
        if step.tag == "replace"
        and step.src_end - step.src_start <= LONGEST_SWAP
        and step.dest_end - step.dest_start <= LONGEST_SWAP
    ]
    if not places:
        return
    own, other = ours.words(), theirs.words()
    for place in places:
        step, around = steps[place], (*steps[:place][-1:], *steps[place + 1 :][:1])
        yield Swap(
            tuple(own[step.src_start : step.src_end]),
            tuple(other[step.dest_start : step.dest_end]),
            len(around) == 2 and all(one.tag == "equal" for one in around),
            Gap((step.src_start, step.src_end), (step.dest_start, step.dest_end)),
        )
