"""Negations: words that turn what a sentence says, in the languages of most wires."""

from __future__ import annotations

import re

_NEGATION = re.compile(
    r"\b(?:not|no|nor|never|none|without|neither|den(?:y|ies|ied)|nicht|kein\w*|nie|ohne|pas|jamais"
    r"|sans|sin|nunca|non|senza|не|нет|без)\b|n['’]t\b",
    re.IGNORECASE,
)


def negations(sentence: str) -> int:
    """How many a sentence has."""
    return len(_NEGATION.findall(sentence))
