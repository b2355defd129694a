"""The wires as lines: one a source, with its arrivals as a small picture."""

from __future__ import annotations

from copytaster.desk.lists.wires import PARTS, Wire, Wires
from copytaster.presentation.ages import age
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.sparkline import sparkline
from copytaster.presentation.wrap import fit
from copytaster.terminal.safe import safe_row

NAMELESS = "(no source named)"
QUIET = "  quiet"
NUMBER_CELLS = 7
LEAST_NAME = 12
ROOMY = 80
"""From this width on the figures of what was used are shown too …"""
WORDY = 88
"""… and from this one, in words, which wire is quiet; below, a sign says so."""


def wires_head(wires: Wires, width: int, glyphs: Glyphs) -> Line:
    """The names of the columns; over the pictures stands the span that they cover."""
    name, figures = _columns(width)
    headings = ("articles", "last", "unread", "kept", "spiked")[: figures + 2]
    columns = "".join(map(_right, headings))
    span = fit(
        f"last {wires.span.words}", len(wires.parts) or len("last 24 hours"), glyphs.ellipsis
    )
    return ((f" {fit('Wire', name)} {span}{columns}", Look.PLAIN),)


def wire_line(wire: Wire, wires: Wires, width: int, glyphs: Glyphs) -> Line:
    """One source: its name, its arrivals, how many, how long ago, and what became of them.

    The pictures of all sources have one scale.
    """
    name, figures = _columns(width)
    shown = safe_row(wire.source) or NAMELESS
    last = (glyphs.flagged if wire.quiet else "") + age(wire.last, wires.until)
    counts = (wire.unread, wire.kept, wire.spiked)[:figures]
    return (
        (f" {fit(shown, name, glyphs.ellipsis)} ", Look.SOURCE if wire.source else Look.MUTED),
        (sparkline(wire.parts, glyphs, wires.most), Look.SCORE),
        (_right(_figure(wire.total)), Look.PLAIN),
        (_right(last), Look.FLAGGED if wire.quiet else Look.MUTED),
        ("".join(_right(_figure(count)) for count in counts), Look.MUTED),
        (QUIET if wire.quiet and width >= WORDY else "", Look.FLAGGED),
    )


def sum_line(wires: Wires, width: int, glyphs: Glyphs) -> Line:
    """All sources together, on a scale of their own."""
    name, _ = _columns(width)
    return (
        (f" {fit('all', name)} ", Look.MUTED),
        (sparkline(wires.parts, glyphs), Look.SCORE),
        (_right(_figure(wires.total)), Look.PLAIN),
    )


def _columns(width: int) -> tuple[int, int]:
    """The cells of the name, and how many of the last three figures there is room for."""
    figures = 3 if width >= ROOMY else 0
    quiet = len(QUIET) if width >= WORDY else 0
    taken = 3 + PARTS + (2 + figures) * (NUMBER_CELLS + 1) + quiet
    return max(LEAST_NAME, min(32, width - taken)), figures


def _figure(count: int) -> str:
    return f"{count:,}" if count else "-"


def _right(text: str) -> str:
    return f"{text:>{NUMBER_CELLS + 1}}"
