"""The second net under the drawn text: filters that every line of a Textual program passes.

`App.get_line_filters()` returns them; they see each strip after it is laid out, so they may not
change its width. Only widgets that override `render_lines` go past them, and clean text themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from copytaster.terminal.safe import HOSTILE, REPLACEMENT, bounded

if TYPE_CHECKING:
    import re

    from textual.color import Color


class AlikeFilter(LineFilter):
    """A filter without settings: any two are equal, so strips find in their cache what it made."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


class SafeFilter(AlikeFilter):
    """Takes what could act on the terminal out of every segment, its width in cells kept."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same list where all is clean, a cleaned copy where not."""
        if all(segment.text.isascii() and segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(_inert(text), style, control) for text, style, control in segments]


class MonochromeFilter(AlikeFilter):
    """Takes every colour away; what stood out by its background is shown reversed.

    Textual's own answer to NO_COLOR leaves 24-bit greys.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with the terminal's own two colours."""
        ground = background.rich_color
        return [
            Segment(text, style and _without_colour(style, ground.triplet), control)
            for text, style, control in segments
        ]


def _inert(text: str) -> str:
    return HOSTILE.sub(_blank, bounded(text))


def _blank(hostile: re.Match[str]) -> str:
    return REPLACEMENT * cell_len(hostile[0])


def _without_colour(style: Style, ground: object) -> Style:
    back = style.bgcolor
    stands_out = back is not None and not back.is_default and back.triplet != ground
    plain = style.without_color
    return plain + Style(reverse=True) if stands_out and not style.reverse else plain
