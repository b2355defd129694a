"""Tags and notes: what the desk writes on an article for itself, on one or on all that are marked.

Both go into the ledger, are undone like any decision, and never leave the desk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from copytaster.screens.reading.judging import Decision, Judging
from copytaster.widgets.prompt import Prompt, Purpose

_TAG = re.compile(r'(-?)#?(?:["“]([^"“”]*)["”]|([^\s,]+))')


class Annotating(Judging):
    """The actions that ask for a line and write it on articles."""

    def action_tag(self) -> None:
        """Ask for tags; one with a minus before it is taken away."""
        self.ask_line(Purpose.TAG, "", partial(completed_tags, known=self.desk.tags()))

    def action_note(self) -> None:
        """Ask for a note, with the one that is there; an empty one takes it away."""
        row = self.lone_row()
        self.ask_line(Purpose.NOTE, (row.note if row else "") or "")

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Write it on the article, or on all that are marked."""
        match event.purpose:
            case Purpose.TAG:
                self._tag(tags_of(event.text))
            case Purpose.NOTE:
                written = partial(self.desk.note, note=event.text)
                self.decide(Decision(self._note_words(event.text), written, goes_on=False))

    def _note_words(self, text: str) -> str:
        """What is asked before many articles get one note: how many lose theirs by it, too."""
        if not text.strip():
            return "take the note off"
        rows = self.desk.rows(self.articles.chosen()) if self.articles.marked else ()
        others = sum(bool(row.note) and row.note != text for row in rows)
        return f"note, in place of {others:,} that stand there, on" if others else "note on"

    def _tag(self, tags: Mapping[str, bool]) -> None:
        if not tags:
            self.message = "no tag was named"
            return
        named = ", ".join(tag if given else f"-{tag}" for tag, given in tags.items())
        tagged = partial(self.desk.tag, tags=tags)
        self.decide(Decision(f"tag {named}:", tagged, goes_on=False))


def tags_of(line: str) -> dict[str, bool]:
    """The tags of a line as it is typed, `flood, -old #sea`: given are True, taken away False.

    What stands in quotation marks is one tag.
    """
    found = {(quoted or word).strip("-# "): not sign for sign, quoted, word in _TAG.findall(line)}
    return {tag: given for tag, given in found.items() if tag}


def completed_tags(line: str, known: list[str]) -> list[str]:
    """The line with its last word completed to each tag that begins with it."""
    start = max(line.rfind(" "), line.rfind(",")) + 1
    sign = line[start : len(line) - len(line[start:].lstrip("-#"))]
    word = line[start + len(sign) :].casefold()
    if not word:
        return []
    return [line[:start] + sign + tag for tag in known if tag.casefold().startswith(word)]
