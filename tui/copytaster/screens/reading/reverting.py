"""Undo and redo: the last decision, or as many as are chosen in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from copytaster.desk.words.rows import Deed
from copytaster.screens.reading.patience import Patience
from copytaster.widgets.choice import YES, Answer


class Reverting(Patience):
    """The actions that take back what was decided, and do it again."""

    def action_undo(self) -> None:
        """Take back the last decision, and go where it was made."""
        self.patiently(self.desk.undo, partial(self._returned, "nothing to undo"))

    def action_redo(self) -> None:
        """Do again what was undone last, and go there."""
        self.patiently(self.desk.redo, partial(self._returned, "nothing to redo"))

    def action_history(self) -> None:
        """Show what was decided, and take back as much of it as is wanted."""
        from copytaster.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.desk.history(), self.clock()), self._ask_back)

    def _ask_back(self, steps: int | str | None) -> None:
        if isinstance(steps, str):
            rule = partial(self._take_back_rule, steps)
            self.ask(f"take back all that the rule ‘{steps}’ did?", {Answer(YES, "yes"): rule})
        elif steps == 0:
            self.message = "that is taken back already"
        elif steps is not None:
            count = f"the last {steps:,} decisions" if steps > 1 else "the last decision"
            yes = Answer(YES, "yes, U does each again")
            self.ask(f"take back {count}?", {yes: partial(self._take_back, steps)})

    def _take_back_rule(self, rule: str) -> None:
        self.patiently(partial(self.desk.take_back, rule), self.tell_and_show)

    def _take_back(self, steps: int) -> None:
        self.patiently(Several(self.desk.undo, steps), partial(self._returned, "nothing to undo"))

    def _returned(self, otherwise: str, deed: Deed | None) -> None:
        number = self._nearest(deed.numbers) if deed else None
        moving = number is not None and self.articles.go_to_number(number)
        if moving:
            self.tell(deed, moving=True)
        else:
            self.tell_and_show(deed, otherwise)

    def _nearest(self, numbers: Sequence[int]) -> int | None:
        """Where to go for these rows: nowhere if the cursor is on one, else to the first listed."""
        if not numbers or self.articles.number in numbers:
            return None
        concerned = frozenset(numbers)
        return next((each for each in self.order if each in concerned), numbers[0])


class Several:
    """So many undos as one deed; called again, it goes on where the ledger was held."""

    def __init__(self, undo: Callable[[], Deed | None], steps: int) -> None:
        self._undo = undo
        self._steps = steps
        self._done = 0

    def __call__(self) -> Deed | None:
        """Take back what is left of them."""
        deed = None
        while self._done < self._steps:
            deed = self._undo()
            if deed is not None and deed.failed:
                return replace(deed, text=self._so_far() + deed.text)
            self._done += 1
        if deed and self._steps > 1:
            deed = replace(deed, text=f"took back {self._steps:,} decisions, U does each again")
        return deed

    def _so_far(self) -> str:
        return f"{self._done:,} of {self._steps:,} taken back, then: " if self._done else ""
