"""An article made ready to be compared: its sentences, their words, and how one spells its names.

The names of two articles are brought to one spelling first (`stories.names`): Zelensky and
Zelenskyy, Yuri and Yury, and the house styles Kiev and Kyiv, are no differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import not_

from copytaster.stories.comparing.folding import (
    FUNCTION_STEMS,
    Word,
    folded_word,
    meaning,
    words_of,
    written_words,
)
from copytaster.stories.comparing.quotations import Quotation, quotations
from copytaster.stories.comparing.synonyms import sense
from copytaster.stories.index.names import consonants, one_name

_SHORTEST_NAME = 4
_MOSTLY = 0.4
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as it is compared.

    `written` are its words in order, `folded` the same as they are compared and `plain` as one
    text, for rapidfuzz; `senses` those that carry meaning, once each, with one word for what has
    many; `numbers` its figures, those in words among them; `speaker` those senses
    that only say who is quoted; `quotations` what is quoted; `small` and `capital` the words of
    `folded` that are written without a capital here, figures among them, and with one.
    """

    text: str
    written: tuple[str, ...]
    folded: tuple[str, ...]
    plain: str
    senses: frozenset[str]
    numbers: frozenset[str]
    speaker: frozenset[str]
    quotations: tuple[Quotation, ...]
    small: frozenset[str]
    capital: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning, once each."""
        return meaning(self.folded)

    def words(self) -> list[Word]:
        """Its words with their places, spelled as in `folded`."""
        found = zip(words_of(self.text), self.folded, strict=True)
        return [word._replace(folded=folded) for word, folded in found]


def tell(sentences: Sequence[str]) -> list[Told]:
    """Sentences made ready, each by itself."""
    return list(map(_alone, sentences))


def tell_both(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[Told], list[Told]]:
    """The sentences of two articles made ready, with one spelling for each name."""
    own, other = tell(ours), tell(theirs)
    return own, in_one_spelling(own, other)


def in_one_spelling(own: Sequence[Told], other: Sequence[Told]) -> list[Told]:
    """The sentences of the other article, its names spelled as our article spells them."""
    spelled = one_spelling(_names(own), _names(other))
    return [_respelled(told, spelled) if spelled else told for told in other]


@lru_cache(maxsize=_KEPT)
def _alone(sentence: str) -> Told:
    """A sentence by itself, kept for the next article that its own is compared with."""
    return _told(sentence, written_words(sentence), {})


def _respelled(told: Told, spelled: Mapping[str, str]) -> Told:
    if spelled.keys().isdisjoint(told.folded):
        return told
    return _told(told.text, told.written, spelled)


def small_words(sentences: Iterable[Told]) -> frozenset[str]:
    """The folded words that an article ever writes without a capital, figures among them."""
    return frozenset().union(*(told.small for told in sentences))


def small_senses(sentences: Iterable[Told]) -> frozenset[str]:
    """The senses of words that are ever written without a capital, figures among them."""
    return frozenset(map(sense, small_words(sentences)))


def _told(text: str, written: Sequence[str], spelled: Mapping[str, str]) -> Told:
    folded = tuple(map(folded_word, written))
    if spelled:
        folded = tuple(spelled.get(word, word) for word in folded)
    senses = frozenset(map(sense, folded)) - FUNCTION_STEMS
    quoted = tuple(quotations(text))
    capital = [word[0].isupper() for word in written]
    return Told(
        text=text,
        written=tuple(written),
        folded=folded,
        plain=" ".join(folded),
        senses=senses,
        numbers=frozenset(word for word in folded if word[-1].isdigit() and word[0].isdigit()),
        speaker=_speaker(quoted, folded, senses),
        quotations=quoted,
        small=frozenset(compress(folded, map(not_, capital))),
        capital=frozenset(compress(folded, capital)),
    )


def _speaker(
    quotes: Sequence[Quotation], folded: Sequence[str], senses: frozenset[str]
) -> frozenset[str]:
    """What stands outside the quotation in a sentence that is mostly one."""
    quoted = [word for quote in quotes for word in quote.words]
    if len(quoted) < _MOSTLY * len(folded):
        return frozenset()
    return senses.difference(map(sense, quoted))


def _names(sentences: Sequence[Told]) -> set[str]:
    """The folded words that an article only writes with a capital."""
    capital = set().union(*(told.capital for told in sentences))
    return {
        name
        for name in capital - small_words(sentences)
        if len(name) >= _SHORTEST_NAME and name.isascii() and name.isalpha()
    }


_sounded = lru_cache(maxsize=_KEPT)(consonants)


def one_spelling(own: set[str], other: set[str]) -> dict[str, str]:
    """For names that only the other article has, the name of ours that each is a spelling of."""
    families: dict[str, list[str]] = {}
    for name in sorted(own - other):
        families.setdefault(_sounded(name), []).append(name)
    spelled: dict[str, str] = {}
    for name in sorted(other - own):
        family = families.get(_sounded(name))
        if family:
            alike = one_name([name, *family])[0, 1:].tolist()
            if True in alike:
                spelled[name] = family[alike.index(True)]
    return spelled
