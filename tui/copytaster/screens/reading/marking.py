"""What the screen says of marks: that some were dropped, or what is missing to set them."""

from __future__ import annotations

from copytaster.commands import Need
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.widgets.marked_list import MarkedList


class Marking(DeskScreen):
    """Hears what became of the marks in the list."""

    def on_marked_list_unmarked(self, event: MarkedList.Unmarked) -> None:
        """Marks went with their rows."""
        event.stop()
        self.message = dropped_words(event.count)

    def on_marked_list_anchorless(self, event: MarkedList.Anchorless) -> None:
        """A range begins at a mark."""
        event.stop()
        self.message = Need.MARK


def dropped_words(count: int) -> str:
    """`2 marks are not in this list and were dropped`."""
    subject = "1 mark is" if count == 1 else f"{count:,} marks are"
    return f"{subject} not in this list and {'was' if count == 1 else 'were'} dropped"
