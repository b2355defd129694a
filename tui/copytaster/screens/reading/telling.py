"""Looking at the story of an article as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.commands import Need
from copytaster.desk.words.rows import Row, Sort, View
from copytaster.screens.reading.travelling import Travelling

if TYPE_CHECKING:
    from copytaster.screens.story import StoryScreen


class Telling(Travelling):
    """The action that opens the story page, and the news that fill it."""

    _story_screen: StoryScreen | None = None

    def action_story_page(self) -> None:
        """Show the story of this article: at once what the list knows, then all else."""
        row = self.row
        if row is None or row.story is None:
            self.message = Need.STORY
            return
        from copytaster.screens.story import StoryScreen

        page = self.desk.story_page(row.story)
        self._story_screen = StoryScreen(
            row.story, self._rows_of(row.story), page, row.number, self.articles.glyphs
        )
        self.app.push_screen(self._story_screen, self._leave_story)

    def show_story(self) -> None:
        """What the desk tells of the story on show is news; what has changed is asked for."""
        if self._story_screen is not None:
            story = self._story_screen.story
            self._story_screen.show(self._rows_of(story), self.desk.story_page(story))

    def _rows_of(self, story: int) -> list[Row]:
        return self.desk.rows(self.desk.order(View(query=f"story:{story}", sort=Sort.OLDEST)))

    def _leave_story(self, number: int | None) -> None:
        if self._story_screen is not None:
            self.desk.leave_story(self._story_screen.story)
        self._story_screen = None
        if number is not None and number != self.number:
            self.travel_to(number)
