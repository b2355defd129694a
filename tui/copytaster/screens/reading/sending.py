"""Sending out: articles to a command, into a file, to the clipboard.

It is about the marked articles, or the one on show. What should not be used, or not yet, is asked
about first; folded lines and private notes stay behind, whatever the way out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from copytaster.desk.exporting.form import Form
from copytaster.desk.keeping.saving import save_text
from copytaster.desk.keeping.there import folder_is_there, is_there
from copytaster.presentation.sent import exported_words, with_path
from copytaster.screens.reading.outside import Outside
from copytaster.widgets.choice import YES, Answer
from copytaster.widgets.prompt import Prompt, Purpose
from copytaster.wire.article import Article
from copytaster.wire.opening.source import reason_of

if TYPE_CHECKING:
    from copytaster.desk.exporting.exportable import Sorted

FORMS = {form.value: form for form in Form} | {"mbox": Form.MAIL, "markdown": Form.MARKDOWN}
ON_THE_TERMINAL = "!"
"""Before a command: it gets the terminal, as mutt and vi have it."""

MOST_BYTES = 120
"""Of a file name that is made here; systems take 255."""


class Sending(Outside):
    """The actions by which articles leave the desk."""

    def action_pipe(self) -> None:
        """Ask for a command that gets the text."""
        self.ask_line(Purpose.PIPE, "", earlier=self.desk.typed.of(Purpose.PIPE))

    def action_export(self) -> None:
        """Ask for a file."""
        article = self.sheet.article
        name = file_name(article.slug or article.title) if article else "articles"
        if self.articles.marked and self.articles.marked != {self.number}:
            name = "articles"
        folder = Path(self.settings.export_folder)
        proposed = str(folder / f"{name}.{Form.MARKDOWN}")
        self.ask_line(Purpose.EXPORT, proposed, other_forms)

    def action_copy(self) -> None:
        """Ask what to copy."""
        marked = self.desk.rows(self.articles.chosen()) if self.articles.marked else []
        rows = marked or [row for row in (self.row,) if row]
        if not rows:
            return
        pieces = {
            Answer("t", "title"): partial(self._copy_each, "title", [row.title for row in rows]),
            Answer("x", "text"): partial(self.send, "copy", self._copy_text),
            Answer("p", "path"): partial(self._copy_each, "path", [row.path for row in rows]),
        }
        link = next(iter(self.links()), "")
        if link and not marked:
            pieces[Answer("l", "link")] = partial(self._copy, "the link", link)
        self.ask("Copy", pieces)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Send it there."""
        line = event.text.strip()
        if not line:
            return
        match event.purpose:
            case Purpose.PIPE:
                self.desk.typed.add(Purpose.PIPE, line)
                self.send("pipe", partial(self._pipe, line))
            case Purpose.EXPORT:
                self._choose_file(Path(line).expanduser())

    def send(self, word: str, send: Callable[[Sequence[Article]], None]) -> None:
        """Send what may go; where something stands against it, ask."""
        from copytaster.desk.exporting.exportable import Exportable

        found = Exportable(self.desk, clock=self.clock).sort(self.articles.chosen())
        if not found.all:
            self.message = f"nothing here to {word}"
        elif not found.held:
            send(found.free)
        else:
            answers = {Answer(YES, f"{word} all the same"): partial(send, found.all)}
            if found.free:
                answers[Answer("n", "without")] = partial(send, found.free)
            self.ask(held_words(found), answers, found.held[0][0].title)

    def _copy_text(self, articles: Sequence[Article]) -> None:
        text = as_text(articles)
        self._copy("the text" if len(articles) == 1 else f"{len(articles):,} texts", text)

    def _copy_each(self, what: str, lines: Sequence[str]) -> None:
        told = f"the {what}" if len(lines) == 1 else f"{len(lines):,} {what}s"
        self._copy(told, "\n".join(lines))

    def _copy(self, what: str, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.message = f"copied {what}: {len(text):,} characters"

    def _pipe(self, line: str, articles: Sequence[Article]) -> None:
        text = as_text(articles)
        about = self.about(self.articles.chosen())
        if line.startswith(ON_THE_TERMINAL):
            self.on_terminal(line[1:], text, about)
        else:
            self.beside(line, text, about, said=True)

    def _choose_file(self, path: Path) -> None:
        if any(path.absolute().is_relative_to(place.resolve()) for place in self.desk.places):
            self.message = "that is in the inbox, which is never written to"
        elif folder_is_there(path):
            self.message = f"{path} is a folder; name a file"
        elif is_there(path):
            write = partial(self.send, "export", partial(self._export, path))
            self.ask(f"{path.name} is there.", {Answer(YES, "write it anew"): write}, path.name)
        else:
            self.send("export", partial(self._export, path))

    def _export(self, path: Path, articles: Sequence[Article]) -> None:
        form = FORMS.get(path.suffix.lower().lstrip("."), Form.MARKDOWN)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save_text(path, _exported(articles, form))
        except OSError as error:
            said = f"cannot be written ({reason_of(error)}): "
            self.message = with_path(said, path, self.status.room)
            return
        title, count = articles[0].title, len(articles)
        self.message = exported_words(title, count, path, self.status.room)


def as_text(articles: Sequence[Article]) -> str:
    """Articles as a command gets them: plain text, one after the other."""
    return "".join(_exported(articles, Form.TEXT))


def _exported(articles: Sequence[Article], form: Form) -> Iterator[str]:
    """The articles in this form; what makes it is loaded with the first that are sent."""
    from copytaster.desk.exporting.exports import exported

    return exported(articles, form)


def held_words(found: Sorted) -> str:
    """What stands against it: “Title” is embargoed, 2 of 5 are embargoed or killed."""
    reasons = " or ".join(dict.fromkeys(reason.value for _, reason in found.held))
    if len(found.all) == 1:
        return f"“{found.held[0][0].title}” is {reasons}."
    count = len(found.held)
    return f"{count:,} of {len(found.all):,} {'is' if count == 1 else 'are'} {reasons}."


def file_name(title: str) -> str:
    """A title as the name of a file: small letters and figures of any script, `-` between them."""
    words = "".join(sign if sign.isalnum() else " " for sign in title.casefold()).split()
    name = "-".join(words)
    while len(name.encode("utf-8", "replace")) > MOST_BYTES:
        name = name[:-1]
    return name or "article"


def other_forms(line: str) -> list[str]:
    """The same file in each of the forms."""
    path = Path(line)
    return [str(path.with_suffix(f".{form}")) for form in Form] if path.name else []
