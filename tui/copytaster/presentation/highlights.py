"""Words that stand out in a line, whatever the look around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from copytaster.presentation.looks import Line, Look


def highlighter(words: Sequence[str]) -> Callable[[Line], Line]:
    """A function that makes these words stand out in a line; they need not be whole sentences.

    Small and capital letters are alike, and a word is found whole, not within another.
    """
    if not words:
        return lambda line: line
    alternatives = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
    return lambda line: tuple(span for text, look in line for span in _parts(text, look, pattern))


def _parts(text: str, look: Look, pattern: re.Pattern[str]) -> Iterator[tuple[str, Look]]:
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], look
        yield match[0], Look.KEY
        end = match.end()
    if end < len(text) or not text:
        yield text[end:], look
