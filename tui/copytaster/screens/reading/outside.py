"""Commands outside the reader: beside it, never holding up a key, or on its terminal."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from textual.app import SuspendNotSupported

from copytaster.desk.outside import Command, Ran, run_beside, run_on_terminal
from copytaster.presentation.wrap import cut
from copytaster.screens.reading.desk_screen import DeskScreen
from copytaster.terminal.safe import safe_row
from copytaster.terminal.web import links_in, webwise

NAMED = 30


class Outside(DeskScreen):
    """Runs commands about articles, and says how they went."""

    def about(self, numbers: Sequence[int]) -> dict[str, str]:
        """What a command is told of these rows: of one all, of several how many."""
        rows = self.desk.rows(numbers)
        told = {"count": str(len(rows))}
        if len(rows) == 1:
            row = rows[0]
            told |= {"path": row.path, "part": str(row.part), "id": row.id, "title": row.title}
            told |= {"source": row.source or "", "slug": row.slug or ""}
        return told

    def links(self) -> list[str]:
        """The links of the article on show that may be opened: of the web, and of mail."""
        article = self.sheet.article
        if article is None:
            return []
        told = "\n".join(block.text for block in article.blocks if not block.role.folded)
        return [*dict.fromkeys([*filter(webwise, article.links), *links_in(told)])]

    def beside(
        self, command: Command, text: str, about: Mapping[str, str], *, said: bool = False
    ) -> None:
        """Run a command while the reading goes on; where `said`, what it says is shown."""
        self.message = f"{_short(command)} …" if said else self.message
        self.run_worker(self._hear_out(command, text, about, said=said), exit_on_error=False)

    def on_terminal(self, command: Command, text: str | None, about: Mapping[str, str]) -> None:
        """Give a command the terminal until it ends."""
        try:
            with self.app.suspend():
                ran = run_on_terminal(command, text, about)
        except SuspendNotSupported:
            self.message = "this terminal cannot be lent to another program"
            return
        self.refresh(layout=True)
        self.message = words_of_end(command, ran) if ran.status else ""

    async def _hear_out(
        self, command: Command, text: str, about: Mapping[str, str], *, said: bool
    ) -> None:
        ran = await run_beside(command, text, about)
        lines = ran.output.rstrip("\n").count("\n") + 1
        if said and lines > 1 and self.app.screen is self:
            from copytaster.screens.output import OutputScreen

            self.app.push_screen(OutputScreen(_short(command), ran))
            self.message = ""
        elif said or ran.status:
            self.message = words_of_end(command, ran)


def words_of_end(command: Command, ran: Ran) -> str:
    """How a command went, in one line: `sort: done`, `wc: 120`, `mail failed (1): no such host`."""
    name = _short(command)
    last = safe_row(ran.output.strip().rpartition("\n")[2])
    if ran.status:
        return f"{name} failed ({ran.status})" + (f": {last}" if last else "")
    return f"{name}: {last or 'done'}"


def _short(command: Command) -> str:
    return cut(safe_row(command if isinstance(command, str) else shlex.join(command)), NAMED)
