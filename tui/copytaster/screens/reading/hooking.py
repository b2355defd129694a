"""Hooks: what the user's settings want run when articles are kept, spiked, come in, or alarm.

They run one after the other beside the reader, never on the way of a key; what comes in meanwhile
waits and goes together. A hook that fails is one line.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copytaster.desk.words.rows import Row
from copytaster.screens.reading.outside import Outside, words_of_end

EACH_AT_MOST = 50
"""A command that is wanted for each article is run for no more than so many of a batch."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to be run about rows, for all together or for each."""

    event: str
    words: tuple[str, ...]
    numbers: tuple[int, ...]


class Hooking(Outside):
    """Runs what the settings hooked to an event; nothing where nothing is set."""

    _errands: list[Errand]
    _hooked: asyncio.Task[None] | None = None

    def on_mount(self) -> None:
        """Nothing waits yet."""
        self._errands = []

    def hook(self, event: str, numbers: Iterable[int]) -> None:
        """Something happened to these rows: run what is hooked to it."""
        words = self.settings.hooks.get(event)
        rows = tuple(numbers) if words else ()
        if words and rows:
            self._queue(Errand(event, words, rows))

    def hook_each(self, line: str, numbers: Sequence[int]) -> None:
        """Run a command of a rule for each of these rows."""
        from copytaster.desk.settings.own_commands import unsafe, words_of

        words = words_of(line)
        problem = unsafe(words) if words else "a quote is left open"
        if problem:
            self.message = f"a rule's command: {problem}"
            return
        for number in numbers[:EACH_AT_MOST]:
            self._queue(Errand("rule", words, (number,)))

    def _queue(self, errand: Errand) -> None:
        last = self._errands[-1] if self._errands else None
        if (
            last
            and (last.event, last.words) == (errand.event, errand.words)
            and last.event != "rule"
        ):
            together = tuple(dict.fromkeys((*last.numbers, *errand.numbers)))
            self._errands[-1] = Errand(errand.event, errand.words, together)
        else:
            self._errands.append(errand)
        if self._hooked is None or self._hooked.done():
            self.run_worker(self._run_errands(), exit_on_error=False)

    async def _run_errands(self) -> None:
        from copytaster.desk.outside import run_beside
        from copytaster.desk.settings.own_commands import filled

        self._hooked = asyncio.current_task()
        while self._errands:
            errand = self._errands.pop(0)
            about = self.about(errand.numbers)
            about["event"] = errand.event
            text = "".join(json_lines(self.desk.rows(errand.numbers)))
            ran = await run_beside(filled(errand.words, about), text, about)
            if ran.status:
                self.message = words_of_end(errand.words, ran)


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """What a hook is told of each article, one JSON object a line."""
    for row in rows:
        record = {
            name: getattr(row, name)
            for name in ("id", "path", "part", "title", "source", "slug", "urgency", "verdict")
        }
        yield json.dumps(record, ensure_ascii=False) + "\n"
