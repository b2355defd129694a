"""How the words of the articles are written: what a misread or mistyped word can be mended by."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.terms import LOWER, TERM_BITS, Tokens

SHORTEST, LONGEST = 4, 20


@dataclass(slots=True)
class Vocabulary:
    """Each word of four letters to twenty once, in pieces as they came.

    A piece has the `terms` (n,) of n words, their `lengths` in bytes, and their `letters` in lower
    case, laid end to end. No loop over words fills it. `known` (2**22,) says which terms are there;
    it is made when the first word is noted.
    """

    known: NDArray[np.bool_] | None = None
    terms: list[NDArray[np.uint32]] = field(default_factory=list)
    lengths: list[NDArray[np.uint8]] = field(default_factory=list)
    letters: list[NDArray[np.uint8]] = field(default_factory=list)

    @classmethod
    def of(
        cls, terms: NDArray[np.uint32], lengths: NDArray[np.uint8], letters: NDArray[np.uint8]
    ) -> Vocabulary:
        """The vocabulary of one piece, as `piece` gave it."""
        return cls(None, [terms], [lengths], [letters])

    def note(self, tokens: Tokens) -> None:
        """Learns from the words of a batch."""
        known = self._known()
        news = np.flatnonzero(
            ~known[tokens.term] & (tokens.length >= SHORTEST) & (tokens.length <= LONGEST)
        )
        terms, first = np.unique(tokens.term[news], return_index=True)
        places = news[first]
        lengths = tokens.length[places]
        known[terms] = True
        self.terms.append(terms)
        self.lengths.append(lengths.astype(np.uint8))
        self.letters.append(LOWER[tokens.letters[spans(tokens.start[places], lengths)]])

    def _known(self) -> NDArray[np.bool_]:
        if self.known is None:
            self.known = np.zeros(1 << TERM_BITS, np.bool_)
            for terms in self.terms:
                self.known[terms] = True
        return self.known

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
