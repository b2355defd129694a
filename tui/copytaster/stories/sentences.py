"""Sentences that are long enough to prove something, and which of them stand again in another text.

A blank line ends a sentence, a single line break does not: agencies wrap their lines. A copied
sentence has a ratio of 70 or more, all others 59 or less, on 70 pairs checked by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.comparing.splitting import news_sentences

COPIED = 70
FEWEST_WORDS = 5
MOST_SENTENCES = 80
_BLANK_LINE = re.compile(r"\n\s*\n")


def sentences_of(text: str) -> list[str]:
    """The sentences of five words or more (or of ten characters where words are not parted)."""
    blocks = (" ".join(block.split()) for block in _BLANK_LINE.split(text))
    parts = news_sentences("\n".join(blocks))
    long = (part for part in parts if part.count(" ") >= FEWEST_WORDS - 1 or _unspaced(part))
    return list(long)[:MOST_SENTENCES]


def _unspaced(sentence: str) -> bool:
    return len(sentence) >= 10 and ord(max(sentence)) >= 0x3040


def found_again(sentences: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """For each pair how alike they are, 70 to 100, or 0 below: (sentences, others)."""
    from rapidfuzz import fuzz, process

    if not sentences or not others:
        return np.zeros((len(sentences), len(others)), np.float32)
    return process.cdist(
        sentences, others, scorer=fuzz.ratio, score_cutoff=COPIED, dtype=np.float32
    )


def copied_share(alike: NDArray[np.float32]) -> tuple[float, float]:
    """Which share of the rows, and which of the columns, of `found_again` found a partner."""
    if not alike.size:
        return 0.0, 0.0
    return float((alike.max(1) > 0).mean()), float((alike.max(0) > 0).mean())
