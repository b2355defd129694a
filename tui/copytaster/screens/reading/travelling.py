"""Going to a related story or another take, and coming back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from copytaster.commands import Need
from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.order import place_of
from copytaster.desk.words.rows import Sort, View
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.widgets.related_stories import RelatedStories


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was: the view, the article, and how far each pane was scrolled."""

    view: View
    number: int | None
    list_top: int
    reader_top: int


class Travelling(DeskScreen):
    """The actions that jump, and the way back."""

    def __init__(self, desk: Desk, settings: Settings, clock: Callable[[], float]) -> None:
        super().__init__(desk, settings, clock)
        self._way_back: list[Place] = []

    def on_related_stories_chosen(self, event: RelatedStories.Chosen) -> None:
        """Go to the related story, whatever the list shows now."""
        self.travel_to(event.number)

    def action_related(self, step: int) -> None:
        """Walk the related stories from any pane."""
        self.message = "" if self.relatives else Need.RELATED
        self.related.move(step)

    def action_take(self, step: int) -> None:
        """The next or previous take of this story, by time."""
        row = self.row
        if row is None or row.story is None:
            self.message = Need.STORY
            return
        takes = self.desk.order(View(query=f"story:{row.story}", sort=Sort.OLDEST))
        place = place_of(takes, row.number)
        if place is None:  # it has gone into another story since its row was read
            self.message = Need.STORY
        elif 0 <= place + step < len(takes):
            self.travel_to(takes[place + step])
        else:
            self.message = "no later take" if step > 0 else "no earlier take"

    def action_story(self) -> None:
        """Only the articles of this story in the list."""
        row = self.row
        if row is None or row.story is None:
            self.message = Need.STORY
            return
        self._remember()
        self.view = View(query=f"story:{row.story}", sort=Sort.OLDEST)

    def travel_to(self, number: int) -> None:
        """Put an article on show and remember the way back."""
        self._remember()
        self._let_stand(number)
        if not self.articles.shows(number):
            self.view = replace(self.view, query="", search="", by_story=False)
        self.articles.go_to_number(number)

    def travel_back(self) -> bool:
        """Return to where one was before; whether there was such a place."""
        if not self._way_back:
            return False
        place = self._way_back.pop()
        self.view = place.view
        if place.number is not None:
            self._let_stand(place.number)
            self.articles.go_to_number(place.number)
        self.articles.show_from(place.list_top)
        self.reader.show_from(place.reader_top)
        return True

    def _let_stand(self, number: int) -> None:
        """Where a row stands for a story, let that of this article be itself."""
        if self.view.by_story and not self.articles.shows(number):
            self.order = self.desk.order(self.view, number)

    def _remember(self) -> None:
        place = Place(self.view, self.number, self.articles.top, self.reader.top)
        self._way_back.append(place)
