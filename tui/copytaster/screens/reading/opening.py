"""Opening outside: a link of the article, or the article itself in an editor, as a copy."""

from __future__ import annotations

import os
import shlex
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from copytaster.screens.reading.outside import Outside
from copytaster.terminal.web import in_terminal, opener

if TYPE_CHECKING:
    from copytaster.screens.links import Wanted

READ_ONLY = 0o400


class Opening(Outside):
    """The actions that show something of the article in another program."""

    def action_links(self) -> None:
        """Show the links of the article, and open the one that is chosen."""
        from copytaster.screens.links import LinkScreen

        links = self.links()
        if links:
            self.app.push_screen(LinkScreen(links), self._open)
        else:
            self.message = "no link in this article"

    def action_edit(self) -> None:
        """Open a copy in the editor: of the file where that is on show, else of the text."""
        row = self.row
        text = self._shown_text()
        if row is None or text is None:
            self.message = "nothing here to open"
            return
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        with tempfile.TemporaryDirectory(prefix="copytaster-") as folder:
            name = Path(row.path).name
            copy = Path(folder) / (name if self.raw else f"{name}.txt")
            copy.write_text(text, encoding="utf-8", errors="replace")
            copy.chmod(READ_ONLY)
            self.on_terminal([*editor, str(copy)], None, self.about([row.number]))

    def _open(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        command = None if wanted.copied else opener(wanted.link)
        if command is None:
            self.app.copy_to_clipboard(wanted.link)
            why = "copied" if wanted.copied else "no browser here: copied"
            self.message = f"{why} {wanted.link}"
        elif in_terminal(command):
            self.on_terminal(command, None, {})
        else:
            self.beside(command, "", {})
            self.message = f"opening {wanted.link}"

    def _shown_text(self) -> str | None:
        if self.raw:
            return self.sheet.raw
        from copytaster.desk.exporting.plain_text import plain_text
        from copytaster.desk.exporting.publishable import publishable

        article = self.sheet.article
        return plain_text(publishable(article)) if article else None
