"""An article made ready to be compared: its sentences, their words, and how one spells its names.

The names of two articles are brought to one spelling first (`stories.names`): Zelensky and
Zelenskyy, Yuri and Yury, and the house styles Kiev and Kyiv, are no differences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.folding import Word, stem, words_of
from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.comparing.quotations import Quotation, quotations
from copytaster.stories.names import consonants, one_name

_SHORTEST_NAME = 4
_MOSTLY = 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as it is compared.

    `plain` is its folded words in order, for rapidfuzz; `stems` those that carry meaning, once
    each; `speaker` those of them that only say who is quoted; `quotations` what is quoted.
    """

    text: str
    words: tuple[Word, ...]
    plain: str
    stems: frozenset[str]
    speaker: frozenset[str]
    quotations: tuple[Quotation, ...]


def tell(sentences: Sequence[str]) -> list[Told]:
    """Sentences made ready, each by itself."""
    return [_told(sentence, words_of(sentence), {}) for sentence in sentences]


def tell_both(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[Told], list[Told]]:
    """The sentences of two articles made ready, with one spelling for each name."""
    own = [words_of(sentence) for sentence in ours]
    other = [words_of(sentence) for sentence in theirs]
    spelled = one_spelling(_names(own), _names(other))
    return (
        [_told(text, words, {}) for text, words in zip(ours, own, strict=True)],
        [_told(text, words, spelled) for text, words in zip(theirs, other, strict=True)],
    )


def _told(text: str, words: Sequence[Word], spelled: Mapping[str, str]) -> Told:
    if spelled:
        words = [_respelled(word, spelled) for word in words]
    folded = [word.folded for word in words]
    stems = frozenset(map(stem, folded)) - FUNCTION_WORDS
    quoted = tuple(quotations(text))
    speaker = _speaker(quoted, len(words), stems)
    return Told(text, tuple(words), " ".join(folded), stems, speaker, quoted)


def _speaker(quotes: Sequence[Quotation], length: int, stems: frozenset[str]) -> frozenset[str]:
    """What stands outside the quotation in a sentence that is mostly one."""
    quoted = [word for quote in quotes for word in quote.words]
    if len(quoted) < _MOSTLY * length:
        return frozenset()
    return stems.difference(map(stem, quoted))


def _respelled(word: Word, spelled: Mapping[str, str]) -> Word:
    standard = spelled.get(word.folded)
    return word._replace(folded=standard) if standard else word


def _names(sentences: Sequence[Sequence[Word]]) -> set[str]:
    capital: set[str] = set()
    small: set[str] = set()
    for words in sentences:
        for word in words:
            (capital if word.capital else small).add(word.folded)
    return {
        name
        for name in capital - small
        if len(name) >= _SHORTEST_NAME and name.isascii() and name.isalpha()
    }


def one_spelling(own: set[str], other: set[str]) -> dict[str, str]:
    """For names that only the other article has, the name of ours that each is a spelling of."""
    families: dict[str, list[str]] = {}
    for name in sorted(own - other):
        families.setdefault(consonants(name), []).append(name)
    spelled: dict[str, str] = {}
    for name in sorted(other - own):
        family = families.get(consonants(name))
        if family:
            alike = one_name([name, *family])[0, 1:].tolist()
            if True in alike:
                spelled[name] = family[alike.index(True)]
    return spelled
