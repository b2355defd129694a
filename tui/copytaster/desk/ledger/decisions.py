"""Decisions: what can be decided about articles, with the words in which it is told.

One and the same for the reader and for scripts, so that the history reads alike whoever decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytaster.desk.catalogue.entries import ledger_key, storable
from copytaster.desk.ledger.fields import Field, Item, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copytaster.desk.words.rows import Verdict
    from copytaster.wire.article import Article

TITLE_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Decision:
    """A value that a field of some articles is to have; `word` says it, `detail` is a tag."""

    field: Field
    value: Value
    word: str
    detail: str = ""

    def about(self, items: Sequence[Item]) -> str:
        """`kept “The title …”`, `kept 3 articles`."""
        return f"{self.word} {named(items)}"


def judged(verdict: Verdict | None) -> Decision:
    """Keeping or spiking, or, with None, taking the verdict back."""
    if verdict is None:
        return Decision(Field.VERDICT, None, "no longer kept or spiked:")
    return Decision(Field.VERDICT, verdict.value, verdict.value)


def flagged(*, flagged: bool) -> Decision:
    """Flagging, or taking the flag away."""
    return Decision(Field.FLAGGED, int(flagged), "flagged" if flagged else "no longer flagged:")


def marked_read(*, read: bool) -> Decision:
    """Marking as read or unread."""
    return Decision(Field.READ, int(read), "read:" if read else "unread:")


def tagged(tag: str, *, tagged: bool) -> Decision:
    """Giving a tag, or taking it away."""
    word = f"tagged {tag}:" if tagged else f"no longer tagged {tag}:"
    return Decision(Field.TAG, 1 if tagged else None, word, tag)


def noted(note: str) -> Decision:
    """Writing a note that is not for publication, or, with an empty one, taking it away."""
    text = storable(note.strip())
    return Decision(Field.NOTE, text or None, "noted on" if text else "no note any longer on")


def item_of(article: Article) -> Item:
    """A parsed article as the ledger knows it."""
    guid, slug = (text and storable(text) for text in (article.guid, article.slug))
    return Item(ledger_key(article), storable(article.id), guid, slug, storable(article.title))


def named(items: Sequence[Item]) -> str:
    """“The title …” of one article, the number of several."""
    if len(items) != 1:
        return f"{len(items):,} articles"
    title = items[0].title
    short = title if len(title) <= TITLE_SHOWN else f"{title[: TITLE_SHOWN - 2].rstrip()} …"
    return f"“{short}”"
