"""Two wordings that do not agree, cut so that what differs is seen in the room that there is."""

from __future__ import annotations

from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.wrap import width_of

WORDS_BEFORE = 3
_MARKS = "\"'“”„‘’«».,;:!?()"


def told_apart(one: str, other: str, room: int, ellipsis: str = UNICODE.ellipsis) -> str:
    """The first wording, from a few words before it parts from the other if that is out of sight.

    What the other begins with earlier, or what it says before, is no parting of the two.
    """
    words = one.split()
    place = _parting(words, other.split())
    if place <= WORDS_BEFORE or width_of(" ".join(words[: place + 1])) < room:
        return one
    return " ".join((ellipsis, *words[place - WORDS_BEFORE :]))


def _parting(words: list[str], others: list[str]) -> int:
    """The number of the first word that is another, after those that both have; 0 if there is none.

    Where words were left out it is the one that stands behind them.
    """
    from rapidfuzz.distance import Levenshtein

    folded = ([word.casefold().strip(_MARKS) for word in each] for each in (words, others))
    for step in Levenshtein.opcodes(*folded):
        if step.tag != "equal" and step.src_start and step.dest_start:
            return min(step.src_start, len(words) - 1)
    return 0
