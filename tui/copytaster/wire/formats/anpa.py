"""ANPA 1312, the wire format of the American Newspaper Publishers Association (AP, Kyodo).

    SYN SYN SOH service number US selector
    priority category DC slug month-day words
    STX ^slug,words<  ^headline<  ^notes<  ^byline=  TAB paragraphs  ETX AP-WF-05-09-17 0056GMT<

Rows of tables have their cells parted by semicolons or by US; blanks that do not break are DLE or
RS.
Specified in ANPA 1312 (1979, 1989); the rest is as AP and Kyodo send it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from copytaster.wire.article import Block, Role
from copytaster.wire.dates import iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.tables import aligned
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.pieces import Kind, Piece

_STX, _ETX = "\x02", "\x03"
_START = re.compile(r"^[\s\x16\x00\x7f]{0,8}\x01([^\n\x1f]{0,40})\x1f")
_HEADER = re.compile(
    r"^(\w) (\w)\s?[\x11-\x14]{0,2}\s*(\S.*?)(?:\s{2,}(\d\d)-(\d\d)(?:\s+(\d{1,4}))?)?\s*$",
    re.MULTILINE,
)
_TRAILER = re.compile(r"([A-Z]+)-WF-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)(GMT|[A-Z]{3})?")
_NOTE = re.compile(
    r"^(?:Eds?[:.]|EDITOR'?S?'? NOTES?|AP Photos?\b|Photos?\b|With .{0,40}Photo)", re.IGNORECASE
)
_BYLINE = re.compile(r"^(?:By|Por|Par|Von) \S", re.IGNORECASE)
_WORDS = re.compile(r",\s*\d*\s*$|\s*\d+words?$")
_CELLS = re.compile(r"(?:[\x1e\x1f] ?){2,}|\x1f")
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x0f\x11-\x1a\x7f]")
_ROW = re.compile(r"(?:;(?! )[^;]{0,30}){2}")
_LONGEST_HEADLINE = 150


@dataclass(slots=True)
class _Head:
    """What the `^` lines said so far."""

    slug: str | None = None
    title: str | None = None
    deck: str | None = None
    byline: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def sniff(incoming: Incoming) -> bool:
    """SOH, a service and its number, US on the first line, synchronised by SYN or not."""
    return bool(_START.match(incoming.text))


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a transmission."""
    envelope, _, rest = incoming.text.partition(_STX)
    body, _, trailer = rest.partition(_ETX)
    known = replace(_envelope(envelope), item=_item(incoming.text))
    head = _Head()
    pieces: list[Piece] = []
    for line in (body or envelope.partition("\n")[2]).split("\n"):
        text = _clean(line)
        if text.strip() and not (_is_header(text) and _take_header(text, head, bool(pieces))):
            pieces.append(Piece(Kind.TEXT, text))
    known = replace(
        known,
        title=head.title or "",
        deck=head.deck,
        byline=", ".join(head.byline) or None,
        slug=head.slug or known.slug,
        date=_date(trailer or body),
        source=_source(trailer or body),
        warnings=() if trailer else ("no end mark: the transmission may be cut off",),
    )
    filing = read_agency(_paragraphs(pieces), incoming, known)
    notes = (Block(Role.NOTE, note, reason="a message to editors") for note in head.notes)
    yield replace(filing, blocks=(*filing.blocks, *notes))


def _envelope(envelope: str) -> Filing:
    match = _HEADER.search(envelope)
    if match is None:
        return Filing()
    return Filing(urgency=match[1], category=match[2], slug=match[3].strip())


def _item(text: str) -> str | None:
    """The service and its number on the first line: `W2870`."""
    start = _START.match(text)
    return start[1].strip().upper() or None if start else None


def _clean(line: str) -> str:
    """The line without the controls of typesetting; US parts cells."""
    text = _DROPPED.sub("", _CELLS.sub(" ; ", line))
    return text.replace("\x10", "").replace("\x1e", "").rstrip()


def _is_header(text: str) -> bool:
    return text.lstrip("\t ").startswith("^") and not _ROW.search(text)


def _take_header(text: str, head: _Head, in_body: bool) -> bool:
    """Take the line into the head; False where it is a line of the story after all."""
    parts = [part.strip(" ^\t<") for part in text.split("<") if part.strip(" ^\t<")]
    line = parts[-1] if parts else ""
    ends_as_byline = line.endswith("=")
    line = line.rstrip("= ")
    if not line:
        return True
    if in_body:
        return _take_late(line, head)
    return _place(line, head, text.rstrip().endswith("<"), ends_as_byline)


def _take_late(line: str, head: _Head) -> bool:
    """Take a note or byline that comes below the first lines of the story."""
    if _NOTE.match(line):
        head.notes.append(line)
    elif _BYLINE.match(line) and not head.byline:
        head.byline.append(line)
    else:
        return False
    return True


def _place(line: str, head: _Head, closed: bool, ends_as_byline: bool) -> bool:
    """Put a header line where it belongs, by its order and its marks."""
    if head.slug is None:
        head.slug = _WORDS.sub("", line)
    elif _NOTE.match(line):
        head.notes.append(line)
    elif _BYLINE.match(line) or (ends_as_byline and head.byline):
        head.byline.append(line)
    elif head.title is None and len(line) <= _LONGEST_HEADLINE:
        head.title = line
    elif head.deck is None and closed:
        head.deck = line
    else:
        return False
    return True


def _paragraphs(lines: list[Piece]) -> Iterator[Piece]:
    """Lines to paragraphs: a blank or TAB begins one, rows of a table stay together."""
    rows: list[list[str]] = []
    paragraph: list[str] = []
    for line in lines:
        text = line.text.lstrip(" ^\t").rstrip(" <=")
        if text.count(" ; ") > 1 or _ROW.search(text):
            yield from _joined(paragraph)
            rows.append([cell.strip() for cell in text.split(";")])
            continue
        yield from _table(rows)
        if line.text[:1] in "\t ^" or line.text.rstrip().endswith(("=", "<")):
            yield from _joined(paragraph)
        if text:
            paragraph.append(text)
    yield from _table(rows)
    yield from _joined(paragraph)


def _joined(paragraph: list[str]) -> Iterator[Piece]:
    if paragraph:
        yield Piece(Kind.TEXT, " ".join(" ".join(paragraph).split()))
        paragraph.clear()


def _table(rows: list[list[str]]) -> Iterator[Piece]:
    if len(rows) == 1:
        yield Piece(Kind.TEXT, "; ".join(filter(None, rows[0])))
    elif rows:
        yield Piece(Kind.TABLE, aligned(rows))
    rows.clear()


def _date(trailer: str) -> str | None:
    match = _TRAILER.search(trailer)
    if match is None:
        return None
    month, day, year, hour, minute, zone = match.groups()[1:]
    return iso(f"20{year}-{month}-{day}T{hour}:{minute}" + ("Z" if zone in ("GMT", None) else ""))


def _source(trailer: str) -> str | None:
    match = _TRAILER.search(trailer)
    return match[1] if match else None


FORMAT = Format("anpa", "text/vnd.ANPA", sniff, parse)
