"""Running text to a filing: the line rules, with what the format knows already as their hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain

from copytaster.wire.article import Block, Role
from copytaster.wire.conventions import NOT_FOR_PUBLICATION, is_private_mark

from copytaster.wire.article import Block, Role
from copytaster.wire.filing import Filing
from copytaster.wire.incoming import Incoming
from copytaster.wire.pieces import Kind, Piece


@dataclass(frozen=True, slots=True)
class Hints:
    """Stand-in until wire.lines is there."""

    source: str | None = None
    title: str | None = None
    html: bool = False
    taught: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """Stand-in until wire.lines is there."""

    blocks: tuple[Block, ...]
    fields: Mapping[str, str]
    warnings: tuple[str, ...] = ()


def classify(text: str, hints: Hints) -> Parsed:
    """Stand-in until wire.lines is there: the first line is the title, the others are body."""
    lines = [(n, line.strip()) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    title = None if hints.title else (lines[0] if lines else None)
    blocks = tuple(
        Block(Role.TITLE if title and title[0] == n else Role.BODY, line, (n, n))
        for n, line in lines
    )
    return Parsed(blocks, {"title": title[1]} if title else {})


_MARKED = {
    Kind.CAPTION: Role.CAPTION,
    Kind.TABLE: Role.BODY,
    Kind.BYLINE: Role.BYLINE,
    Kind.DECK: Role.DECK,
    Kind.KICKER: Role.KICKER,
}
_ESCAPED = re.compile(r"&(?:#\d{2,4}|quot|apos|nbsp|amp);")
_FIELDS = ("title", "kicker", "deck", "byline", "dateline", "date", "source", "advisory")


def read_prose(
    text: str, incoming: Incoming, known: Filing | None = None, *, html: bool = False
) -> Filing:
    """The filing of a text; a field that `known` has already is kept, the others are filled in."""
    known = known or Filing()
    limit = incoming.options.max_characters
    hints = Hints(
        source=known.source,
        title=known.title or None,
        html=html,
        taught=incoming.options.taught,
    )
    parsed = classify(text[:limit], hints)
    warnings = list(chain(known.warnings, parsed.warnings))
    if len(text) > limit or incoming.cut:
        warnings.append(
            f"a long file: only the first {min(len(text), limit):,} characters are shown"
        )
    filled = _fill(known, parsed)
    return replace(filled, blocks=(*known.blocks, *parsed.blocks), warnings=tuple(warnings))


def read_pieces(
    pieces: Iterable[Piece], incoming: Incoming, known: Filing, *, fold: bool
) -> Filing:
    """The filing of marked-up text: what the markup says of a piece, else what its line says.

    With `fold`, links and furniture are folded, as a web page needs it. Agencies send no such
    things, and without `fold` all that is neither note nor credit stays body.
    """
    found = _within(list(pieces), incoming.options.max_characters)
    if not fold:
        found = _head_told([_unescaped(piece) for piece in found], known)
    lines = (" ".join(piece.text.split()) for piece in found)
    hints = Hints(
        source=known.source,
        title=known.title or None,
        html=True,
        taught=incoming.options.taught,
    )
    parsed = classify("\n\n".join(lines), hints)
    judged = _by_line(parsed)
    blocks = tuple(
        _block(piece, judged.get(2 * number + 1), known, fold=fold)
        for number, piece in enumerate(found)
        if fold or not _says_again(piece, known)
    )
    return replace(_fill(known, parsed), blocks=(*known.blocks, *private_from_mark(blocks)))


def private_from_mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those behind a line that says so marked as not for publication.

    dpa and others end a text with telephone numbers under "not intended for publication".
    """
    for number, block in enumerate(blocks):
        if is_private_mark(block.text):
            rest = (
                replace(each, role=Role.NOTE, suspect=False, reason=NOT_FOR_PUBLICATION)
                for each in blocks[number:]
            )
            return (*blocks[:number], *rest)
    return blocks


def _unescaped(piece: Piece) -> Piece:
    """The piece with `&#39;` read: some agencies escape the text of their XML twice."""
    if "&" not in piece.text or not _ESCAPED.search(piece.text):
        return piece
    return replace(piece, text=unescape(piece.text))


def _within(pieces: list[Piece], limit: int) -> list[Piece]:
    """As many pieces as the limit of characters allows."""
    size = 0
    for number, piece in enumerate(pieces):
        size += len(piece.text)
        if size > limit:
            return pieces[:number] or [replace(piece, text=piece.text[:limit])]
    return pieces


def _head_told(pieces: list[Piece], known: Filing) -> list[Piece]:
    """The pieces with what stands around the headline told: a kicker before it, a deck behind.

    Only where the text repeats the headline that the envelope has.
    """
    titles = [number for number, piece in enumerate(pieces[:6]) if _says_again(piece, known)]
    if not titles:
        return pieces
    last = titles[-1]
    before = [replace(piece, kind=Kind.KICKER) for piece in pieces[:last] if len(piece.text) < 60]
    long = [piece for piece in pieces[:last] if len(piece.text) >= 60]
    after = pieces[last:]
    if not known.deck and len(after) > 2 and after[1].kind is Kind.SUBHEAD:
        after[1] = replace(after[1], kind=Kind.DECK)
    return [*before, *long, *after]


def _says_again(piece: Piece, known: Filing) -> bool:
    """Whether a piece is the headline or the byline that the envelope has told already."""
    text = piece.text.casefold()
    return text == known.title.casefold() or text == (known.byline or "").casefold()


def _by_line(parsed: Parsed) -> dict[int, Block]:
    return {
        line: block
        for block in parsed.blocks
        if block.lines
        for line in range(block.lines[0], block.lines[1] + 1)
    }


def _block(piece: Piece, judged: Block | None, known: Filing, *, fold: bool) -> Block:
    role = _MARKED.get(piece.kind)
    if role is not None or judged is None:
        return Block(role or Role.BODY, piece.text)
    if piece.kind is Kind.MENU and fold:
        return Block(Role.FURNITURE, piece.text, reason="menus and forms of the page")
    if piece.text == known.title:
        return Block(Role.TITLE, piece.text)
    if judged.role.folded and not fold:
        return Block(_kept(piece), piece.text)
    role = judged.role
    if role in (Role.BODY, Role.TITLE, Role.KICKER, Role.DECK):
        role = _kept(piece) if role in (Role.BODY, Role.TITLE) or not fold else role
    return Block(role, piece.text, suspect=judged.suspect, reason=judged.reason)


def _kept(piece: Piece) -> Role:
    return Role.SUBHEAD if piece.kind in (Kind.SUBHEAD, Kind.TITLE) else Role.BODY


def _fill(known: Filing, parsed: Parsed) -> Filing:
    found = {
        name: parsed.fields[name]
        for name in _FIELDS
        if parsed.fields.get(name) and not getattr(known, name)
    }
    derived = "title" in found and parsed.fields.get("title_derived") == "yes"
    return replace(known, **found, title_derived=known.title_derived or derived)
