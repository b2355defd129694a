"""Plain text to blocks: what each line of a wire file is.

A text is unwrapped into paragraphs; each is judged alone (the boilerplate rules first, then credits
and dates), then the head of the story is found, then each is judged again by its neighbours.
Nothing is lost: each non-blank line ends up in exactly one block.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from copytaster.wire.article import Block, Role
from copytaster.wire.boilerplate import rulebook
from copytaster.wire.lines.bylines import is_byline
from copytaster.wire.lines.captions import SHOWING_LENGTH, is_caption, is_credit_only
from copytaster.wire.lines.draft import Draft
from copytaster.wire.lines.head import INLINE_DATELINE, with_head
from copytaster.wire.lines.neighbours import revised
from copytaster.wire.lines.notes import advisory_in, is_note
from copytaster.wire.lines.paragraphs import Paragraph, paragraphs
from copytaster.wire.lines.prefix import take_prefix
from copytaster.wire.lines.signoffs import is_bio, is_sign_off, named_source
from copytaster.wire.lines.stamps import day_of, is_stamp
from copytaster.wire.lines.unheaded import with_unheaded
from copytaster.wire.shapes import Shape, shape_of

DERIVED_LENGTH = 100
"""Characters of a title that was derived from the lede."""
LAST_LINES = 30
"""Paragraphs from the end within which the writer may be introduced."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text before it is read.

    `title` is what the format named. `html` says that the lines were rendered from HTML, so that
    each is a whole block. `today` is the day from which a date is judged to lie in the future; None
    means now.
    """

    title: str | None = None
    html: bool = False
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text in order, the fields that they gave, and what was odd.

    `fields` may hold title, title_derived ("yes"), kicker, deck, byline, dateline, date (ISO 8601),
    source and advisory.
    """

    blocks: tuple[Block, ...]
    fields: Mapping[str, str]
    warnings: tuple[str, ...] = ()


def classify(text: str, hints: Hints = Hints()) -> Parsed:
    """The blocks, fields and warnings of a text; any text at all, it never raises."""
    today = hints.today or datetime.now(UTC).date()
    prefixed = take_prefix(text.replace("\r\n", "\n").replace("\r", "\n"), today)
    drafts = [_alone(paragraph) for paragraph in paragraphs(prefixed.text, wrapped=not hints.html)]
    head = with_head(_with_bios(_captions_beside_credits(drafts)), hints.title)
    drafts = with_unheaded(revised(head.drafts, head.lede), head.lede)
    blocks = tuple(draft.block() for draft in _with_subheads(drafts, head.lede))
    fields = _fields(blocks, hints)
    if prefixed.day:
        fields["date"] = prefixed.day
    return Parsed(blocks, fields, prefixed.warnings)


def _alone(paragraph: Paragraph) -> Draft:
    """The paragraph as it looks without its neighbours."""
    text = paragraph.text
    shape = shape_of(text)
    if text[0] in "([" and is_credit_only(shape):
        return Draft(paragraph, shape, Role.CAPTION)
    rule = rulebook().match(text, shape)
    if rule:
        return Draft(paragraph, shape, rule.role, rule.reason.format(line=text), rule=rule)
    return Draft(paragraph, shape, _own_role(text, shape))


def _own_role(text: str, shape: Shape) -> Role | None:
    """The role that a line claims by its own words, or None."""
    if named_source(text):
        return Role.SOURCE
    if is_stamp(text):
        return Role.DATE
    if is_sign_off(text, shape):
        return Role.SIGNOFF
    if is_note(text, shape):
        return Role.NOTE
    if is_byline(text, shape):
        return Role.BYLINE
    if INLINE_DATELINE.fullmatch(text + " "):
        return Role.DATELINE
    return Role.CAPTION if is_credit_only(shape) or is_caption(text, shape) else None


def _captions_beside_credits(drafts: Sequence[Draft]) -> list[Draft]:
    """A short line right under a picture credit, with no blank between, is its caption."""
    marked = list(drafts)
    for at, draft in enumerate(drafts[1:], start=1):
        before = drafts[at - 1]
        credited = before.role is Role.CAPTION and is_credit_only(before.shape)
        short = not draft.paragraph.apart and draft.shape.length <= SHOWING_LENGTH
        if credited and short and draft.role is None:
            marked[at] = draft.taken_as(Role.CAPTION)
    return marked


def _with_bios(drafts: Sequence[Draft]) -> list[Draft]:
    """Who is introduced in the last lines, with no story after them, is the writer."""
    marked = list(drafts)
    for at in range(len(drafts) - 1, max(len(drafts) // 2, len(drafts) - LAST_LINES), -1):
        draft = drafts[at]
        if draft.role is None and is_bio(draft.text, draft.shape):
            marked[at] = draft.taken_as(Role.BIO)
        elif draft.story:
            break
    return marked


def _with_subheads(drafts: Sequence[Draft], lede: int) -> list[Draft]:
    """A short open line with prose below it is a subhead."""
    marked = list(drafts)
    prose_below = False
    for at in range(len(drafts) - 1, lede - 1, -1):
        draft = drafts[at]
        if prose_below and draft.role is None and _is_subhead(draft.shape):
            marked[at] = draft.taken_as(Role.SUBHEAD)
        if not draft.folded:
            prose_below = draft.story
    return marked


def _is_subhead(shape: Shape) -> bool:
    return shape.words <= 14 and shape.length <= 110 and (not shape.closed or shape.asks)


_ONCE = (Role.TITLE, Role.KICKER, Role.DECK, Role.BYLINE, Role.DATELINE)


def _fields(blocks: Sequence[Block], hints: Hints) -> dict[str, str]:
    fields: dict[str, str] = {}
    for block in blocks:
        if block.role in _ONCE:
            fields.setdefault(block.role.value, block.text)
        elif block.role is Role.DATE and (day := day_of(block.text)):
            fields.setdefault("date", day)
        elif block.role is Role.SOURCE and (source := named_source(block.text)):
            fields.setdefault("source", source)
        elif block.role is Role.NOTE and (advisory := advisory_in(block.text)):
            fields.setdefault("advisory", advisory)
    _name_title(fields, blocks, hints)
    _name_dateline(fields, blocks)
    return fields


def _name_title(fields: dict[str, str], blocks: Sequence[Block], hints: Hints) -> None:
    if hints.title:
        fields["title"] = hints.title
    elif "title" not in fields:
        fields["title"] = derived_title(blocks)
        fields["title_derived"] = "yes"


def _name_dateline(fields: dict[str, str], blocks: Sequence[Block]) -> None:
    lede = next((block.text for block in blocks if block.role is Role.BODY), "")
    found = INLINE_DATELINE.match(lede)
    if found:
        fields.setdefault("dateline", found["place"].strip())


def derived_title(blocks: Sequence[Block]) -> str:
    """A title made from the lede, for a text that has none: its first words, cut at a space."""
    order = (Role.BODY, Role.SUBHEAD, Role.DECK, Role.CAPTION)
    ledes = (block.text for role in order for block in blocks if block.role is role)
    lede = next(ledes, blocks[0].text if blocks else "")
    dateline = INLINE_DATELINE.match(lede)
    lede = lede[dateline.end() :] if dateline else lede
    if len(lede) <= DERIVED_LENGTH:
        return lede
    return lede[:DERIVED_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
