"""An article as plain text: a head, and one line a paragraph, as content systems take it in."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.desk.exporting.publishable import below_head, credit, warning
from copytaster.wire.article import Article, Block, Role

_OPENINGS = {Role.NOTE: "Note to editors: ", Role.CAPTION: "Caption: "}


def plain_text(article: Article) -> str:
    """Headline, deck, credit and paragraphs, a blank line between them."""
    head = (warning(article), article.kicker, _one_line(article.title))
    first = "\n".join(line for line in head if line)
    return "\n\n".join([first, *_paragraphs(article)]) + "\n"


def text_below_title(article: Article) -> str:
    """The same without its headline, for where that stands elsewhere."""
    above = warning(article)
    return "\n\n".join([*([above] if above else []), *_paragraphs(article)]) + "\n"


def _paragraphs(article: Article) -> Iterator[str]:
    head = (article.deck, credit(article), article.advisory)
    yield from (_one_line(text) for text in head if text)
    yield from filter(None, map(_paragraph, below_head(article)))


def _paragraph(block: Block) -> str:
    return _OPENINGS.get(block.role, "") + "\n".join(
        line.rstrip() for line in block.text.strip("\n").split("\n")
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
