"""Which terms are one word: house styles, and spellings of names that were found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.terms import TERM_BITS, tokens_of
from copytaster.stories.index.vectors import Vectors

# Agencies' house styles: what AP, Reuters, AFP and the BBC have written for the same place, people
# or number (their public style guides; Kyiv since AP 2019, Odesa since AP 2022).
HOUSE_STYLES: Mapping[str, str] = {
    "kiev": "kyiv",
    "kharkov": "kharkiv",
    "odessa": "odesa",
    "lvov": "lviv",
    "dnieper": "dnipro",
    "chernobyl": "chornobyl",
    "burma": "myanmar",
    "rangoon": "yangon",
    "bombay": "mumbai",
    "calcutta": "kolkata",
    "madras": "chennai",
    "bangalore": "bengaluru",
    "peking": "beijing",
    "swaziland": "eswatini",
    "turkiye": "turkey",
    "holland": "netherlands",
    "moslem": "muslim",
    "qaddafi": "gaddafi",
    "kadhafi": "gaddafi",
    "gadhafi": "gaddafi",
    "qadhafi": "gaddafi",
    "qaida": "qaeda",
    "koran": "quran",
    "isil": "isis",
    "daesh": "isis",
    "colour": "color",
    "labour": "labor",
    "harbour": "harbor",
    "defence": "defense",
    "centre": "center",
    "programme": "program",
    "tonne": "ton",
    "aluminium": "aluminum",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}

_MANY = 1_000


@dataclass(frozen=True, slots=True)
class Spellings:
    """Terms `variants` (m,) ascending and, beside each, the term `standard` that it is read as."""

    variants: NDArray[np.uint32]
    standard: NDArray[np.uint32]

    @classmethod
    def of(cls, pairs: Mapping[int, int]) -> Spellings:
        """The spellings of a table from variant to standard."""
        ordered = sorted(pairs.items())
        columns = np.array(ordered, np.uint32).reshape(-1, 2)
        return cls(columns[:, 0].copy(), columns[:, 1].copy())

    @classmethod
    def of_house_styles(cls) -> Spellings:
        """Only what is known beforehand."""
        return cls.of(house_styles())

    def read(self, vectors: Vectors) -> Vectors:
        """The same vectors with each variant read as its standard.

        Where an article has both spellings, their strengths stand side by side and add up.
        """
        if len(vectors) > _MANY:
            table = np.arange(1 << TERM_BITS, dtype=np.uint32)
            table[self.variants] = self.standard
            return Vectors(vectors.bounds, table[vectors.terms], vectors.strengths)
        return Vectors(vectors.bounds, self.read_terms(vectors.terms), vectors.strengths)

    def read_terms(self, terms: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Each of a few terms as it is read."""
        place = np.minimum(np.searchsorted(self.variants, terms), len(self.variants) - 1)
        return np.where(self.variants[place] == terms, self.standard[place], terms)


@cache
def house_styles() -> dict[int, int]:
    """The house styles as terms."""
    variants, standard = (
        tokens_of([("", " ".join(words))]).term.tolist()
        for words in (HOUSE_STYLES, HOUSE_STYLES.values())
    )
    return dict(zip(variants, standard, strict=True))
