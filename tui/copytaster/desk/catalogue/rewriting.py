"""Rewriting: whether what a file tells now is a version of what it told before.

A wire or an editor may write a correction into the file of the story. A file whose place another
story takes, as in a feed or under a name like latest.txt, is no version of the old one.
"""

from __future__ import annotations

import zlib

from copytaster.desk.catalogue.entries import unpack
from copytaster.wire.article import Article

ALIKE = 60
LETTERS = 4_000
"""So much of both texts is held against each other, by rapidfuzz's ratio: less than 0.1 ms."""


def is_version(before: bytes, now: bytes) -> bool:
    """Whether two packed articles have one title, or texts that are alike."""
    try:
        old, new = unpack(before), unpack(now)
    except (ValueError, KeyError, TypeError, zlib.error):
        return False
    one_title = not old.title_derived and old.title.casefold() == new.title.casefold()
    return one_title or _alike(_text(old), _text(new))


def _alike(old: str, new: str) -> bool:
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(old, new, score_cutoff=ALIKE))


def _text(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)[:LETTERS]
