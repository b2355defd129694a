"""Teaching: choose a paragraph, and have it folded or unfolded from now on.

What is taught is a deed like any other: the desk writes it down, and undo takes it back.
"""

from __future__ import annotations

from functools import partial

from copytaster.commands import Need
from copytaster.desk.inbox.teaching import Scope
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.what_is_new import met_words
from copytaster.presentation.wrap import cut
from copytaster.screens.reading.patience import Patience
from copytaster.terminal.safe import safe_row
from copytaster.widgets.choice import Answer

KEYS = {Scope.BLOCK: "b", Scope.SOURCE: "p", Scope.EVERYWHERE: "e"}
QUOTED = 24
QUOTES = '“”"'


class Teaching(Patience):
    """The actions on one paragraph of the article on show."""

    def action_paragraph(self, step: int) -> None:
        """The next or previous paragraph or fold; what is odd about it is said."""
        chosen = self.reader.choose(step)
        facts = (why(chosen), self._met(chosen)) if chosen else ("nothing to choose here",)
        self.message = "; ".join(filter(None, facts))

    def _met(self, chosen: Passage) -> str:
        """Where the sentences of a paragraph were read before."""
        news, article = self.sheet.whats_new, self.sheet.article
        if news is None or article is None or len(chosen.blocks) > 1:
            return ""
        return met_words(news, article.blocks.index(chosen.blocks[0]), self.clock())

    def action_fold(self) -> None:
        """Ask how far folding or unfolding the chosen paragraph is to reach."""
        chosen = self.reader.chosen
        if chosen is None:
            self.message = Need.PARAGRAPH
            return
        source = self.sheet.article.source if self.sheet.article else None
        words = {Scope.BLOCK: "here", Scope.SOURCE: "", Scope.EVERYWHERE: "everywhere"}
        if source:
            words[Scope.SOURCE] = f"wherever {cut(source, QUOTED)} has it"
        self.ask(
            question(chosen),
            {
                Answer(KEYS[scope], said): partial(self._teach, scope)
                for scope, said in words.items()
                if said
            },
        )

    def _teach(self, scope: Scope) -> None:
        """Teach it, and show the article as it is folded now."""
        chosen = self.reader.chosen
        if chosen is None or self.number is None:
            return
        fold = not is_fold(chosen)
        teach = partial(self.desk.teach, self.number, chosen.blocks, scope, fold=fold)
        self.patiently(teach, self.tell_and_show)


def is_fold(passage: Passage) -> bool:
    """Whether what a passage shows is folded away, be it opened or not."""
    return passage.blocks[0].role.folded


def why(passage: Passage) -> str:
    """What is odd about a paragraph: `suspect: unheaded list at the end`; nothing of most."""
    if len(passage.blocks) > 1 or not passage.blocks[0].reason:
        return ""
    kind = "folded" if is_fold(passage) else "suspect"
    return safe_row(f"{kind}: {passage.blocks[0].reason}")


def question(passage: Passage) -> str:
    """What is asked before something is taught: `Fold “UP NEXT”?`."""
    verb = "Unfold" if is_fold(passage) else "Fold"
    if len(passage.blocks) > 1:
        return f"{verb} these {len(passage.blocks)} lines?"
    return f"{verb} “{cut(safe_row(passage.blocks[0].text).strip(QUOTES), QUOTED)}”?"
