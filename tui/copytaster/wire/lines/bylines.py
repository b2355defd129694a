"""Bylines: who wrote. "By Jo Bell", "Von Jo Bell, Berlin", or a bare name where a byline stands."""

from __future__ import annotations

import re

from copytaster.wire.lines.stamps import is_stamp
from copytaster.wire.shapes import Shape

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_BY = re.compile(
    r"(?:by|von|par|por|da|di|door|av|af|autor(?:in)?|author|auteur|yazan|автор|written by|"
    r"words by|"
    r"text|texte|texto|testo|tekst|reported by|story by|analysis by|review by|opinion by|"
    r"eine analyse von|ein kommentar von|kommentar von|analyse von|un article de|"
    rf"propos recueillis par|przez|opracował)\s*:?\s+(?=(?-i:{_CAPITAL}))",
    re.IGNORECASE,
)
_NAME = rf"(?:{_CAPITAL}[\w.'’-]*|de|van|von|der|den|la|le|el|al|bin|di|da|del|dos|ten|ter)"
_NAMED = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,6}}"
    r"(?:(?:\s*[,|&]|\s+(?:and|und|et|y|e|in|at|aus|à|en|for|für|with))\s+\S.{0,80})?\Z"
)
_BEGINS_NAMED = re.compile(rf"{_NAME}\s+{_NAME}\s")
_HANDLE = re.compile(r"\s*@\w+\Z")
_TITLED = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|producer|staff|journalist|"
    r"redakteur(?:in)?|"
    r"korrespondent(?:in)?|muhabir|editör|redazione|redacción|agencies|agency|contributor|"
    r"news desk)\b",
    re.IGNORECASE,
)


def is_byline(text: str, shape: Shape) -> bool:
    """Whether the line says by itself who wrote: "By Jo Bell", "Jo Bell | 05.04.2025"."""
    if shape.length > 160 or shape.prose or shape.words > 22:
        return False
    named = shape.words >= 3 or text.isupper() or text[-1].isupper()
    if named and _BY.match(text) and (shape.words <= 10 or _TITLED.search(text)):
        return True
    name, bar, rest = text.partition("|")
    return bool(bar) and bool(_NAMED.match(name.strip())) and is_stamp(rest.strip())


def is_name(text: str, shape: Shape) -> bool:
    """Whether the line could be a writer's name, with a post or a paper behind it.

    Only its place, between headline and story, makes it a byline.
    """
    if shape.closed or shape.length > 100 or shape.words > 12:
        return False
    text = _HANDLE.sub("", text)
    titled = bool(_TITLED.search(text))
    if titled and _BEGINS_NAMED.match(text):
        return True
    return bool(_NAMED.match(text)) and (titled or _mostly_capitals(text))


def _mostly_capitals(text: str) -> bool:
    initials = [word[0] for word in text.split() if word[0].isalpha()]
    return sum(map(str.isupper, initials)) >= 0.6 * len(initials)
