"""Words of many articles at once: found, folded and hashed by numpy, with no loop over words.

A term is a hash of 22 bits of a word in lower case, without accents and without a plural s. Scripts
that write no spaces between words (Chinese, Japanese, Thai, and Korean for its endings) give their
pairs of neighbouring characters. In a vocabulary of 100,000 about one word in forty shares its term
with another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

TERM_BITS = 22
LONGEST_TEXT = 9_000
LONGEST_WORD = 40

_PLURAL_S, _LETTER_U = ord("s"), ord("u")
_MIXER = np.uint64(0xD6E8FEB86659FD93)
_RADIX = 0x9E3779B97F4A7C15
_MARGIN = 5
_UNUSED_BITS = np.uint64(64 - TERM_BITS)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BEYOND_TYPOGRAPHY = re.compile("[^\x00-\x7f\u00a0\u2010-\u2027]")
_SYMBOLS = re.compile(r"[^\w\s\x00-\x7f]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CASED_BEYOND_LATIN = re.compile("[\u0370-\u1cff]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a batch, one entry a word, in reading order.

    `letters` is the text of the batch as bytes; `start` and `length` say where in it a word is,
    `article` to which of the batch it belongs, `term` what it is, `capital` whether it is written
    with a capital, `heading` whether it is of the title. All arrays but `letters` have one length.
    """

    letters: NDArray[np.uint8]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    article: NDArray[np.int64]
    term: NDArray[np.uint32]
    capital: NDArray[np.bool_]
    heading: NDArray[np.bool_]

    def only(self, kept: NDArray[np.bool_]) -> Tokens:
        """The words for which `kept` is true."""
        return Tokens(
            self.letters,
            self.start[kept],
            self.length[kept],
            self.article[kept],
            self.term[kept],
            self.capital[kept],
            self.heading[kept],
        )


def _lower_case() -> NDArray[np.uint8]:
    """A table from byte to byte: letters and digits in lower case, all that parts words is 0."""
    table = np.zeros(256, np.uint8)
    for code in range(256):
        if code >= 128 or chr(code).isalnum() or code == ord("_"):
            table[code] = ord(chr(code).lower()) if code < 128 else code
    return table


LOWER = _lower_case()
_CAPITAL = np.isin(np.arange(256), np.arange(ord("A"), ord("Z") + 1))
_DIGIT = np.isin(np.arange(256), np.arange(ord("0"), ord("9") + 1))


