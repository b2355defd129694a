"""The links of an article, each in full before it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from copytaster.presentation.looks import Line, Look
from copytaster.screens.overlay import Overlay, leaving
from copytaster.widgets.text_pane import TextPane


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link that was chosen, to be opened or only to be copied."""

    link: str
    copied: bool = False


class LinkList(TextPane):
    """Links, wrapped and never cut; one of them is under the cursor."""

    def __init__(self, links: Sequence[str]) -> None:
        super().__init__()
        self.links = links
        self.cursor = 0
        self._lines: list[tuple[int, str]] = []

    @property
    def length(self) -> int:
        """How many lines all links take."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """A piece of a link."""
        return ((f" {self._lines[place][1]}", Look.PLAIN),)

    def under_cursor(self, place: int) -> bool:
        """Whether the line is of the link that Enter opens."""
        return self._lines[place][0] == self.cursor

    def head(self) -> Line:
        """How many there are, and what the keys do."""
        count = f"{len(self.links)} links" if len(self.links) > 1 else "Link"
        return ((f" {count}  (Enter opens, y copies, Esc closes)", Look.PLAIN),)

    def on_resize(self) -> None:
        """Another width: other lines."""
        super().on_resize()
        room = max(8, self.outer_size.width - 2)
        self._lines = [
            (number, link[start : start + room])
            for number, link in enumerate(self.links)
            for start in range(0, len(link), room)
        ]
        self.action_move(0)

    def action_move(self, step: int) -> None:
        """The next or previous link."""
        self.cursor = max(0, min(self.cursor + step, len(self.links) - 1))
        places = [place for place in range(self.length) if self.under_cursor(place)]
        for place in (*places[-1:], *places[:1]):
            self.scroll_to_place(place)
        self.refresh()

    def action_page(self, step: int) -> None:
        """A few links further."""
        self.action_move(step * 8)

    def action_first(self) -> None:
        """To the first link."""
        self.action_move(-len(self.links))

    def action_last(self) -> None:
        """To the last link."""
        self.action_move(len(self.links))


class LinkScreen(Overlay[Wanted]):
    """The links over the article; it is left with the one that is wanted, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "want(False)", "Open this link", show=False),
        Binding("y", "want(True)", "Copy this link", show=False),
        *leaving("o", "link"),
    ]

    def __init__(self, links: Sequence[str]) -> None:
        super().__init__()
        self._list = LinkList(links)

    def compose(self) -> ComposeResult:
        """Put up the list."""
        yield self._list

    def action_want(self, copied: bool) -> None:
        """Leave with the link under the cursor."""
        self.dismiss(Wanted(self._list.links[self._list.cursor], copied))
