"""Numbers as they are written: 12,000 and 12 000, 4.1 and 4,1, $200m, 8.4 billion, eleven.

Times of day, ordinals and the numbers of things (Quay 9, No. 5) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copytaster.stories.comparing.measures import CURRENCIES
from copytaster.stories.comparing.numerals import SCALES, in_words, value_in_words

_DECIMAL_COMMA = "de fr es it pt nl ru pl uk sv da nb no fi cs tr el ro hu"
A_DIGIT = re.compile(r"\d")
"""What is in every number that is not written out in words; quick to look for."""
_COMMA_IS_DECIMAL = frozenset(_DECIMAL_COMMA.split())
_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
_DIGITS = re.compile(
    r"(?<![\w.,/:])(?<![^\d\s]-)(?<!\d{4}-)(?<!\d-\d\d-)(?!\d{4}-\d\d-)(?P<currency>(?:US|A|C|HK|NZ)?\$|[£€¥₹]|(?:USD|EUR|GBP)\s)?\s?"
    r"(?P<number>\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    rf"(?:(?:[\s-](?!\w\b))?(?P<scale>{_SCALE_WORDS})\b\.?)?(?![\w:]|[.,]\d|\s?(?:[ap]\.?m\b|GMT\b|Uhr\b|UTC\b))"
    r"(?P<symbol>\s?[%€])?",
    re.IGNORECASE,
)
_NUMBER_OF_A_THING = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w’'.-]*|No\.?|Nr\.?|page|paragraph)\s$")
_SENTENCE_START = re.compile(r"^[“\"„«‘'`(]*[^\s]+\s$")
_WINDOW = 40
_LONGEST_CURRENCY = 5
"""Characters of “US$” or “USD ” with a blank behind it."""
_TIME_OF_DAY = re.compile(r"\s(?:past|o['’]clock|in the (?:morning|evening|afternoon))\b")
_NO_NUMBER = re.compile(r"\b(?:past|half|no|any)\s$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:every|some)\s$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s(?:people|men|women|children|(?!across\b)[a-z]+s\b|[a-z]+\s(?:people|[a-z]+[^s\W]s\b))|[-–]"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number: its value, the worth of its last digit that is no filling 0, and its scale.

    `currency` is the one that stands before it ("USD") or None; `start` and `end` are offsets.
    """

    value: float
    unit: float
    scale: float
    currency: str | None
    start: int
    end: int


def amounts(sentence: str, language: str | None, *, worded: bool = True) -> Iterator[Amount]:
    """The numbers of a sentence, those in digits first.

    Without `worded` it is known that none is written out in words.
    """
    for found in _digits(sentence):
        if not _is_name(sentence, found.start("number")) and not _is_ordinal(sentence, found):
            yield _in_digits(found, language)
    if worded:
        yield from _in_words(sentence, language)


def _digits(sentence: str) -> Iterator[re.Match[str]]:
    """Numbers in digits, each looked for only from the next digit, or the currency before it."""
    end = 0
    while digit := A_DIGIT.search(sentence, end):
        found = _DIGITS.search(sentence, max(end, digit.start() - _LONGEST_CURRENCY))
        if found is None:
            return
        yield found
        end = found.end()


def _in_words(sentence: str, language: str | None) -> Iterator[Amount]:
    for found in in_words(language).finditer(sentence):
        if _is_no_number(sentence, found):
            continue
        value = value_in_words(found[0], language)
        yield Amount(value, _granularity(value), 1.0, None, found.start(), found.end())


def _is_no_number(sentence: str, found: re.Match[str]) -> bool:
    """Whether it is the time of day, or a pronoun: half past two, no two alike, every one."""
    before = max(0, found.start() - _WINDOW), found.start()
    if _TIME_OF_DAY.match(sentence, found.end()) or _NO_NUMBER.search(sentence, *before):
        return True
    return found[0].casefold() == "one" and _EACH.search(sentence, *before) is not None


def _is_name(sentence: str, start: int) -> bool:
    """Whether the number belongs to a thing's name: Quay 9, Flight 370, No. 5."""
    before = sentence[max(0, start - _WINDOW) : start]
    last_word = before.rfind(" ", 0, len(before) - 1) + 1
    named = _NUMBER_OF_A_THING.search(before, last_word) is not None
    return named and _SENTENCE_START.match(before) is None


def _is_ordinal(sentence: str, found: re.Match[str]) -> bool:
    return _ORDINAL.match(sentence, found.end("number")) is not None


def _in_digits(found: re.Match[str], language: str | None) -> Amount:
    scale = SCALES[found["scale"].casefold()] if found["scale"] and not _metres(found) else 1.0
    value, decimals = _value(found["number"], language)
    currency = found["currency"] or (found["symbol"] or "").strip().replace("%", "") or None
    unit = scale * 10.0**-decimals if decimals or scale > 1 else _granularity(value)
    end = found.end("scale") if scale > 1 else found.end("number")
    standard = CURRENCIES.get(currency.strip().casefold(), currency) if currency else None
    return Amount(value * scale, unit, scale, standard, found.start(), end)


def _metres(found: re.Match[str]) -> bool:
    """Whether the m behind a number is for metres: no money, and nothing that it counts follows."""
    if found["scale"] != "m" or found["currency"] or found["symbol"]:
        return False
    return _COUNTED.match(found.string, found.end()) is None


def _value(number: str, language: str | None) -> tuple[float, int]:
    """The value of digits with their marks, and how many of them are decimals."""
    if number.isdigit():
        return float(number), 0
    comma = (language or "en")[:2] in _COMMA_IS_DECIMAL
    number = re.sub(r"['’\u00a0\u202f]", "", number)
    groups = re.split(r"[.,]", number)
    marks = re.findall(r"[.,]", number)
    thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])
    if thousands and (len(marks) > 1 or marks[0] == ("." if comma else ",")):
        return float("".join(groups)), 0
    if len(groups) == 1:
        return float(number), 0
    return float("".join(groups[:-1]) + "." + groups[-1]), len(groups[-1])


def _granularity(value: float) -> float:
    """The place of the last digit that is not 0, at most a tenth of the value."""
    if value < 100 or value != int(value):
        return 0.0
    unit = 1.0
    while value % (unit * 10) == 0:
        unit *= 10
    return min(unit, value / 10) if unit > 1 else 0.0
