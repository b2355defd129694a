"""Words of many articles at once: found, folded and hashed by numpy, with no loop over words.

A term is a hash of 22 bits of a word in lower case, without accents and without a plural s. Scripts
that write no spaces between words (Chinese, Japanese, Thai, and Korean for its endings) give their
pairs of neighbouring characters. Two words fall on one term in about 2% of a vocabulary of 100,000,
which costs nothing that could be measured (design note in CONTRIBUTING).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TERM_BITS = 22
LONGEST_TEXT = 9_000
LONGEST_WORD = 40

_PLURAL_S, _LETTER_U = ord("s"), ord("u")
_MIXER = np.uint64(0xD6E8FEB86659FD93)
_RADIX = 0x9E3779B97F4A7C15
_TYPOGRAPHY = (
    (b"\xe2\x80\x99", b"'"),
    (b"\xe2\x80\x98", b"'"),
    (b"\xe2\x80\x9c", b'"'),
    (b"\xe2\x80\x9d", b'"'),
    (b"\xe2\x80\x93", b"-"),
    (b"\xe2\x80\x94", b"-"),
    (b"\xe2\x80\xa6", b"."),
    (b"\xc2\xa0", b" "),
    (b"\xe2\x80\x8b", b""),
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SYMBOLS = re.compile(r"[^\w\s\x00-\x7f]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CASED_BEYOND_LATIN = re.compile("[\u0370-\u1cff]")
_INITIALS = re.compile(rb"\b(?:[A-Z]\.){2,}")
_THOUSANDS = re.compile(rb"(?<=\d),(?=\d{3}\b)")


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


def _lower_case() -> NDArray[np.uint8]:
    """A table from byte to byte: letters and digits in lower case, all that parts words is 0."""
    table = np.zeros(256, np.uint8)
    for code in range(256):
        if code >= 128 or chr(code).isalnum() or code == ord("_"):
            table[code] = ord(chr(code).lower()) if code < 128 else code
    return table


def _powers() -> NDArray[np.uint64]:
    """The odd radix to the power of each place in a word, modulo 2**64."""
    return np.array([pow(_RADIX, place, 1 << 64) for place in range(LONGEST_WORD)], np.uint64)


_LOWER = _lower_case()
_POWERS = _powers()


def prepared(text: str) -> bytes:
    """A text as bytes in which words are runs of ASCII letters and bytes over 127.

    U.S. becomes US and 12,000 becomes 12000, so that house styles meet.
    """
    letters = text[:LONGEST_TEXT].encode("utf-8", "replace")
    if not letters.isascii():
        for typographic, plain in _TYPOGRAPHY:
            letters = letters.replace(typographic, plain)
        if not letters.isascii():
            letters = _folded(letters.decode("utf-8")).encode("utf-8", "replace")
    return _THOUSANDS.sub(b"", _INITIALS.sub(_without_dots, letters))


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


def _without_dots(initials: re.Match[bytes]) -> bytes:
    return initials[0].replace(b".", b"")


def tokens_of(texts: Sequence[tuple[str, str]]) -> Tokens:
    """All words of two letters or more of the texts, each a title and what follows it, in order."""
    titles = [prepared(title) for title, _ in texts]
    batch = [title + b"\n" + prepared(text) for title, (_, text) in zip(titles, texts, strict=True)]
    letters = np.frombuffer(b"\x00".join(batch) + b"\x00", np.uint8)
    lower = _LOWER[letters]
    edges = np.diff((lower != 0).view(np.int8), prepend=0)
    start = np.flatnonzero(edges == 1)
    length = np.flatnonzero(edges == -1) - start
    counted = (length > 1) & (length <= LONGEST_WORD)
    start, length = start[counted], length[counted]
    sizes = np.array([len(text) + 1 for text in batch], np.int64)
    ends = np.cumsum(sizes)
    ends_of_titles = ends - sizes + np.array([len(title) for title in titles], np.int64)
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


def _hashed(
    lower: NDArray[np.uint8], start: NDArray[np.int64], length: NDArray[np.int64]
) -> NDArray[np.uint32]:
    """The term of each word: a polynomial over its letters, mixed, its upper 22 bits."""
    if not len(start):
        return np.zeros(0, np.uint32)
    begins = np.cumsum(length) - length
    place = np.arange(int(length.sum())) - np.repeat(begins, length)
    letter = lower[np.repeat(start, length) + place].astype(np.uint64)
    total = np.add.reduceat(letter * _POWERS[place], begins)
    total -= np.where(_plural(lower, start, length), _PLURAL_S * _POWERS[length - 1], np.uint64(0))
    mixed = (total ^ (total >> np.uint64(29))) * _MIXER
    upper: NDArray[np.uint64] = mixed >> np.uint64(64 - TERM_BITS)
    return upper.astype(np.uint32)


def _plural(
    lower: NDArray[np.uint8], start: NDArray[np.int64], length: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Whether a word of five letters or more ends in an s that is not one of -ss or -us."""
    last, before = lower[start + length - 1], lower[start + length - 2]
    plural: NDArray[np.bool_] = (length > 4) & (last == _PLURAL_S)
    plural &= (before != _PLURAL_S) & (before != _LETTER_U)
    return plural


def term_of(word: str) -> int | None:
    """The term of a single word, or None where it is not exactly one."""
    terms = tokens_of([("", word)]).term
    return int(terms[0]) if len(terms) == 1 else None


def spelling(letters: bytes) -> str:
    """A word as its term sees it: in lower case and without a plural s."""
    word = letters.decode("utf-8", "replace").lower()
    if len(letters) > 4 and word[-1] == "s" and word[-2] not in "su":
        return word[:-1]
    return word
