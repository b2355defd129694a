"""Stories by hand: take an article out of its story, or make it one story with another."""

from __future__ import annotations

from functools import partial

from copytaster.commands import Need
from copytaster.screens.reading.patience import Patience


class Tying(Patience):
    """The actions that overrule the index; undo takes them back."""

    def action_part(self) -> None:
        """Take the article on show out of its story."""
        if self.number is not None:
            self.patiently(partial(self.desk.part, self.number), self.tell)

    def action_join(self) -> None:
        """Make the article on show and the related one under the cursor one story."""
        other = self.related.chosen
        if self.number is None or other is None:
            self.message = Need.RELATED
        else:
            self.patiently(partial(self.desk.join, self.number, other.number), self.tell)
