"""What of an article is its telling, below the head, and how long that is.

How far somebody read is told in letters, all characters but blanks, from the first subhead or
paragraph on: the same however wide the article is set.
"""

from __future__ import annotations

from copytaster.wire.article import Article, Block, Role

TELLING = frozenset({Role.SUBHEAD, Role.BODY})


def tells(block: Block) -> bool:
    """Whether a block is the article's own text below its head."""
    return block.role in TELLING and not block.suspect


def letters_of(text: str) -> int:
    """How many characters of a text are no blanks."""
    return sum(map(len, text.split()))


def letters_told(article: Article) -> int:
    """How many letters an article has below its head."""
    return sum(letters_of(block.text) for block in article.blocks if tells(block))
