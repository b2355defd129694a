"""A document read for comparing: its sentences, its quotes, its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.comparing.quotations import quoted
from copytaster.stories.forms import (
    frames_of,
    marks_of,
    of_one_form,
    of_other_figures,
    table_figures_of,
)
from copytaster.stories.index.document import Document
from copytaster.stories.index.terms import tokens_of
from copytaster.stories.sentences import sentences_of

REMEMBERED = 256
_FEWEST_QUOTED_WORDS = 4
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_CALENDAR = re.compile(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may"
    "|june|july|august|september|october|november|december",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, for comparing: `names` with how often each is said, `terms` beside them.

    `frames`, `marks` and `table_figures` are those of stories.forms.
    """

    sentences: tuple[str, ...]
    quotes: tuple[str, ...]
    names: dict[str, int]
    terms: NDArray[np.uint32]
    frames: frozenset[str]
    marks: frozenset[str]
    table_figures: frozenset[str]

    def of_one_form(self, other: Reading) -> bool:
        """Whether the two differ in names and figures alone."""
        if of_other_figures(self.table_figures, other.table_figures):
            return True
        return of_one_form(self.frames, other.frames, self.marks, other.marks)


def reading_of(document: Document) -> Reading:
    """The reading of a document; those that were read last are remembered."""
    return _reading(document.title, document.text)


@lru_cache(maxsize=REMEMBERED)
def _reading(title: str, text: str) -> Reading:
    said = _NAME.findall(f"{title}\n{text}")
    names = dict(Counter(name for name in said if not _CALENDAR.fullmatch(name)))
    terms = tokens_of([("", "\n".join(names))]).term
    if len(terms) != len(names):
        names, terms = {}, terms[:0]
    sentences = tuple(sentences_of(text))
    frames, marks = frames_of(sentences), marks_of((title, *sentences))
    figures = table_figures_of(text)
    return Reading(sentences, tuple(_quotes(text)), names, terms, frames, marks, figures)


def _quotes(text: str) -> Iterator[str]:
    """The quotes of four words or more, by the marks that comparing knows."""
    for quote in (quote for line in text.split("\n\n") for quote in quoted(line)):
        words = quote.split()
        if len(words) >= _FEWEST_QUOTED_WORDS:
            yield " ".join(words).strip(" ,.;:")
