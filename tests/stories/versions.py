"""Two versions of one item, for whoever holds them side by side."""

from __future__ import annotations

from copytaster.wire.article import Article, Block, Role

FIRST = (
    "Twelve people died when a mill burned in Ystermouth on Sunday, police said.",
    "The fire began in a drying room, the owner told local radio.",
    "Police said it was too early to name a cause.",
)
SECOND = (
    "Fifteen people died when a mill burned in Ystermouth on Sunday, police said.",
    "The fire began in a drying room, the owner told local radio.",
    "A night watchman was questioned until the morning.",
)


def version(*sentences: str, advisory: str | None = None) -> Article:
    """A version that tells these sentences, below an advisory line if it has one."""
    note = (Block(Role.NOTE, advisory),) if advisory else ()
    blocks = tuple(Block(Role.BODY, sentence) for sentence in sentences)
    return Article("item", "item.txt", language="en", advisory=advisory, blocks=note + blocks)
