"""What a new version of an item changed, in one line: its own advisory, figures, counts."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.presentation.looks import Line, Look, Span
from copytaster.stories.comparing.revision import Revision
from copytaster.terminal.safe import safe_row

ARROW = " → "
_BETWEEN: Span = (" · ", Look.MUTED)
_MOST_FIGURES = 3


def revision_line(revision: Revision) -> Line:
    """The line, as in “Updates toll · 12 → 15 · 3 added, 1 cut”; empty where nothing changed."""
    line: list[Span] = []
    for part in _parts(revision):
        line += [_BETWEEN, part] if line else [part]
    return tuple(line)


def _parts(revision: Revision) -> Iterator[Span]:
    if revision.advisory:
        yield safe_row(revision.advisory.strip("()* ")), Look.NOTE
    for figure in revision.figures[:_MOST_FIGURES]:
        yield safe_row(f"{figure.ours}{ARROW}{figure.theirs}"), Look.URGENT
    counts = (
        (len(revision.added), "added"),
        (len(revision.cut), "cut"),
        (len(revision.changed), "changed"),
    )
    if told := ", ".join(f"{count} {deed}" for count, deed in counts if count):
        yield told, Look.MUTED
