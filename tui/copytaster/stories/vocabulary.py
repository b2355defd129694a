"""How the words of the articles are written: what a misread or mistyped word can be mended by."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.terms import LOWER, TERM_BITS, Tokens

SHORTEST, LONGEST = 4, 20


def _never() -> NDArray[np.bool_]:
    return np.zeros(1 << TERM_BITS, np.bool_)


@dataclass(slots=True)
class Vocabulary:
    """Each word of four letters to twenty once, in pieces as they came.

    A piece has the `terms` (n,) of n words, their `lengths` in bytes, and their `letters` in lower
    case, laid end to end. No loop over words fills it.
    """

    known: NDArray[np.bool_] = field(default_factory=_never)
    terms: list[NDArray[np.uint32]] = field(default_factory=list)
    lengths: list[NDArray[np.uint8]] = field(default_factory=list)
    letters: list[NDArray[np.uint8]] = field(default_factory=list)

    @classmethod
    def of(
        cls, terms: NDArray[np.uint32], lengths: NDArray[np.uint8], letters: NDArray[np.uint8]
    ) -> Vocabulary:
        """The vocabulary of one piece, as `piece` gave it."""
        known = _never()
        known[terms] = True
        return cls(known, [terms], [lengths], [letters])

    def note(self, tokens: Tokens) -> None:
        """Learns from the words of a batch."""
        news = np.flatnonzero(
            ~self.known[tokens.term] & (tokens.length >= SHORTEST) & (tokens.length <= LONGEST)
        )
        terms, first = np.unique(tokens.term[news], return_index=True)
        places = news[first]
        lengths = tokens.length[places]
        self.known[terms] = True
        self.terms.append(terms)
        self.lengths.append(lengths.astype(np.uint8))
        self.letters.append(LOWER[tokens.letters[spans(tokens.start[places], lengths)]])

    def piece(self) -> tuple[NDArray[np.uint32], NDArray[np.uint8], NDArray[np.uint8]]:
        """All words as one piece: terms, lengths, letters."""
        return (
            np.concatenate([np.zeros(0, np.uint32), *self.terms]),
            np.concatenate([np.zeros(0, np.uint8), *self.lengths]),
            np.concatenate([np.zeros(0, np.uint8), *self.letters]),
        )


def spans(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of some stretches, one after the other."""
    before = np.cumsum(lengths) - lengths
    places: NDArray[np.int64] = np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)
    return places
