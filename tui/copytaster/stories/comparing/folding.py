"""Words as they are compared: no case, accents, house style or ending stands between two of them.

Numbers in words become figures (eleven, 11), per cent is one word, British and American spellings
are one (`stories.spellings`), and a word is its first six letters, so that *discussed* meets
*discussion* in any language that inflects at the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.index.spellings import HOUSE_STYLES

STEM = 6
_SHORT_WORD = 3
_WORD = re.compile(
    r"[^\W\d_][^\W_]*+(?:['’][^\W\d_]{1,2}(?!\w))?|\d+[A-Za-z]\b"
    r"|\d+(?:[.,:'’\u00a0\u202f]\d+)*|%"
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"['’](?:s|d|t|re|ve|ll|m)?$")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,}")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:['’]s\b)?")
_PER_CENT = re.compile(r"\bper cent\b|\bpct\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"^[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я’' .-]{2,}[^.“\"]{0,60}?(?:\s[-–—_]{1,2}\s|\s?[-–—]{2}\s?)"
)
_SMALL = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ORDINALS = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ONE_WORD = {
    **HOUSE_STYLES,
    **{word: str(value) for value, word in enumerate(_SMALL, start=2)},
    **{word: f"{value}th" for value, word in enumerate(_ORDINALS, start=4)},
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "%": "percent",
    "kilometer": "km",
    "kilometre": "km",
    "kilo": "kg",
    "kilogram": "kg",
    "dollar": "usd",
    "advisor": "adviser",
    "mum": "mom",
    "don": "do",
    "didn": "did",
    "doesn": "does",
    "isn": "is",
    "aren": "are",
    "wasn": "was",
    "weren": "were",
}
_ENDINGS = (
    (("metre",), re.compile(r"metre$"), "meter"),
    (("our",), re.compile(r"(?<=.{3})our$"), "or"),
    (
        ("ise", "ised", "iser", "ising", "isation"),
        re.compile(r"(?<=.{3})is(?=(?:e|ed|er|ing|ation)$)"),
        "iz",
    ),
    (
        tuple(f"{twice}{end}" for twice in ("ll", "rr", "tt") for end in ("ed", "er", "ing")),
        re.compile(r"([lrt])\1(?=(?:ed|er|ing)$)"),
        r"\1",
    ),
    (("oured", "ouring"), re.compile(r"(?<=[^aeiou])our(?=(?:ed|ing)$)"), "or"),
)
"""What a word ends with, which is quick to see, what of it changes, and into what."""
_ANY_ENDING = tuple(ending for endings, _, _ in _ENDINGS for ending in endings)


class Word(NamedTuple):
    """One word of a sentence: how it is compared, where it stands, and whether it is a name."""

    folded: str
    start: int
    end: int
    capital: bool


def words_of(sentence: str) -> list[Word]:
    """The words of a sentence in order, without its dateline; unspaced scripts in pairs."""
    begin = dateline_end(sentence)
    found = _WORD.finditer(_joined(sentence), begin)
    if is_unspaced(sentence):
        return [word for match in found for word in _paired(match)]
    return [_word(match) for match in found]


def written_words(sentence: str) -> list[str]:
    """The same words as they are written; much quicker, for it does not say where they stand."""
    if is_unspaced(sentence):
        return [sentence[word.start : word.end] for word in words_of(sentence)]
    written: list[str] = _WORD.findall(_joined(sentence), dateline_end(sentence))
    return written


def folded_words(sentence: str) -> list[str]:
    """The same words, only as they are compared."""
    return list(map(folded_word, written_words(sentence)))


def meaning(folded: Iterable[str]) -> frozenset[str]:
    """The stems of words that carry meaning, once each."""
    return frozenset(map(stem, folded)) - FUNCTION_STEMS


def is_unspaced(sentence: str) -> bool:
    """Whether the words of a sentence are not parted by spaces, as in Japanese or Thai."""
    return not sentence.isascii() and _UNSPACED.search(sentence) is not None


def _word(found: re.Match[str]) -> Word:
    text = found[0]
    return Word(folded_word(text), found.start(), found.end(), text[0].isupper())


def _paired(found: re.Match[str]) -> Iterator[Word]:
    """A run of characters without spaces as its pairs of neighbours; another word as it is."""
    if not _UNSPACED.fullmatch(found[0]):
        yield _word(found)
        return
    for at in range(found.start(), found.end() - 1):
        yield Word(found.string[at : at + 2], at, at + 2, False)


def all_capital(words: Iterable[str], fewest: int) -> bool:
    """Whether all words of any length, at least so many, have a capital, as headlines have it."""
    long = [word[0].isupper() for word in words if len(word) > _SHORT_WORD]
    return len(long) >= fewest and all(long)


def dateline_end(sentence: str) -> int:
    """How many characters a dateline (GRADOVAR, Sept 18 (Norwire) - ) takes at the front."""
    found = _DATELINE.match(sentence)
    return found.end() if found else 0


def _joined(sentence: str) -> str:
    """The sentence, as long as before, with U.S. and per cent as one word each."""
    if sentence.count(".") > 1:
        sentence = _DOTTED.sub(lambda dotted: _undotted(dotted[0]), sentence)
    if "er cent" in sentence or "pct" in sentence:
        sentence = _PER_CENT.sub(lambda found: f"%{' ' * (len(found[0]) - 1)}", sentence)
    return sentence


def _undotted(dotted: str) -> str:
    return dotted.replace(".", "").ljust(len(dotted))


@lru_cache(maxsize=50_000)
def folded_word(word: str) -> str:
    """One word in its standard form: lower case, no accents, house styles off, whole."""
    if word[0].isdigit():
        return _plain_figure(word)
    word = word.casefold()
    if not word.isascii():
        word = _ACCENTS.sub("", unicodedata.normalize("NFKD", word))
    if "'" in word or "’" in word:
        word = _POSSESSIVE.sub("", word)
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    word = _ONE_WORD.get(word, word)
    return _in_one_spelling(word) if word.endswith(_ANY_ENDING) else word


def _in_one_spelling(word: str) -> str:
    """A word whose ending two countries spell in two ways."""
    for endings, changed, standard in _ENDINGS:
        if word.endswith(endings):
            word = changed.sub(standard, word)
    return word


def _plain_figure(word: str) -> str:
    """A figure without the marks between its thousands."""
    groups = re.split(r"[,.'’\u00a0\u202f]", word)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        return "".join(groups)
    return word.replace(",", ".")


def stem(folded: str) -> str:
    """What is left of a folded word when its ending may differ."""
    return folded if folded[0].isdigit() else folded[:STEM]


FUNCTION_STEMS = frozenset(
    stem(form) for word in FUNCTION_WORDS for form in (word, folded_word(word))
)