@cache
def _powers(bits: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The radix to the powers 0 to 2**bits - 1, and the inverse of each, modulo 2**64."""
    count, inverse = 1 << bits, pow(_RADIX, -1, 1 << 64)
    series = (np.full(count, base, np.uint64) for base in (_RADIX, inverse))
    powers, inverses = (np.cumprod(bases) for bases in series)
    return powers, inverses


def prepared(text: str) -> bytes:
    """A text as bytes in which words are runs of ASCII letters and of bytes over 127.

    Typographic marks may still stand in it; `_separated` knows them.
    """
    text = text[:LONGEST_TEXT]
    if not text.isascii() and _BEYOND_TYPOGRAPHY.search(text):
        text = _folded(text)
    return text.encode("utf-8", "replace")


def _folded(text: str) -> str:
    unspaced = _UNSPACED.search(text) is not None
    text = _ACCENTS.sub("", unicodedata.normalize("NFKC" if unspaced else "NFKD", text))
    if _CASED_BEYOND_LATIN.search(text):
        text = text.lower()
    if unspaced:
        text = _UNSPACED.sub(_pairs, text)
    return _SYMBOLS.sub(" ", text)


def _pairs(run: re.Match[str]) -> str:
    characters = run[0]
    pairs = (characters[place : place + 2] for place in range(max(1, len(characters) - 1)))
    return f" {' '.join(pairs)} "


def tokens_of(texts: Sequence[tuple[str, str]]) -> Tokens:
    """All words of two letters or more of the texts, each a title and what follows it, in order."""
    titles = [prepared(title) for title, _ in texts]
    batch = [title + b"\n" + prepared(text) for title, (_, text) in zip(titles, texts, strict=True)]
    sizes = np.array([len(text) + 1 for text in batch], np.int64)
    ends = np.cumsum(sizes) + 1
    ends_of_titles = ends - sizes + np.array([len(title) for title in titles], np.int64)
    letters = np.frombuffer(b"\x00".join([b"", *batch, b""]), np.uint8)
    dropped = _house_marks(letters)
    letters = np.delete(letters, dropped)
    ends -= np.searchsorted(dropped, ends)
    ends_of_titles -= np.searchsorted(dropped, ends_of_titles)
    lower = _separated(letters)
    in_word = lower != 0
    edges = np.flatnonzero(in_word[1:] != in_word[:-1]) + 1
    start, length = edges[::2], edges[1::2] - edges[::2]
    counted = (length > 1) & (length <= LONGEST_WORD)
    start, length = start[counted], length[counted]
    article = np.searchsorted(ends, start, "right")
    first = letters[start]
    return Tokens(
        letters=letters,
        start=start,
        length=length,
        article=article,
        term=_hashed(lower, start, length),
        capital=(first >= ord("A")) & (first <= ord("Z")),
        heading=start < ends_of_titles[article],
    )


def _house_marks(letters: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The places of the dots of U.S. and the comma of 12,000, which not every house writes."""
    padded = np.pad(letters, _MARGIN)
    dots = np.flatnonzero(letters == ord(".")) + _MARGIN
    initial = dots[_CAPITAL[padded[dots - 1]] & (LOWER[padded[dots - 2]] == 0)]
    more_before = (padded[initial - 2] == ord(".")) & _CAPITAL[padded[initial - 3]]
    more_after = _CAPITAL[padded[initial + 1]] & (padded[initial + 2] == ord("."))
    commas = np.flatnonzero(letters == ord(",")) + _MARGIN
    for place in (-1, 1, 2, 3):
        commas = commas[_DIGIT[padded[commas + place]]]
    commas = commas[~_DIGIT[padded[commas + 4]]]
    return np.sort(np.concatenate([initial[more_before | more_after], commas])) - _MARGIN


def _separated(letters: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The letters in lower case, with 0 for all that parts words.

    Quotes, dashes and dots beyond ASCII are E2 80 .. in UTF-8, the no-break space C2 A0.
    """
    lower = LOWER[letters]
    if letters.max(initial=0) >= 128:
        first = np.flatnonzero((letters[:-2] == 0xE2) & (letters[1:-1] == 0x80))
        for byte in range(3):
            lower[first + byte] = 0
        first = np.flatnonzero((letters[:-1] == 0xC2) & (letters[1:] == 0xA0))
        lower[first] = lower[first + 1] = 0
    return lower


def _hashed(
    lower: NDArray[np.uint8], start: NDArray[np.int64], length: NDArray[np.int64]
) -> NDArray[np.uint32]:
    """The term of each word: a polynomial over its letters, mixed, its upper 22 bits.

    The polynomial of a word is the difference of two running sums over the whole text, divided by
    the power at which the word starts (the radix is odd, so it has an inverse modulo 2**64).
    """
    powers, inverses = _powers(max(len(lower), 2).bit_length())
    running = np.zeros(len(lower) + 1, np.uint64)
    np.cumsum(lower * powers[: len(lower)], out=running[1:])
    end = start + length - _plural(lower, start, length)
    total = (running[end] - running[start]) * inverses[start]
    upper: NDArray[np.uint64] = ((total ^ (total >> np.uint64(29))) * _MIXER) >> _UNUSED_BITS
    return upper.astype(np.uint32)


def _plural(
    lower: NDArray[np.uint8], start: NDArray[np.int64], length: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Whether a word of five letters or more ends in an s that is not one of -ss or -us."""
    last, before = lower[start + length - 1], lower[start + length - 2]
    plural: NDArray[np.bool_] = (length > 4) & (last == _PLURAL_S)
    plural &= (before != _PLURAL_S) & (before != _LETTER_U)
    return plural


def spelling(letters: bytes) -> str:
    """A word as its term sees it: in lower case and without a plural s."""
    word = letters.decode("utf-8", "replace").lower()
    if len(letters) > 4 and word[-1] == "s" and word[-2] not in "su":
        return word[:-1]
    return word
