"""Articles in whole sentences: what the panes show by place, sign and colour, said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from copytaster.desk.words.rows import Row
from copytaster.presentation.ages import age
from copytaster.presentation.article_copy import passages
from copytaster.presentation.glyphs import ASCII
from copytaster.presentation.relations import KINDS, Relative
from copytaster.presentation.rows import URGENT
from copytaster.terminal.safe import safe_row
from copytaster.wire.article import Article


def headline(row: Row, now: float) -> str:
    """One article in a line, its source, age and states behind its title."""
    facts = [row.source or "", age(row.moment, now), *_states(row)]
    if row.problem:
        facts = [f"cannot be read: {row.problem}"]
    title = row.title or Path(row.path).name
    stop = "" if title.endswith((".", "?", "!", "…")) else "."
    return safe_row(f"{title}{stop} {', '.join(fact for fact in facts if fact)}.")


def text(article: Article, file_date: str | None, *, opened: bool) -> Iterator[str]:
    """The article, a paragraph a line, a blank line before each; folds as one line."""
    for passage in passages(article, ASCII, opened=opened, file_date=file_date):
        if passage.spaced:
            yield ""
        yield from (safe_row(line) for line in passage.text.split("\n"))
    yield ""
    yield "End of the article."


def relative(place: int, one: Relative) -> str:
    """A related story in a line, with the number to go to and the reasons."""
    kind = KINDS.get(one.related.kind, one.related.kind)
    title = f"{one.row.title}."
    facts = ", ".join(each for each in (one.row.source or "", one.apart) if each)
    score = f"{100 * one.related.score:.0f} of 100"
    reasons = "; ".join(one.related.reasons)
    return safe_row(f"{place}: {title} {facts}. {kind}, {score}: {reasons}")


def counted(number: int, noun: str) -> str:
    """`1 article`, `2,000 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _states(row: Row) -> Sequence[str]:
    urgent = row.urgency is not None and row.urgency <= URGENT
    said = (
        ("urgent", urgent),
        ("killed", row.status == "canceled"),
        ("on hold", row.status == "withheld"),
        (f"embargo until {row.embargo}", bool(row.embargo)),
        (row.take or "", bool(row.take)),
        (str(row.verdict), row.verdict is not None),
        ("flagged", row.flagged),
        (row.returned or "", bool(row.returned)),
        ("unread", not row.read and row.verdict is None),
    )
    return [words for words, so in said if so]
