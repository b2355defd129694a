"""How far a long call has come: one line on stderr, where that is a terminal."""

from __future__ import annotations

import sys

ERASE_LINE = "\r\x1b[K"


def report(articles: int) -> None:
    """Say how many articles were read so far."""
    if sys.stderr.isatty():
        print(f"{ERASE_LINE}read {articles:,} articles", end="", file=sys.stderr, flush=True)


def clear() -> None:
    """Take the line away again, before the answer."""
    if sys.stderr.isatty():
        print(ERASE_LINE, end="", file=sys.stderr, flush=True)
