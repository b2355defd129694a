"""Where articles were sent to, in words that fit a line: the name of the file is cut last."""

from __future__ import annotations

from pathlib import Path

from copytaster.presentation.wrap import cut, cut_front, width_of
from copytaster.terminal.safe import safe_row

MOST_TITLE = 40
LEAST_TITLE = 12


def quoted(title: str, most: int = MOST_TITLE) -> str:
    """A title in quotes, of at most so many cells between them."""
    return f"“{cut(safe_row(title), most)}”"


def exported_words(title: str, count: int, path: Path, width: int) -> str:
    """`exported “Title” to …/wires/title.md`; of several articles how many they are.

    The path loses its beginning, then the title its end.
    """
    name = width_of(safe_row(path.name)) + width_of("…/")
    room = width - width_of("exported “” to ") - name
    what = (
        f"{count:,} articles"
        if count > 1
        else quoted(title, max(LEAST_TITLE, min(MOST_TITLE, room)))
    )
    return with_path(f"exported {what} to ", path, width)


def with_path(words: str, path: Path, width: int) -> str:
    """Words and a path behind them; of the path its end."""
    return words + cut_front(safe_row(str(path)), width - width_of(words))
