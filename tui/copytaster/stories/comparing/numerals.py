"""Numbers written out in words, in the languages whose wires we read most.

Only words that are nothing else: *one* counts where a measure follows it (`figures`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from copytaster.stories.comparing.wordings import any_of, begins_like

_ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_GERMAN = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
}  # fmt: skip
_FRENCH = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_SPANISH = {
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "veinte": 20,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "k": 1e3, "tsd": 1e3,
    "million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6, "millionen": 1e6,
    "millones": 1e6, "mln": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9,
    "mrd": 1e9, "milliarden": 1e9, "milliards": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "trln": 1e12, "dozen": 12, "mil": 1e3, "mille": 1e3, "tausend": 1e3, "cent": 1e2,
}  # fmt: skip
_BY_LANGUAGE = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
_COUNTED_BY_A = ("hundred", "thousand", "million", "billion", "trillion", "dozen")
_PART = re.compile(r"[^\W\d_]+")


def small_numbers(language: str | None) -> dict[str, int]:
    """The number words of a language; the English ones where it is another or unknown."""
    return _BY_LANGUAGE.get((language or "en")[:2], _ENGLISH)


@lru_cache(maxsize=8)
def in_words(language: str | None) -> re.Pattern[str]:
    """What a number in words looks like: twenty-five, two hundred, three and a half not."""
    numbers, scales = small_numbers(language), any_of(_COUNTED_BY_A)
    start = begins_like([*numbers, *_COUNTED_BY_A, "a", "half"])
    word = _joined(numbers) if numbers is _FRENCH else _tens_and_units(numbers)
    return re.compile(
        rf"{start}(?:(?:an?|half a)\s(?=(?:{scales})\b))?(?:{word}|(?<=\ba\s)(?:{scales}))"
        rf"(?:\s(?:{scales})(?:\s(?:and\s)?{word}(?!\s(?:{scales})))?)*(?!\w)",
        re.IGNORECASE,
    )


def _joined(numbers: dict[str, int]) -> str:
    """One or two number words: quatre-vingt, soixante-dix, vingt-deux."""
    return rf"(?:{any_of(numbers)})(?:[- ](?:{any_of(numbers)}))?"


def _tens_and_units(numbers: dict[str, int]) -> str:
    """One number word, or tens and units: twenty-five. “One five-hour operation” is two numbers."""
    tens = any_of(word for word, value in numbers.items() if value >= 20)
    units = any_of(word for word, value in numbers.items() if 0 < value < 10)
    return rf"(?:(?:{tens})[- ](?:{units})|{any_of(numbers)})"


def value_in_words(text: str, language: str | None) -> float:
    """The value of a number in words, as `in_words` finds it."""
    small = small_numbers(language)
    total = current = 0.0
    for found in _PART.finditer(text.casefold()):
        word = found[0]
        if word in small:
            current += small[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
    return total + current
