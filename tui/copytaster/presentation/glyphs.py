"""The few signs beside the text, in Unicode or, for poor terminals, in ASCII."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One sign for each thing that a row or a pane marks; every sign is one cell wide."""

    unread: str = "●"
    kept: str = "✓"
    spiked: str = "✗"
    flagged: str = "⚑"
    marked: str = "▪"
    folded: str = "▸"
    opened: str = "▾"
    caption: str = "▏"
    edge: str = "│"
    cursor: str = "▌"
    ellipsis: str = "…"
    bar_full: str = "▰"
    bar_empty: str = "▱"
    dot: str = "·"
    times: str = "×"
    heights: str = "▁▂▃▄▅▆▇█"
    note: str = "✎"


UNICODE = Glyphs()
ASCII = Glyphs(
    unread="*",
    kept="+",
    spiked="x",
    flagged="!",
    marked="#",
    folded=">",
    opened="v",
    caption="|",
    edge="|",
    cursor=">",
    ellipsis="~",
    bar_full="=",
    bar_empty=".",
    dot="-",
    times="x",
    heights=".:+#@",
    note='"',
)


def bar(score: float, cells: int, glyphs: Glyphs) -> str:
    """A score from 0 to 1 as a bar of so many cells."""
    full = max(0, min(cells, round(score * cells)))
    return glyphs.bar_full * full + glyphs.bar_empty * (cells - full)
