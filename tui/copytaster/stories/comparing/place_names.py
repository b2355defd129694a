"""What tells that a name is of a place, and of what kind: in Borki, near the village of Borki.

English only, where nouns are written small.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from copytaster.stories.comparing.folding import Word, dateline_end
from copytaster.stories.comparing.side_by_side import Span
from copytaster.stories.comparing.telling import Told

_LEAD = 5
_OFTEN = 2
_NEAR = {"in": "in", "at": "at", "near": "near", "outside": "near", "off": "off"}
_TOWNS = "village town city port hamlet township resort settlement"
_QUARTERS = "district suburb neighborhood neighbourhood quarter borough"
_LANDS = "province region county state governorate prefecture"
_KINDS = {
    **dict.fromkeys(_TOWNS.split(), "town"),
    **dict.fromkeys(_QUARTERS.split(), "quarter"),
    **dict.fromkeys(_LANDS.split(), "land"),
    **{kind: kind for kind in ("island", "valley", "river", "lake")},
}
_BEFORE = re.compile(
    rf"(?:\b(?P<near>{'|'.join(_NEAR)})\s(?:the\s|a\s)?"
    r"(?:(?:central|downtown|(?:north|south|east|west)\w*)\s)?)?"
    rf"(?:\b(?:\w+\s)?(?P<kind>{'|'.join(_KINDS)})\sof\s)?"
    r"(?:\b(?P<bearing>\w*(?:north|south|east|west))\sof\s(?:the\s)?)?$"
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The words of a name, how its place is told of (in, near, west of it), and what kind it is."""

    words: tuple[Word, ...]
    near: str | None
    kind: str | None

    def comparable(self, other: PlaceName) -> bool:
        """Whether two places told of like this cannot both be meant."""
        return self.near == other.near and (
            self.kind == other.kind or {self.kind, other.kind} == {None, "town"}
        )


def place_name(words: Sequence[Word], span: Span) -> PlaceName | None:
    """The name that ends a span of the words of a sentence, if what stands before it says where."""
    start, end = span
    name = list(takewhile(_of_a_name, reversed(words[start:end])))[::-1]
    lead = " ".join(word.folded for word in words[: end - len(name)][-_LEAD:])
    found = _BEFORE.search(f"{lead} ")
    if not name or found is None or not found[0]:
        return None
    if len(found[0].split()) < end - start - len(name):
        return None
    near = found["bearing"] or _NEAR.get(found["near"])
    return PlaceName(tuple(name), near, _KINDS.get(found["kind"]))


def _of_a_name(word: Word) -> bool:
    return word.capital and word.folded not in _NEAR


def known_as_places(names: tuple[str, str], ours: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Whether a dateline has our name or their name, or two sentences say what is in or near it."""
    told = [
        (name, one.text) for name, side in zip(names, (ours, theirs), strict=True) for one in side
    ]
    dated = any(name.casefold() in text[: dateline_end(text)].casefold() for name, text in told)
    return dated or sum(_says_where(name, text) for name, text in told) >= _OFTEN


def _says_where(name: str, text: str) -> bool:
    where = rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff)\s(?:the\s)?{re.escape(name)}\b"
    return name in text and re.search(where, text) is not None
