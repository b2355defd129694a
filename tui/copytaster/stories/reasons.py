"""Why two articles are related, in words that are checked at a glance."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.document import Document
from copytaster.stories.index.function_words import function_words
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.spellings import Spellings
from copytaster.stories.likeness import Likeness
from copytaster.stories.reading import Reading, reading_of

SAME_QUOTE = 85
_MOST_NAMES = 3
_LONGEST_QUOTE_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Words:
    """What the index knows of words: how rare they are, how they are read, which are names."""

    rarity: Rarity
    spellings: Spellings
    small: NDArray[np.bool_]


def reasons_for(
    own: Document, other: Document, likeness: Likeness, words: Words
) -> tuple[str, ...]:
    """All reasons that hold, the most telling first."""
    return tuple(_reasons(own, other, likeness, words))


def _reasons(own: Document, other: Document, likeness: Likeness, words: Words) -> Iterator[str]:
    if own.slug and own.slug.casefold() == (other.slug or "").casefold():
        yield "same slug"
    if likeness.one_form:
        yield "same form, other names and figures"
    if likeness.copied:
        yield f"republished: {likeness.share:.0%} of its sentences"
    ours, theirs = reading_of(own), reading_of(other)
    quote = shared_quote(ours, theirs)
    if quote:
        yield f"same quote: “{quote}”"
    names = shared_names(ours, theirs, words)
    if names:
        yield f"names: {', '.join(names)}"


def shared_quote(own: Reading, other: Reading) -> str | None:
    """The longest quote that both have, whole or cut short in one of them, or None.

    It is shortened at a word.
    """
    from rapidfuzz import fuzz, process

    for quote in sorted(own.quotes, key=len, reverse=True):
        if process.extractOne(quote, other.quotes, scorer=fuzz.ratio, score_cutoff=SAME_QUOTE):
            return _shortened(quote)
        if part := _in_both(quote, other.quotes):
            return _shortened(part)
    return None


def _in_both(quote: str, others: Sequence[str]) -> str | None:
    """What a quote and one of the others have in common where one of them is cut short."""
    for other in others:
        short, long = sorted((quote, other), key=len)
        if short.casefold() in long.casefold():
            return short
    return None


def _shortened(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE_SHOWN:
        return quote
    return quote[:_LONGEST_QUOTE_SHOWN].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def shared_names(own: Reading, other: Reading, words: Words) -> list[str]:
    """Up to three names that both texts have, as the first text spells them.

    Rare ones, and those that both say often, come first.
    """
    ours, theirs = _names(own, words), _names(other, words)
    shared = sorted(ours.keys() & theirs.keys())
    weights = words.rarity.of(np.array(shared, np.uint32)).tolist()

    def telling(term: int, weight: float) -> float:
        return weight * (1.0 + math.log(min(ours[term].times, theirs[term].times)))

    by_weight = sorted(
        (-telling(term, weight), ours[term].spelled)
        for term, weight in zip(shared, weights, strict=True)
    )
    return sorted(name for _, name in by_weight[:_MOST_NAMES])


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a text spells it, and how many times it says it."""

    spelled: str
    times: int

    def also(self, spelled: str, times: int) -> Name:
        """The same name where the text spells it another way too; not in capitals if it can be."""
        return Name(spelled if self.spelled.isupper() else self.spelled, self.times + times)


def _names(text: Reading, words: Words) -> dict[int, Name]:
    """The names of a text by the term that they are read as."""
    common = words.small[text.terms] | function_words(text.terms)
    read = words.spellings.read_terms(text.terms).tolist()
    names: dict[int, Name] = {}
    for term, (name, times), no_name in zip(read, text.names.items(), common.tolist(), strict=True):
        if not no_name:
            names[term] = names[term].also(name, times) if term in names else Name(name, times)
    return names
