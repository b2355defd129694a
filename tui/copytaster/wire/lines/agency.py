"""Copy straight from an agency to a filing: no furniture, but notes, credits and repeated heads.

The line rules are asked what a paragraph is, and heard where they say sign-off, note or subhead.
Nothing is folded: agency copy has no link lists, and its agate looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape

from copytaster.wire.article import Block, Role
from copytaster.wire.filing import Filing
from copytaster.wire.lines.lines import Hints, classify
from copytaster.wire.lines.notices import (
    NOT_FOR_PUBLICATION,
    is_closing_line,
    is_notebook_mark,
    is_private_mark,
)
from copytaster.wire.lines.prose import as_lines, by_piece, filled_from, read_prose, within
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.pieces import Kind, Piece

_FIELDS = ("dateline", "byline", "date", "advisory")
_HEARD = (Role.BODY, Role.SUBHEAD, Role.SIGNOFF, Role.NOTE, Role.BIO, Role.DATE, Role.SOURCE)
_ROLES = {
    Kind.TITLE: Role.SUBHEAD,
    Kind.SUBHEAD: Role.SUBHEAD,
    Kind.CAPTION: Role.CAPTION,
    Kind.TABLE: Role.BODY,
    Kind.BYLINE: Role.BYLINE,
    Kind.DECK: Role.DECK,
    Kind.KICKER: Role.KICKER,
}
_ESCAPED = re.compile(r"&(?:#\d{2,4}|quot|apos|nbsp|amp);")
_HEAD_PIECES = 6
_SHORT = 60
_LAST = 3


def read_agency(pieces: Iterable[Piece], incoming: Incoming, known: Filing) -> Filing:
    """The filing of an agency's marked-up text, below the fields that its envelope has."""
    found = within(map(_unescaped, pieces), incoming.options.max_characters)
    found = [piece for piece in _head_told(found, known) if not _says_again(piece, known)]
    if not found:
        return known
    parsed = classify(as_lines(found), Hints(title=known.title or None, html=True))
    blocks = [
        _block(piece, judged) for piece, judged in zip(found, by_piece(parsed, found), strict=True)
    ]
    alone = parsed.fields.get("dateline") in {piece.text for piece in found}
    filled = filled_from(parsed.fields, known, _FIELDS[alone:])
    return replace(filled, blocks=(*known.blocks, *with_notes(_with_byline(blocks, parsed.fields))))


def read_agency_text(text: str, incoming: Incoming, known: Filing) -> Filing:
    """The filing of an agency's plain text, its blocks with the lines of the file."""
    filing = read_prose(text, incoming, known)
    blocks = [
        replace(block, role=_heard(block.role), suspect=False, reason=None)
        for block in filing.blocks
    ]
    kept = {name: getattr(known, name) for name in ("kicker", "deck", "source")}
    return replace(filing, **kept, blocks=with_notes(blocks))


def with_notes(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with the agency's notebook at the end as notes, private from where it says so.

    dpa and others end a text with telephone numbers under "not intended for publication".
    """
    found: list[Block] = []
    reason = None
    for block in blocks:
        if is_private_mark(block.text):
            reason = NOT_FOR_PUBLICATION
        elif is_notebook_mark(block.text):
            reason = reason or "a note to editors"
        note = replace(block, role=Role.NOTE, suspect=False, reason=reason)
        found.append(note if reason else block)
    return tuple(_signed_off(found))


def _signed_off(blocks: list[Block]) -> list[Block]:
    """The blocks, the agency's last initials (`/ritzau/`, `ab/de/hmw`) as its sign-off."""
    body = [number for number, block in enumerate(blocks) if block.role is Role.BODY]
    for number in reversed(body[1:][-_LAST:]):
        if not is_closing_line(blocks[number].text):
            break
        blocks[number] = replace(blocks[number], role=Role.SIGNOFF)
    return blocks


def _block(piece: Piece, judged: Block) -> Block:
    if piece.kind is Kind.TEXT and any(map(str.isalpha, piece.text[:400])):
        return Block(_heard(judged.role), piece.text)
    return Block(_ROLES.get(piece.kind, Role.BODY), piece.text)


def _heard(role: Role) -> Role:
    return role if role in _HEARD else Role.BODY


def _with_byline(blocks: list[Block], fields: Mapping[str, str]) -> list[Block]:
    """The blocks, the one that gave the byline told."""
    byline = fields.get("byline")
    return [
        replace(block, role=Role.BYLINE)
        if number < _HEAD_PIECES and byline and block.text == byline
        else block
        for number, block in enumerate(blocks)
    ]


def _head_told(pieces: list[Piece], known: Filing) -> list[Piece]:
    """The pieces with what stands around a repeated headline told: kicker before, deck behind."""
    titles = [n for n, piece in enumerate(pieces[:_HEAD_PIECES]) if _is(piece, known.title)]
    if not titles:
        return pieces
    last = titles[-1]
    before = [
        replace(piece, kind=Kind.KICKER) if len(piece.text) < _SHORT else piece
        for piece in pieces[:last]
    ]
    after = pieces[last:]
    if not known.deck and len(after) > 2 and after[1].kind is Kind.SUBHEAD:
        after[1] = replace(after[1], kind=Kind.DECK)
    return [*before, *after]


def _says_again(piece: Piece, known: Filing) -> bool:
    """Whether a piece is the headline or the byline that the envelope has told already."""
    return _is(piece, known.title) or _is(piece, known.byline)


def _is(piece: Piece, text: str | None) -> bool:
    return bool(text) and piece.text.casefold() == (text or "").casefold()


def _unescaped(piece: Piece) -> Piece:
    """The piece with `&#39;` read: some agencies escape the text of their XML twice."""
    if "&" not in piece.text or not _ESCAPED.search(piece.text):
        return piece
    return replace(piece, text=unescape(piece.text))
