"""Spellings of one name: Zelensky and Zelenskyy, Yuri and Yury, Mohammed and Muhammad.

A name is a word that is always written with a capital. Two names are one where their consonants
agree and the whole is alike (Jaro-Winkler ≥ 0.90, Winkler 1990), or where they differ only in what
transliteration leaves open (y for i, kh for h, doubled letters).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.spellings import Spellings, house_styles
from copytaster.stories.index.storage import lines_of, text_array
from copytaster.stories.index.terms import TERM_BITS, Tokens, spelling

ALIKE = 0.90
SHORTEST_NAME = 4
_SHORTEST_ALIKE = 5
_DOUBLED = re.compile(r"(.)\1+")
_WITHOUT_VOWELS = str.maketrans("", "", "aeiouyh")
_SOUNDS = (
    ("ph", "f"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("ck", "k"),
    ("kh", "h"),
    ("ts", "c"),
    ("cz", "c"),
    ("w", "v"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("j", "y"),
)


def _never() -> NDArray[np.bool_]:
    return np.zeros(1 << TERM_BITS, np.bool_)


@dataclass(slots=True)
class Names:
    """Words seen with a capital, `spelled` by term, and which terms were ever written `small`."""

    spelled: dict[int, str] = field(default_factory=dict)
    small: NDArray[np.bool_] = field(default_factory=_never)
    known: NDArray[np.bool_] = field(default_factory=_never)
    _shelved: tuple[NDArray[np.uint32], NDArray[np.uint8]] | None = None

    @classmethod
    def of_shelf(
        cls, terms: NDArray[np.uint32], letters: NDArray[np.uint8], small: NDArray[np.bool_]
    ) -> Names:
        """The names that `shelf` gave; they are not taken apart before they are asked for."""
        known = _never()
        known[terms] = True
        return cls({}, small, known, (terms, letters))

    def shelf(self) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
        """All names for saving: their terms, and the names themselves as lines."""
        names = self._unshelved()
        terms = np.fromiter(names, np.uint32, len(names))
        return terms, text_array(list(names.values()))

    def _unshelved(self) -> dict[int, str]:
        if self._shelved:
            terms, letters = self._shelved
            self.spelled |= zip(terms.tolist(), lines_of(letters), strict=True)
            self._shelved = None
        return self.spelled

    def note(self, tokens: Tokens) -> None:
        """Learns from the words of a batch."""
        self.small[tokens.term[~tokens.capital]] = True
        news = tokens.capital & ~self.known[tokens.term] & (tokens.length >= SHORTEST_NAME)
        terms, first = np.unique(tokens.term[news], return_index=True)
        self.known[terms] = True
        letters = tokens.letters.tobytes()
        starts = tokens.start[news][first].tolist()
        ends = (tokens.start[news][first] + tokens.length[news][first]).tolist()
        for term, start, end in zip(terms.tolist(), starts, ends, strict=True):
            self.spelled[term] = spelling(letters[start:end])

    def spellings(self, rarity: Rarity) -> Spellings:
        """House styles, and each spelling of a name read as the most frequent one."""
        pairs = dict(house_styles())
        names = self._unshelved()
        terms = np.fromiter(names, np.uint32, len(names))
        terms = terms[~self.small[terms] & (rarity.counts[terms] > 0)]
        families: defaultdict[str, list[tuple[int, str, int]]] = defaultdict(list)
        for term, count in zip(terms.tolist(), rarity.counts[terms].tolist(), strict=True):
            name = names[term]
            if name.isascii() and name.isalpha():
                families[consonants(name)].append((-count, name, term))
        for family in families.values():
            if len(family) > 1:
                pairs.update(_standard_spellings(sorted(family)))
        return Spellings.of(pairs)


def _standard_spellings(family: list[tuple[int, str, int]]) -> Iterator[tuple[int, int]]:
    """For each name of a family, most frequent first, the term of the first that is one with it."""
    alike = one_name([name for _, name, _ in family])
    standard = np.ones(len(family), np.bool_)
    for place in range(1, len(family)):
        before = np.flatnonzero(alike[place, :place] & standard[:place])
        if len(before):
            standard[place] = False
            yield family[place][2], family[before[0]][2]


def consonants(name: str) -> str:
    """A name's first letter and the consonants after it, as they sound."""
    name = sounds(name)
    return _DOUBLED.sub(r"\1", name[0] + name[1:].translate(_WITHOUT_VOWELS))


def sounds(name: str) -> str:
    """A name in lower case with letters that sound alike written alike."""
    name = _DOUBLED.sub(r"\1", name)
    for written, sounded in _SOUNDS:
        if written in name:
            name = name.replace(written, sounded)
    return name


def one_name(names: Sequence[str]) -> NDArray[np.bool_]:
    """Which of some names with the same consonants are spellings of one: (names, names).

    Maria and Mario are two people.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    alike = process.cdist(names, names, scorer=JaroWinkler.similarity, dtype=np.float32) >= ALIKE
    long = np.array([len(name) >= _SHORTEST_ALIKE for name in names])
    last = np.array([name[-1] for name in names])
    two_people = (last[:, None] == "a") & (last == "o")
    transliterated = np.array([_transliterated(name) for name in names])
    one: NDArray[np.bool_] = alike & long & long[:, None] & ~two_people & ~two_people.T
    one |= transliterated[:, None] == transliterated
    return one


def _transliterated(name: str) -> str:
    return _DOUBLED.sub(r"\1", sounds(name).replace("y", "i").replace("h", ""))
