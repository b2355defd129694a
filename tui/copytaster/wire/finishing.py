"""The last step of reading: a filing gets its id, its language and the desk's conventions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import Any

from copytaster.wire.article import STORY_ROLES, Article, Block, Role, Status, word_count
from copytaster.wire.conventions import status_of, take_of, urgency_of
from copytaster.wire.dates import absurdity, iso
from copytaster.wire.filing import Filing
from copytaster.wire.identity import fingerprint
from copytaster.wire.language import language_code, language_of
from copytaster.wire.lines.agency_credit import credited_agency
from copytaster.wire.lines.notices import advisory_of, embargo_of
from copytaster.wire.opening.incoming import Incoming

_AS_FILED = (
    "title", "title_derived", "kicker", "deck", "byline", "dateline", "date", "source", "slug",
    "keywords", "category", "version", "guid", "item", "links",
)  # fmt: skip
_HEAD_ROLES = (
    (Role.KICKER, "kicker"),
    (Role.TITLE, "title"),
    (Role.DECK, "deck"),
    (Role.BYLINE, "byline"),
    (Role.DATELINE, "dateline"),
)
_DATED = re.compile(
    r"[A-ZÀ-Þ][\w .,'-]{2,60},\s+[^\W\d_]{3,10}\.?\s+\d{1,2},\s+\d{4}(?=\s*(?:/|\(|--|–))|"
    r"(?:Issued|Released|Published|Updated) (?:at|on|by)\b.{4,60}\d{4}\b"
)
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FIRST_LINES = 8
_LONGEST_TITLE = 120
_OPENING = 60
_SHORT_DECK = 40
_TAKE_URGENCY = {"ALERT": 1, "FLASH": 1, "NEWSBREAK": 2, "BULLETIN": 2, "URGENT": 3}


def finish(
    filing: Filing, incoming: Incoming, *, format_name: str, media_type: str, part: int
) -> Article:
    """The article of this filing: all that the format gave, and what follows from it."""
    filing = _headed(filing, incoming)
    blocks = with_head(filing)
    take = filing.take or take_of(filing.title, filing.slug)
    filed: dict[str, Any] = {name: getattr(filing, name) for name in _AS_FILED}
    return Article(
        **filed,
        id=filing.own_id or filing.guid or fingerprint(filing.title, blocks),
        path=incoming.path,
        part=part,
        format=format_name,
        encoding=incoming.encoding,
        media_type=media_type,
        language=language_code(filing.language) or _language(filing, blocks),
        urgency=urgency_of(filing.urgency) or _TAKE_URGENCY.get(take or ""),
        urgency_raw=filing.urgency,
        word_count=word_count(blocks),
        status=_status(filing, take),
        embargo=_embargo(filing, blocks),
        take=take,
        advisory=_advisory(blocks) or filing.advisory,
        blocks=blocks,
        warnings=(*incoming.warnings, *filing.warnings, *_warnings(filing, blocks)),
    )


def with_head(filing: Filing) -> tuple[Block, ...]:
    """The filing's blocks, led by those of its head that the format kept apart from the text."""
    present = {block.role for block in filing.blocks}
    head = [
        Block(role, text)
        for role, name in _HEAD_ROLES
        if role not in present and (text := getattr(filing, name))
    ]
    if filing.title_derived:
        head = [block for block in head if block.role is not Role.TITLE]
    return (*(block for block in head if not _opens_the_story(block, filing)), *filing.blocks)


def _opens_the_story(head: Block, filing: Filing) -> bool:
    """Whether a dateline is also the beginning of the first paragraph, and so is shown there."""
    return head.role is Role.DATELINE and _lede(filing).lstrip().startswith(head.text)


def _headed(filing: Filing, incoming: Incoming) -> Filing:
    """The filing with a title, marked as derived if need be, and a head without repetition."""
    if not filing.title:
        texts = (block.text for block in filing.blocks if not block.role.folded)
        title = shortened(next(texts, "") or PurePath(incoming.path).name)
        filing = replace(filing, title=title, title_derived=True)
    day = filing.date or _date_in_text(filing.blocks)
    deck = None if _tells_nothing_new(filing) else filing.deck
    dateline = None if _is_timestamp(filing.dateline) else filing.dateline
    source = filing.source or credited_agency(_lede(filing))
    return replace(filing, deck=deck, dateline=dateline, date=day, source=source)


def _lede(filing: Filing) -> str:
    return next((block.text for block in filing.blocks if block.role is Role.BODY), "")


def _date_in_text(blocks: tuple[Block, ...]) -> str | None:
    """The day that a press release's dateline or a line of issue names in full.

    `MUMBAI, July 25, 2018 /PRNewswire/`, `Issued on Thursday 5 July 2018.`
    """
    for block in blocks[:_FIRST_LINES]:
        match = _DATED.match(block.text)
        if match and (found := iso(match[0])):
            return found[:10]
    return None


def shortened(text: str) -> str:
    """The first line of a text, cut at a word where it is longer than a headline may be."""
    line = text.split("\n", 1)[0]
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _tells_nothing_new(filing: Filing) -> bool:
    """Whether the deck is the headline again, or what the text begins with behind its dateline."""
    deck = (filing.deck or "").casefold()
    if not deck or deck == filing.title.casefold():
        return True
    body = [block.text.casefold() for block in filing.blocks if block.role is Role.BODY]
    opening = deck.rstrip(" .…")[:_OPENING]
    if len(opening) < _SHORT_DECK:
        return deck in body[:1]
    return any(0 <= text.find(opening) <= _OPENING for text in body[:3])


def _is_timestamp(dateline: str | None) -> bool:
    return bool(dateline and dateline[0].isdigit() and iso(dateline))


def _language(filing: Filing, blocks: tuple[Block, ...]) -> str | None:
    story = (block.text for block in blocks if block.role in STORY_ROLES)
    return language_of((filing.title, *story))


def _status(filing: Filing, take: str | None) -> Status:
    """What the format says, unless title or slug kill or hold an item that it calls usable."""
    named = filing.status or Status.USABLE
    return (status_of(take) or named) if named is Status.USABLE else named


def _embargo(filing: Filing, blocks: tuple[Block, ...]) -> str | None:
    """The format's, unless it is the year 1 that some systems write for none; else the text's."""
    if filing.embargo and not filing.embargo.startswith("0"):
        return filing.embargo
    return embargo_of("\n".join(block.text for block in blocks[:_FIRST_LINES]))


def _advisory(blocks: tuple[Block, ...]) -> str | None:
    found = (advisory_of(block.text) for block in blocks[:_FIRST_LINES])
    return next(filter(None, found), None)


def _warnings(filing: Filing, blocks: tuple[Block, ...]) -> list[str]:
    warnings = []
    told = any(filing.date[:10] in warning for warning in filing.warnings) if filing.date else True
    if filing.date and not told and (reason := absurdity(filing.date, _today())):
        warnings.append(reason)
    if not any(block.role in (Role.BODY, Role.SUBHEAD) for block in blocks):
        warnings.append("no story text found")
    if marks := sum(len(_UNSEEN.findall(block.text)) for block in blocks):
        warnings.append(
            f"{marks} invisible or direction mark{'' if marks == 1 else 's'} in the text"
        )
    return warnings


def _today() -> date:
    return datetime.now(UTC).date()
