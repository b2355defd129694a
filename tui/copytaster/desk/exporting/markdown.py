"""An article as Markdown (CommonMark 0.31), in which no sign of its own text is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copytaster.desk.exporting.publishable import below_head, credit, warning
from copytaster.wire.article import Article, Block, Role

_ACTIVE = re.compile(r"([\\`*_\[\]<]|&(?=#|\w+;))")
_CLOSING = re.compile(r"(?<![\\#])(#+)$")
_OPENING = re.compile(r"^(?:([#>+=~-])|(\d{1,9})(?=[.)](?:\s|$)))")


def markdown(article: Article) -> str:
    """Headline, deck, credit and paragraphs; captions in italics, notes as quotations."""
    return "\n\n".join([*_head(article), *map(_paragraph, below_head(article))]) + "\n"


def _head(article: Article) -> Iterator[str]:
    if above := warning(article):
        yield f"> **{_line(above)}**"
    if article.kicker:
        yield f"**{_line(article.kicker)}**"
    yield f"# {_heading(article.title)}"
    if article.deck:
        yield f"*{_line(article.deck)}*"
    if told := credit(article):
        yield _line(told)
    if article.advisory:
        yield f"> {_line(article.advisory)}"


def _paragraph(block: Block) -> str:
    match block.role:
        case Role.SUBHEAD:
            return f"## {_heading(block.text)}"
        case Role.CAPTION:
            return f"*{_line(block.text)}*"
        case Role.NOTE:
            return f"> {_line(block.text)}"
    return "\\\n".join(_line(line) for line in block.text.split("\n") if line.strip())


def _heading(text: str) -> str:
    """One line whose last signs do not close a heading."""
    return _CLOSING.sub(r"\\\1", _line(text))


def _line(text: str) -> str:
    """One line of text in which nothing is markup."""
    line = _ACTIVE.sub(r"\\\1", " ".join(text.split()))
    return _OPENING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", line)
