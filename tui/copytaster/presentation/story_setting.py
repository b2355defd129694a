"""What the sections of a story page are set with: its view, its lines and stops, its measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from copytaster.desk.words.rows import Row
from copytaster.desk.words.story_page import StoryPage, Take
from copytaster.presentation.ages import instant
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import Line, Look
from copytaster.presentation.wrap import cut
from copytaster.terminal.safe import safe_row

MARGIN = "  "
OUTLET_CELLS = 16
NARROW_OUTLET = 10
ROOMY = 76
"""From this width on a row has room for a take's name, and for a broad outlet."""
FEWEST_CELLS = 20
NAMELESS = "(not named)"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line; the stop that it is of (None: of none), and the row that Enter leads to."""

    line: Line
    stop: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class StoryView:
    """What the page is made of: the rows of its articles by number, and the page, if known."""

    title: str
    rows: Mapping[int, Row]
    page: StoryPage | None
    takes: Sequence[Take]


class Setting:
    """A page being set to a width of `cells`; it numbers the stops as they come."""

    def __init__(self, view: StoryView, cells: int, glyphs: Glyphs) -> None:
        self.view, self.cells, self.glyphs = view, max(FEWEST_CELLS, cells), glyphs
        self.outlet_cells = OUTLET_CELLS if self.cells >= ROOMY else NARROW_OUTLET
        self._stops = count()
        self._nameless = _nameless(view)

    def cut(self, text: str, taken: int = 0) -> str:
        """The text as far as there is room beside what has `taken` so many cells."""
        return cut(text, self.cells - taken, self.glyphs.ellipsis)

    def next_stop(self) -> int:
        """The number of one more stop."""
        return next(self._stops)

    def stop(self, line: Line, number: int) -> StoryLine:
        """A line that is a stop by itself, and leads to a row."""
        return StoryLine(((MARGIN, Look.PLAIN), *line), self.next_stop(), number)

    def tellers(self, numbers: Sequence[int]) -> list[str]:
        """The outlets of these rows, each once."""
        return list(dict.fromkeys(map(self.teller, numbers)))

    def teller(self, number: int) -> str:
        """The outlet of a row; of several that name none each has a number, in order of time."""
        row = self.view.rows.get(number)
        if row and row.source:
            return safe_row(row.source)
        return f"unnamed {self._nameless[number]}" if number in self._nameless else NAMELESS

    def when(self, number: int) -> str:
        """When the take of a row came."""
        at = {take.number: moment(take.at, exact=take.exact) for take in self.view.takes}
        return at.get(number, "")


def _nameless(view: StoryView) -> dict[int, int]:
    """The rows that name no outlet, numbered from 1; none of them where there is only one."""
    rows = [take.number for take in view.takes if not view.rows[take.number].source]
    return {row: number for number, row in enumerate(rows, 1)} if len(rows) > 1 else {}


def plain(text: str) -> StoryLine:
    """A line that is no stop."""
    return StoryLine(((MARGIN, Look.PLAIN), (text, Look.MUTED)))


def counted(number: int, thing: str) -> str:
    """How many of a thing: 1 source, 2 sources."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def day(at: float) -> str:
    """The day of a time, in six cells."""
    then = instant(at)
    return f"{then.day:2} {then:%b}"


def hour(at: float) -> str:
    """The hour and minute of a time."""
    return f"{instant(at):%H:%M}"


def moment(at: float, *, exact: bool) -> str:
    """A time, or its day where no more is known."""
    return f"{day(at).strip()} {hour(at)}" if exact else day(at).strip()
