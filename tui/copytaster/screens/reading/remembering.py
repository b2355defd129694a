"""Remembering what was read, and showing what is new after it.

What one scrolled past is noted a moment later or when one goes on, never on the way of a key; what
is new is asked ahead for the rows in sight.
"""

from __future__ import annotations

from textual.timer import Timer

from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.widgets.reader import Reader

AHEAD = 10
NOTE_SECONDS = 1.0


class Remembering(DeskScreen):
    """The reading is noted, the answers come as news, and one key shows all alike."""

    _note_soon: Timer | None = None

    def look_ahead(self) -> None:
        """Have it found what may be wanted next: relations around the cursor, news in sight."""
        around = self.articles.around(AHEAD)
        here = [] if self.number is None else [self.number]
        self.desk.anticipate(around)
        self.desk.look_for_news([*here, *around, *self.articles.in_sight()])

    def action_alike(self) -> None:
        """Show what was read before like all else, or dimmed again."""
        self.dimming = not self.dimming
        self.message = "what was read before is dimmed" if self.dimming else "all looks alike"
        self.show_sheet()

    def on_reader_left(self, event: Reader.Left) -> None:
        """Note how far an article was read, once the next one is on show."""
        event.stop()
        self.call_after_refresh(self._note, event)

    def on_reader_scrolled(self) -> None:
        """Note it too where no other article follows for a moment."""
        if self._note_soon is not None:
            self._note_soon.stop()
        self._note_soon = self.set_timer(NOTE_SECONDS, self.note_reading)

    def on_mount(self) -> None:
        """Keep hold of the pane: when the screen goes, it is no longer among its children."""
        self._pane = self.reader

    def on_unmount(self) -> None:
        """Note how far one was when the reader was left."""
        self.note_reading()

    def note_reading(self) -> None:
        """Note how far the article on show was read by now."""
        reading = self._pane.reading()
        if reading is not None:
            self._note(reading)

    def show_news(self, numbers: tuple[int, ...]) -> None:
        """What is new in these rows is known now, or otherwise than before."""
        in_sight = self.articles.in_sight()
        if any(number in numbers for number in in_sight):
            self.turn += 1
        if self.number in numbers and self.dimming:
            self.show_sheet()

    def _note(self, reading: Reader.Left) -> None:
        if self.desk.has_read(reading.article, reading.letters) and self.is_running:
            self.look_ahead()
