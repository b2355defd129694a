"""How the panes stand: the layout, and how much room each pane has; both stay as they were left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.geometry import Size

from copytaster.desk.desk import Desk
from copytaster.desk.keeping.arrangement import Arrangement, Shares, resized
from copytaster.desk.settings.settings import Settings
from copytaster.screens.reading.desk_screen import PANES, DeskScreen

BREAKPOINTS = {
    "auto": [(0, "-single"), (60, "-stacked"), (120, "-columns")],
    "columns": [(0, "-columns")],
    "stacked": [(0, "-stacked")],
    "reading": [(0, "-single")],
}
"""How the panes stand from which width on, by the name of the layout."""

IN_WORDS = {
    "auto": "as the width allows",
    "columns": "three columns",
    "stacked": "list above article",
    "reading": "one pane at a time",
}


class Arranging(DeskScreen):
    """The actions that give a pane more room or less, and choose the layout."""

    def __init__(self, desk: Desk, settings: Settings, clock: Callable[[], float]) -> None:
        super().__init__(desk, settings, clock)
        self.arrangement = desk.arrangements.load()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS[self.layout_name]
        if self.arrangement != Arrangement():
            self._stand()

    def stand_for(self, size: Size) -> None:
        """Take the classes of a size before it is told, so that the first layout is the right one.

        Textual tells it once the screen is composed, which cost a second layout and a second frame.
        """
        across = (size.width, self.HORIZONTAL_BREAKPOINTS)
        for dimension, breakpoints in (across, (size.height, self.VERTICAL_BREAKPOINTS)):
            names = [name for least, name in breakpoints or () if dimension >= least]
            self.add_class(*names[-1:])

    @property
    def layout_name(self) -> str:
        """The layout in force: the one that was chosen with the key, else the setting."""
        chosen = self.arrangement.layout
        return chosen if chosen in BREAKPOINTS else self.settings.layout

    def action_resize_pane(self, step: int) -> None:
        """Give the pane with the keys more room, or less."""
        place = PANES.index(self.focused.id) if self.focused and self.focused.id in PANES else 0
        if self.has_class("-columns"):
            columns = resized(self.arrangement.columns, place, step)
            self._arrange(replace(self.arrangement, columns=columns))
        elif self.has_class("-stacked"):
            rows = resized(self.arrangement.rows, place, step)
            self._arrange(replace(self.arrangement, rows=rows))
        else:
            self.message = "one pane at a time has all the room; L changes the layout"

    def action_usual_sizes(self) -> None:
        """Give each pane the room that it had at first."""
        self._arrange(Arrangement(layout=self.arrangement.layout))
        self.message = "the panes have their usual sizes"

    def action_next_layout(self) -> None:
        """Let the panes stand another way."""
        names = list(BREAKPOINTS)
        name = names[(names.index(self.layout_name) + 1) % len(names)]
        self._arrange(replace(self.arrangement, layout=name))
        self._take_layout(name)
        self.message = f"layout {name}: {IN_WORDS[name]}"

    def take_layout_of_settings(self) -> None:
        """The setting was changed, which counts for more than a key pressed before."""
        self._arrange(replace(self.arrangement, layout=""))
        self._take_layout(self.layout_name)

    def _arrange(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.desk.arrangements.save(arrangement)
        self._stand()

    def _stand(self) -> None:
        """In a grid of one column or one row the first share is the whole."""
        self.styles.grid_columns = _fractions(self.arrangement.columns)
        self.styles.grid_rows = _fractions(self.arrangement.rows)

    def _take_layout(self, name: str) -> None:
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS[name]
        fitting = max((least, way) for least, way in BREAKPOINTS[name] if least <= self.size.width)
        for _, way in BREAKPOINTS["auto"]:
            self.set_class(way == fitting[1], way)


def _fractions(shares: Shares) -> str:
    return " ".join(f"{share}fr" for share in shares)
