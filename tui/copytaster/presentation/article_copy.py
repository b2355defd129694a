"""An article as the reading pane shows it: a head, the copy in a readable measure, folds.

`passages` says what is shown, in order, without knowing a width; `set_lines` wraps it, lazily, so
that the first screen of a text of 50,000 words costs no more than that of a short one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.presentation.ages import remaining_words, stated
from copytaster.presentation.glyphs import Glyphs
from copytaster.presentation.looks import BLANK, Line, Look, Span
from copytaster.presentation.wrap import wrap
from copytaster.terminal.safe import safe
from copytaster.wire.article import Article, Block, Role, Status

EXPECTED = ("utf-8", "ascii")
"""Encodings that need no mention."""

_IN_HEAD = {
    Role.TITLE: "title",
    Role.KICKER: "kicker",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.DATELINE: "dateline",
    Role.DATE: "date",
    Role.SOURCE: "source",
}
_LOOKS = {
    Role.SUBHEAD: Look.SUBHEAD,
    Role.CAPTION: Look.CAPTION,
    Role.NOTE: Look.NOTE,
    Role.SIGNOFF: Look.MUTED,
    Role.BIO: Look.MUTED,
    Role.BYLINE: Look.MUTED,
    Role.DATE: Look.MUTED,
    Role.DATELINE: Look.MUTED,
    Role.SOURCE: Look.MUTED,
    Role.KICKER: Look.KICKER,
    Role.DECK: Look.DECK,
    Role.TITLE: Look.STRONG,
}
_STATUS_BANNERS = {
    Status.CANCELED: "KILLED: this item must not be used",
    Status.WITHHELD: "ON HOLD: not to be used until released",
}


class Mark(NamedTuple):
    """Where in the text of a passage, in characters, words have a look of their own."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph to be set: its text and look, a margin before each line, room above or not.

    `marks` are in order and do not overlap. `blocks` are those that it shows: one, or all of a
    fold; none in the head.
    """

    text: str
    look: Look
    margin: str = ""
    margin_look: Look = Look.MUTED
    spaced: bool = True
    preformatted: bool = False
    marks: tuple[Mark, ...] = ()
    blocks: tuple[Block, ...] = ()


NO_MARKS: Mapping[int, tuple[Mark, ...]] = MappingProxyType({})


def passages(
    article: Article,
    glyphs: Glyphs,
    *,
    opened: bool,
    file_date: str | None,
    remarks: Iterable[Passage] = (),
    banners: Iterable[Passage] = (),
    marks: Mapping[int, tuple[Mark, ...]] = NO_MARKS,
    now: float | None = None,
) -> Iterator[Passage]:
    """The passages of an article: head first, then its blocks, folded ones as one line a run.

    `opened` shows the folded lines below their fold. `file_date` is the file's own time, shown and
    marked where the article names no date. `banners` stand above all else, `remarks`, the desk's
    own, at the end of the head; `marks` are those of a block, by its number in the article. With
    `now` it is told how long an embargo still lasts.
    """
    yield from banners
    yield from _head(article, file_date, now)
    yield from remarks
    for folded, run in groupby(_flow(article), key=lambda placed: placed[1].role.folded):
        if folded:
            yield from _fold([block for _, block in run], glyphs, opened=opened)
        else:
            yield from (_passage(block, glyphs, marks.get(place, ())) for place, block in run)


def set_lines(shown: Iterator[Passage], measure: int) -> Iterator[Line]:
    """Passages as lines of at most `measure` cells, one blank line between paragraphs."""
    return (line for line, _ in set_passages(shown, measure))


def set_passages(shown: Iterator[Passage], measure: int) -> Iterator[tuple[Line, Passage | None]]:
    """The same lines, each with the passage that it belongs to; blank ones belong to none."""
    first = True
    for passage in shown:
        if passage.spaced and not first:
            yield BLANK, None
        first = False
        yield from ((line, passage) for line in _set(passage, measure))


def _set(passage: Passage, measure: int) -> Iterator[Line]:
    margin = ((passage.margin, passage.margin_look),) if passage.margin else ()
    start = 0
    for text in _texts(passage, measure - len(passage.margin)):
        if passage.marks:
            start = max(start, passage.text.find(text, start))
            yield (*margin, *marked(text, start, passage))
            start += len(text)
        else:
            yield (*margin, (text, passage.look))


def _texts(passage: Passage, measure: int) -> Iterator[str]:
    if passage.preformatted:
        return (text[:measure] for text in passage.text.split("\n"))
    return wrap(passage.text, measure)


def marked(text: str, start: int, passage: Passage) -> Iterator[Span]:
    """A line of a passage that begins at `start` of its text, with the looks of its marks."""
    taken = 0
    for mark in passage.marks:
        first, last = max(taken, mark.start - start), min(len(text), mark.end - start)
        if first >= last:
            continue
        if first > taken:
            yield text[taken:first], passage.look
        yield text[first:last], mark.look
        taken = last
    if taken < len(text) or not text:
        yield text[taken:], passage.look


def _head(article: Article, file_date: str | None, now: float | None) -> Iterator[Passage]:
    if banner := _STATUS_BANNERS.get(article.status):
        yield Passage(banner, Look.ALARM)
    if article.embargo:
        yield _embargo(article.embargo, now)
    if article.kicker:
        yield Passage(_clean(article.kicker), Look.KICKER)
    look = Look.DECK if article.title_derived else Look.TITLE
    yield Passage(_clean(article.title), look, spaced=not article.kicker)
    if article.title_derived:
        yield Passage("(no headline in the file: its first words)", Look.MUTED, spaced=False)
    if article.deck:
        yield Passage(_clean(article.deck), Look.DECK, spaced=False)
    yield Passage(credit(article, file_date), Look.MUTED)
    if article.advisory:
        yield Passage(_clean(article.advisory), Look.NOTE, spaced=False)
    yield from (Passage(_clean(warning), Look.NOTE, spaced=False) for warning in article.warnings)


def _embargo(embargo: str, now: float | None) -> Passage:
    if now is None:
        return Passage(f"EMBARGO until {stated(embargo)}", Look.EMBARGO)
    left = still_to_wait(embargo, now)
    if not left:
        return Passage(f"The embargo until {stated(embargo)} is over", Look.MUTED)
    words = remaining_words(left)
    still = f", still {words}" if words else ""
    return Passage(f"EMBARGO until {stated(embargo)}{still}", Look.EMBARGO)


def credit(article: Article, file_date: str | None) -> str:
    """Who, where, when and from whom, as far as the file says: the line under the headline."""
    date = stated(article.date) if article.date else ""
    if not date and file_date:
        date = f"{stated(file_date)} (the file's time)"
    words = f"{article.word_count:,} words" if article.word_count else ""
    encoding = "" if article.encoding in EXPECTED else article.encoding
    parts = (article.byline, article.dateline, date, article.source, article.take, words, encoding)
    return " · ".join(_clean(part) for part in parts if part)


def _flow(article: Article) -> Iterator[tuple[int, Block]]:
    """The blocks below the head, each with its number: all but what the head already shows."""
    shown: set[Role] = set()
    for place, block in enumerate(article.blocks):
        field = _IN_HEAD.get(block.role)
        if block.role is Role.NOTE and block.text == article.advisory:
            continue
        if field and block.role not in shown and getattr(article, field):
            shown.add(block.role)
        else:
            yield place, block


def _passage(block: Block, glyphs: Glyphs, marks: tuple[Mark, ...]) -> Passage:
    """A block as a passage; marks go where cleaning has moved the characters of its text."""
    look = Look.SUSPECT if block.suspect else _LOOKS.get(block.role, Look.PLAIN)
    margin = f"{glyphs.caption} " if block.role is Role.CAPTION else ""
    preformatted = "\n" in block.text
    text = _keep_lines(block.text)
    kept = marks if len(text) == len(block.text) else ()
    return Passage(text, look, margin, preformatted=preformatted, marks=kept, blocks=(block,))


def _fold(blocks: Sequence[Block], glyphs: Glyphs, *, opened: bool) -> Iterator[Passage]:
    sign = glyphs.opened if opened else glyphs.folded
    yield Passage(f"{sign} {fold_words(blocks)}", Look.FOLDED, blocks=tuple(blocks))
    if opened:
        margin = f"{glyphs.edge} "
        for block in blocks:
            yield Passage(
                _clean(block.text), Look.MUTED, margin, Look.FOLDED, spaced=False, blocks=(block,)
            )


def fold_words(blocks: Sequence[Block]) -> str:
    """What one fold hides, in words: `17 lines folded: links under “Explore”`."""
    lines = sum(_line_count(block) for block in blocks)
    reasons = list(dict.fromkeys(block.reason for block in blocks if block.reason))
    more = ", …" if len(reasons) > 2 else ""
    why = f": {', '.join(reasons[:2])}{more}" if reasons else ""
    return _clean(f"{lines} line{'' if lines == 1 else 's'} folded{why}")


def _line_count(block: Block) -> int:
    return block.text.count("\n") + 1 if block.text else 0


def _clean(text: str) -> str:
    return safe(text).replace("\n", " ")


def _keep_lines(text: str) -> str:
    return "\n".join(safe(line) for line in text.split("\n"))
