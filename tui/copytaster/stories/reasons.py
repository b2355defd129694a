"""Why two articles are related, in words that are checked at a glance."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.document import Document
from copytaster.stories.function_words import function_words
from copytaster.stories.likeness import Likeness
from copytaster.stories.rarity import Rarity
from copytaster.stories.spellings import Spellings
from copytaster.stories.terms import tokens_of

SAME_QUOTE = 85
_MOST_NAMES = 3
_FEWEST_QUOTED_WORDS = 4
_LONGEST_QUOTE_SHOWN = 90
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_QUOTE = re.compile(r"[“\"„«]([^“”\"„»]{20,400})[”\"“»]")
_CALENDAR = re.compile(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may"
    "|june|july|august|september|october|november|december",
    re.IGNORECASE,
)


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
    if likeness.copied:
        yield f"republished: {likeness.share:.0%} of its sentences"
    quote = shared_quote(own.text, other.text)
    if quote:
        yield f"same quote: “{quote}”"
    names = shared_names(own.words, other.words, words)
    if names:
        yield f"names: {', '.join(names)}"


def shared_quote(text: str, other: str) -> str | None:
    """The longest quote of four words or more that both have, shortened at a word, or None."""
    from rapidfuzz import fuzz, process

    others = list(_quotes(other))
    quotes = sorted(_quotes(text), key=len, reverse=True)
    for quote in quotes:
        if process.extractOne(quote, others, scorer=fuzz.ratio, score_cutoff=SAME_QUOTE):
            return _shortened(quote)
    return None


def _quotes(text: str) -> Iterator[str]:
    for quote in _QUOTE.findall(text):
        if quote.count(" ") >= _FEWEST_QUOTED_WORDS - 1:
            yield " ".join(quote.split()).strip(" ,.;:")


def _shortened(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE_SHOWN:
        return quote
    return quote[:_LONGEST_QUOTE_SHOWN].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def shared_names(text: str, other: str, words: Words) -> list[str]:
    """Up to three names that both texts have, as the first text spells them.

    Rare ones, and those that both say often, come first.
    """
    own, others = _names(text, words), _names(other, words)
    shared = sorted(own.keys() & others.keys())
    weights = words.rarity.of(np.array(shared, np.uint32)).tolist()

    def telling(term: int, weight: float) -> float:
        return weight * (1.0 + math.log(min(own[term].times, others[term].times)))

    by_weight = sorted(
        (-telling(term, weight), own[term].spelled)
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


def _names(text: str, words: Words) -> dict[int, Name]:
    """The names of a text by the term that they are read as."""
    times = Counter(name for name in _NAME.findall(text) if not _CALENDAR.fullmatch(name))
    tokens = tokens_of([("", "\n".join(times))])
    if len(tokens.term) != len(times):
        return {}
    common = words.small[tokens.term] | function_words(tokens.term)
    read = words.spellings.read_terms(tokens.term).tolist()
    names: dict[int, Name] = {}
    for term, (name, count), no_name in zip(read, times.items(), common.tolist(), strict=True):
        if not no_name:
            names[term] = names[term].also(name, count) if term in names else Name(name, count)
    return names
