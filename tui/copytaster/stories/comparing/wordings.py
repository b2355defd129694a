"""Many words as one pattern that is quick to look for: by their first letters.

Where case does not count, `re` tries each alternative at each place; words are parted by their
first letter, and a place that begins with none of these is left at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The pattern of one of these words, the longest first; it is no group yet."""
    endings: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        endings[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in endings.items())


def begins_like(words: Iterable[str], others: str = "") -> str:
    """The pattern of a place at which one of these words, or one of `others`, may begin."""
    letters = sorted({word[0] for word in words})
    return rf"(?<!\w)(?=[{''.join(letters)}{others}])"
