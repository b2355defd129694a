"""The user's own commands on keys: a program about the article, or commands one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from copytaster.commands import BY_ID, Room
from copytaster.keyboard import key_names
from copytaster.screens.reading.patience import Patience
from copytaster.screens.reading.sending import Sending, as_text
from copytaster.widgets.prompt import Prompt, Purpose
from copytaster.wire.article import Article

if TYPE_CHECKING:
    from copytaster.desk.settings.own_commands import OwnCommand

ASKING = {
    "tag": Purpose.TAG,
    "note": Purpose.NOTE,
    "search": Purpose.SEARCH,
    "filter": Purpose.FILTER,
    "pipe": Purpose.PIPE,
    "export": Purpose.EXPORT,
}
"""The commands that ask for a line; in a macro the line stands behind the name."""


class Own(Sending, Patience):
    """The action that runs a command of the settings."""

    def on_mount(self) -> None:
        """Bind the keys; who had them has lost them (`keymap`)."""
        for command in self.settings.commands.values():
            for key in key_names(command.keys):
                self._bindings.bind(key, f"own({command.name!r})", command.help, show=False)

    def action_own(self, name: str) -> None:
        """Run one of them."""
        command = self.settings.commands.get(name)
        if command is None:
            self.message = f"there is no command {name}"
        elif command.steps:
            self._step(command, list(command.steps))
        else:
            self.send(name, partial(self._run, command))

    def _run(self, command: OwnCommand, articles: Sequence[Article]) -> None:
        from copytaster.desk.settings.own_commands import filled

        text = as_text(articles)
        about = self.about(self.articles.chosen())
        words = filled(command.words, about)
        if command.screen:
            self.on_terminal(words, text, about)
        else:
            self.beside(words, text, about, said=True)

    def _step(self, command: OwnCommand, steps: list[str]) -> None:
        """Do the first of the steps, and the others once all has heard of it."""
        if self._is_asking() or self.app.screen is not self:
            if steps:
                self.message = f"{command.name} stops here: {steps[0]} was to follow"
            return
        if not steps:
            return
        problem = self._do_step(steps[0])
        if problem:
            self.message = f"{command.name}: {problem}"
        else:
            self._when_heard(partial(self._step, command, steps[1:]))

    def _is_asking(self) -> bool:
        return self.choice.display or self.prompt.display or self.waits

    def _do_step(self, step: str) -> str | None:
        name, _, line = step.partition(" ")
        known = BY_ID.get(name)
        if known is None:
            return f"there is no command “{name}”"
        if line and name not in ASKING:
            return f"{name} takes no words"
        if line:
            self.post_message(Prompt.Entered(ASKING[name], line))
        else:
            place = {Room.LIST: self.articles, Room.READER: self.reader, Room.RELATED: self.related}
            self.call_later((place.get(known.room) or self).run_action, known.action)
        return None

    def _when_heard(self, then: Callable[[], None]) -> None:
        """Once the list has told of a move, and the screen has heard it."""
        self.call_later(self.articles.call_later, partial(self.call_later, then))
