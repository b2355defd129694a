"""Running text to a filing: the line rules, with what the format knows already as their hints.

For text as it comes from outlets, with furniture around it: plain files, web pages, feeds, mail.
Copy straight from an agency is read by `wire.agency`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from copytaster.wire.article import Block, Role
from copytaster.wire.filing import Filing
from copytaster.wire.lines.lines import Hints, Parsed, classify
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.pieces import Kind, Piece

_FIELDS = ("title", "kicker", "deck", "byline", "dateline", "date", "source", "advisory")
_MARKED = {Kind.CAPTION: Role.CAPTION, Kind.TABLE: Role.BODY}
_STORY = (Role.BODY, Role.SUBHEAD)
_MOST_PIECES = 8000
_LONGEST_LINK = 120
_ALL_LINK = 0.9
_SENTENCE_ENDS = '.!?…:。！？”"»'


def read_prose(text: str, incoming: Incoming, known: Filing | None = None) -> Filing:
    """The filing of plain text; a field that `known` has already is kept, the others filled in."""
    known = known or Filing()
    limit = incoming.options.max_characters
    parsed = classify(text[:limit], Hints(title=known.title or None))
    warnings = (*known.warnings, *parsed.warnings)
    if len(text) > limit or incoming.cut:
        shown = f"{min(len(text), limit):,}"
        warnings += (f"a long file: only the first {shown} characters are shown",)
    filled = filled_from(parsed.fields, known, _FIELDS)
    return replace(filled, blocks=(*known.blocks, *parsed.blocks), warnings=warnings)


def read_page(pieces: Iterable[Piece], incoming: Incoming, known: Filing) -> Filing:
    """The filing of a marked-up page: each piece judged as a line, menus and captions as marked."""
    found = within(pieces, incoming.options.max_characters)
    if not found:
        return known
    parsed = classify(as_lines(found), Hints(title=known.title or None, html=True))
    blocks = tuple(
        _block(piece, judged) for piece, judged in zip(found, by_piece(parsed, found), strict=True)
    )
    filled = filled_from(parsed.fields, known, _FIELDS)
    warnings = (*known.warnings, *parsed.warnings)
    return replace(filled, blocks=(*known.blocks, *blocks), warnings=warnings)


def within(pieces: Iterable[Piece], limit: int) -> list[Piece]:
    """As many pieces as this many characters allow, one at least."""
    kept: list[Piece] = []
    size = 0
    for piece in pieces:
        size += len(piece.text)
        if size > limit or len(kept) >= _MOST_PIECES:
            return kept or [replace(piece, text=piece.text[:limit])]
        kept.append(piece)
    return kept


def as_lines(pieces: Iterable[Piece]) -> str:
    """The pieces as a text for the line rules: one line each, parted by blank ones."""
    return "\n\n".join(" ".join(piece.text.split()) for piece in pieces)


def by_piece(parsed: Parsed, pieces: list[Piece]) -> list[Block]:
    """What the line rules said of each piece of `as_lines(pieces)`."""
    lines = {
        line: block
        for block in parsed.blocks
        if block.lines
        for line in range(block.lines[0], block.lines[1] + 1)
    }
    plain = (Block(Role.BODY, piece.text) for piece in pieces)
    return [lines.get(2 * number + 1, block) for number, block in enumerate(plain)]


def filled_from(fields: Mapping[str, str], known: Filing, names: Iterable[str]) -> Filing:
    """The known fields, those of these names that are missing taken from what the lines gave."""
    found: dict[str, Any] = {
        name: fields[name] for name in names if fields.get(name) and not getattr(known, name)
    }
    derived = "title" in found and fields.get("title_derived") == "yes"
    return replace(known, **found, title_derived=known.title_derived or derived)


def _block(piece: Piece, judged: Block) -> Block:
    """The block of a piece: as the markup says, else as the line rules do."""
    if role := _MARKED.get(piece.kind):
        return Block(role, piece.text)
    if piece.kind is Kind.MENU and not judged.role.folded:
        return Block(Role.FURNITURE, piece.text, reason="menus and forms of the page")
    if judged.role in _STORY and _is_link(piece):
        return Block(Role.LINK, piece.text, reason="a link of the page")
    heading = piece.kind in (Kind.SUBHEAD, Kind.TITLE) and judged.role in _STORY
    role = Role.SUBHEAD if heading else judged.role
    return Block(role, piece.text, suspect=judged.suspect, reason=judged.reason)


def _is_link(piece: Piece) -> bool:
    """Whether a short piece is nothing but a link, and no sentence."""
    short = len(piece.text) < _LONGEST_LINK and piece.text[-1] not in _SENTENCE_ENDS
    return short and piece.link_share >= _ALL_LINK
