"""A pane drawn line by line: the base of the three panes, the help and the status bar.

Textual's Line API taken at its word: a pane keeps which line is on top and gives the compositor
finished strips, from a cache. It has no border, no scrollbar and no children, and it bypasses the
styles cache; measured at 80x24, that is 9.0 kB a key down to 5.4 kB, and 7.6 ms down to 5.0 ms
(design/terminal.md). Because line filters are bypassed too, every text goes through
`copytaster.terminal.safe` on its way into a line.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from copytaster.commands import Room
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import fit, width_of

LINES_AT_HAND = 1_000


class LinePane(Widget):
    """A pane of lines under one head line; subclasses say what the lines are.

    A subclass gives `line(y)`, the line at place y of its text, and `length`, how many there are;
    it calls `refresh_place` or `refresh` when they change, and `forget` when cached strips are no
    longer right.
    """

    HEAD_LINES: ClassVar[int] = 1
    ROOM: ClassVar[Room | None] = None
    """The room of the commands that its keys mean; None where keys mean something else."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.top = 0
        self._base: Style | None = None
        self._sheet_styles: dict[str, Style] = {}
        self._foregrounds: dict[Look, Style] = {}
        self._strips: dict[object, Strip] = {}
        self._by_line: dict[Line, Strip] = {}

    @property
    def length(self) -> int:
        """How many lines the whole text has."""
        return 0

    @property
    def page(self) -> int:
        """How many of them the pane shows at once."""
        return max(0, self.outer_size.height - self.HEAD_LINES)

    def line(self, place: int) -> Line:
        """The line at a place of the text, 0 being the first."""
        raise NotImplementedError

    def head(self) -> Line:
        """The line above the text that says what the pane shows."""
        return ()

    def under_cursor(self, place: int) -> bool:
        """Whether the line at this place is drawn as the one that keys act on."""
        return False

    def cache_key(self, place: int) -> object:
        """What the strip of a place depends on besides the width; None if it is not to be kept."""
        return None

    def forget(self) -> None:
        """Drop every cached strip and draw anew."""
        self._strips.clear()
        self.refresh()

    def refresh_place(self, place: int) -> None:
        """Draw one line anew, if it is in sight."""
        y = place - self.top + self.HEAD_LINES
        if self.HEAD_LINES <= y < self.outer_size.height:
            self.refresh(Region(0, y, self.outer_size.width, 1))

    def refresh_head(self) -> None:
        """Draw the head line anew."""
        if self.HEAD_LINES:
            self.refresh(Region(0, 0, self.outer_size.width, 1))

    def scroll_to_place(self, place: int) -> bool:
        """Put on top what brings a line into sight; whether all lines are to be drawn anew.

        By half a page where it is at the edge.
        A step that scrolls costs twice the bytes of one that does not, so it is made rarer.
        """
        page, last_top = self.page, max(0, self.length - self.page)
        if self.top <= place < self.top + page or not page:
            return False
        near = -page <= place - self.top < 2 * page
        half = page // 2
        if near:
            self.top = place - half if place >= self.top + page else place - page + 1 + half
        else:
            self.top = place - half
        self.top = max(0, min(self.top, last_top, place))
        return True

    def show_from(self, top: int) -> None:
        """Put the line at place `top` first, as far as the text is long enough."""
        self.top = max(0, min(top, self.length - self.page))
        self.refresh()

    def notify_style_update(self) -> None:
        """A theme or a style changed: nothing cached is right any longer."""
        self._base = None
        self._sheet_styles.clear()
        self._foregrounds.clear()
        self._strips.clear()
        self._by_line.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Strips are made for a width."""
        self._strips.clear()
        self._by_line.clear()

    def on_focus(self) -> None:
        """The head shows which pane the keys go to."""
        self.refresh_head()

    def on_blur(self) -> None:
        """The head shows which pane the keys go to."""
        self.refresh_head()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region of the pane, in cells of the pane."""
        if self._base is None:
            self._base = self.rich_style
        strips = [self._strip(y) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.outer_size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, y: int) -> Strip:
        if y < self.HEAD_LINES:
            return self._draw(self.head(), self._head_style())
        place = self.top + y - self.HEAD_LINES
        if place >= self.length:
            return self._drawn(())
        if self.under_cursor(place):
            return self._draw(self.line(place), self._styled("pane--cursor"), coloured=False)
        key = self.cache_key(place)
        strip = self._strips.get(key) if key is not None else None
        if strip is None:
            strip = self._drawn(self.line(place))
            if key is not None:
                self._strips[key] = strip
        return strip

    def _drawn(self, line: Line) -> Strip:
        """The strip of a line; one that was drawn before is the same strip, wherever it stands.

        Textual draws all panes between two places that changed, and keeps with a strip how it was
        cut and coloured.
        """
        strip = self._by_line.get(line)
        if strip is None:
            if len(self._by_line) >= LINES_AT_HAND:
                self._by_line.clear()
            strip = self._by_line[line] = self._draw(line, self._base or Style())
        return strip

    def _head_style(self) -> Style:
        return self._styled(f"look--{Look.FOCUS if self.has_focus else Look.HEAD}")

    def _draw(self, line: Line, base: Style, *, coloured: bool = True) -> Strip:
        """A line as a strip as wide as the pane, each look on the line's own background.

        The line under the cursor keeps one colour: it is calmer, and half the bytes.
        """
        width = self.outer_size.width
        segments, taken = [], 0
        for text, look in line:
            cells = min(width_of(text), width - taken)
            shown = text if taken + cells < width else fit(text, cells)
            segments.append(Segment(shown, self._on(base, look) if coloured else base))
            taken += cells
        if taken < width:
            segments.append(Segment(" " * (width - taken), base))
        return Strip(segments, width)

    def _on(self, base: Style, look: Look) -> Style:
        if look is Look.PLAIN:
            return base
        style = self._foregrounds.get(look)
        if style is None:
            style = self._foregrounds[look] = _foreground(self._styled(f"look--{look}"))
        return base + style

    def _styled(self, name: str) -> Style:
        """The style that the sheet has for what is of this class in the pane, asked for once.

        A widget's component classes would do, but Textual matches all of those with all rules at
        each change of any style: with 26 in each pane that was half the time of the first frame.
        """
        style = self._sheet_styles.get(name)
        if style is None:
            node = DOMNode(classes=name)
            node._attach(self)  # noqa: SLF001 - as Textual does it for component classes
            self.app.stylesheet.apply(node)
            style = self._sheet_styles[name] = node.rich_style
        return style


def _foreground(style: Style) -> Style:
    """The style without its background, to be laid on whatever line it stands in."""
    return Style(
        color=style.color,
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=style.reverse,
    )
