"""Baskets on the desk: the next and previous one, the switcher, and the filter saved as one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from copytaster.desk.lists.baskets import Basket
from copytaster.desk.words.rows import View
from copytaster.presentation.baskets import basket_words
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.widgets.choice import YES, Answer
from copytaster.widgets.prompt import Prompt, Purpose

if TYPE_CHECKING:
    from copytaster.screens.baskets import Wanted

INBOX = Basket("Inbox", "")


class Filing(DeskScreen):
    """The actions that change which basket the list shows."""

    def action_basket(self, step: int) -> None:
        """The next or previous basket; the whole inbox is one of them."""
        baskets = self._baskets()
        self._look_into(baskets[(self._place(baskets) + step) % len(baskets)])

    def action_baskets(self) -> None:
        """Show all baskets, and open the one that is picked."""
        from copytaster.screens.baskets import BasketScreen

        baskets = self._baskets()
        self.app.push_screen(BasketScreen(baskets, self._place(baskets)), self._take)

    def action_save_basket(self) -> None:
        """Ask for the name of a basket with the filter on show."""
        if self.view.query:
            self.ask_line(Purpose.BASKET, "")
        else:
            self.message = "\\ filters; then the filter can be saved as a basket"

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Save it under this name."""
        name = event.text.strip()
        if event.purpose is Purpose.BASKET and name:
            self.message = self.desk.save_basket(name, self.view.query)
            self.caption = self.caption_now()

    def _baskets(self) -> list[Basket]:
        inbox = replace(INBOX, count=len(self.desk.order(View())), unseen=self.unseen)
        return [inbox, *self.desk.baskets()]

    def _place(self, baskets: list[Basket]) -> int:
        queries = [basket.query for basket in baskets]
        return queries.index(self.view.query) if self.view.query in queries else 0

    def _look_into(self, basket: Basket) -> None:
        if basket.query:
            self.desk.look_into(basket)
        self.view = replace(self.view, query=basket.query, search="")
        counted = replace(basket, count=len(self.order))
        self.message = basket_words(counted)

    def _take(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        if wanted.wish == "open":
            self._look_into(wanted.basket)
        elif not wanted.basket.query:
            self.message = "the inbox stays"
        else:
            remove = partial(self._remove, wanted.basket.name)
            name = wanted.basket.name
            self.ask(f"remove the basket “{name}”?", {Answer(YES, "yes"): remove}, name)

    def _remove(self, name: str) -> None:
        self.message = self.desk.remove_basket(name)
        self.caption = self.caption_now()

    def caption_now(self) -> str:
        """What the head of the list says of the view, and what came since one was at its top."""
        view = self.view
        named = {basket.query: basket.name for basket in self.desk.baskets()}
        parts = [
            "Search: " + view.search if view.search else "",
            named.get(view.query, "Filter: " + view.query) if view.query else "",
        ]
        caption = "  ".join(part for part in parts if part) or INBOX.name
        new = f"  {self.unseen:,} new" if self.unseen else ""
        return f"{caption}, by story{new}" if view.by_story else f"{caption}{new}"
