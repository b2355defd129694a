"""Electronic mail (RFC 5322, MIME): press releases and copy that is sent by mail.

The subject is often not the headline: lines such as `Headline: …` at the top of the text win. The
plain part is read, else the HTML; attachments are listed by name, never unpacked or written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from pathlib import PurePosixPath
from typing import Any

from copytaster.wire.article import Block, Role
from copytaster.wire.dates import iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import pieces_of_html
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import fields_of, filing_of, is_article
from copytaster.wire.formats.values import keyed
from copytaster.wire.lines.prose import read_page, read_prose
from copytaster.wire.opening.encodings import decode
from copytaster.wire.opening.incoming import Incoming

_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,60}):(?: |$)", re.MULTILINE)
_KNOWN = frozenset(
    {
        "from", "to", "cc", "subject", "date", "message-id", "mime-version", "received",
        "return-path",
        "delivered-to", "content-type", "reply-to", "sender", "x-received", "x-mailer",
        "dkim-signature",
    }
)  # fmt: skip
_NAMED = re.compile(
    r"^(headline|title|source|slug(?:line)?|by-?line|byline|category|priority|urgency|dateline|keywords?|"
    r"abstract|embargo(?:ed)?(?: until)?|body|story|text)\s*:[ \t]*(.*)$",
    re.IGNORECASE,
)
_HEADLINES = frozenset({"headline", "title", "slug", "slugline"})
_SIGNATURE = re.compile(r"\n-- ?\n")
_CID = re.compile(r"\[(?:cid|image):[^\]\s]*\]")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "iso-8859-1": "cp1252"}
_MOST_PARTS = 1000
_ENOUGH_HEADERS = 3


def sniff(incoming: Incoming) -> bool:
    """Three or more headers before the first blank line, two of them those of mail."""
    block = incoming.head.partition("\n\n")[0]
    first = block.partition("\n")[0]
    if not _HEADER.match(first):
        return False
    names = [name.lower() for name in _HEADER.findall(block)]
    return len(names) >= _ENOUGH_HEADERS and len(_KNOWN & set(names)) > 1


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a mail."""
    yield read_mail(incoming.data.lstrip(), incoming)


def read_mail(data: bytes, incoming: Incoming) -> Filing:
    """The filing of one mail."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    known = _fields(message)
    parts = list(_parts(message))
    filing = _text(parts, incoming, known)
    attachments = (
        Block(Role.NOTE, f"attachment: {name}", reason="not opened")
        for part in parts
        if (name := _file_name(part))
    )
    return replace(filing, blocks=(*filing.blocks, *attachments))


def _fields(message: Message) -> Filing:
    name, address = parseaddr(_header(message, "From") or "")
    return Filing(
        title=_header(message, "Subject") or "",
        date=iso(_header(message, "Date")),
        source=name or address or None,
        guid=(_header(message, "Message-ID") or "").strip("<> ") or None,
        language=_header(message, "Content-Language"),
        keywords=tuple(filter(None, (_header(message, "Keywords") or "").split(", "))),
    )


def _header(message: Message, name: str) -> str | None:
    """A header in one line, its encoded words decoded, whatever charset they claim."""
    value = message.get(name)
    if value is None:
        return None
    try:
        parts = decode_header(str(value))
    except (ValueError, LookupError):
        return " ".join(str(value).split())
    text = "".join(_word(part, charset) for part, charset in parts)
    return " ".join(text.split()) or None


def _word(part: bytes | str, charset: str | None) -> str:
    return part if isinstance(part, str) else _decoded(part, charset)


def _decoded(data: bytes, charset: str | None) -> str:
    name = (charset or "ascii").lower()
    try:
        return data.decode(_WIDER.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return decode(data).text


def _parts(message: Message) -> Iterator[Message]:
    """The leaves of a message, not more than a sane one has."""
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _text(parts: list[Message], incoming: Incoming, known: Filing) -> Filing:
    """The filing from the first plain part with text in it, else from the first in HTML."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and not _file_name(part):
                text = _content(part)
                if text.strip():
                    return _read(text, kind, incoming, known)
    return replace(known, warnings=(*known.warnings, "no text could be read in this mail"))


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    text = _decoded(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(text: str, kind: str, incoming: Incoming, known: Filing) -> Filing:
    if kind == "text/html":
        return read_page(pieces_of_html(text), incoming, known)
    if record := _json(text):
        filing = filing_of(record, incoming, agency=False)
        return replace(filing, date=filing.date or known.date, guid=known.guid)
    named, text = _named_lines(_CID.sub("", text))
    known = replace(known, **{name: value for name, value in _overriding(named).items() if value})
    body, _, signature = _split_signature(text)
    filing = read_prose(body, incoming, known)
    lines = (Block(Role.SIGNOFF, line) for line in map(str.strip, signature.split("\n")) if line)
    blocks = (replace(block, lines=None) for block in filing.blocks)
    return replace(filing, blocks=(*blocks, *lines))


def _json(text: str) -> dict[str, Any] | None:
    """The record of a mail whose text is a JSON object, as forms send it."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    record = keyed(value) if isinstance(value, dict) else {}
    record = {name: _first(value) for name, value in record.items()}
    return record if is_article(record) else None


def _first(value: Any) -> Any:
    """The answer to a form's field, which comes as a list with empty places."""
    return next(filter(None, value), None) if isinstance(value, list) else value


def _named_lines(text: str) -> tuple[dict[str, str], str]:
    """The `Headline: …` lines at the top of a text, and the text without them."""
    named: dict[str, str] = {}
    lines = text.lstrip("\n").split("\n")
    for number, line in enumerate(lines):
        match = _NAMED.match(line.strip())
        if match is None and line.strip():
            rest = "\n".join(lines[number:])
            return (named, rest) if len(named) > 1 or named.keys() & _HEADLINES else ({}, text)
        if match:
            named[match[1].lower().replace("-", "")] = match[2].strip()
            if match[1].lower() in ("body", "story", "text"):
                return named, "\n".join((match[2], *lines[number + 1 :]))
    return {}, text


def _overriding(named: dict[str, str]) -> dict[str, Any]:
    """The fields that the named lines give, which win over the mail's own headers."""
    found = fields_of(keyed(named))
    names = (
        "title",
        "source",
        "slug",
        "byline",
        "category",
        "urgency",
        "dateline",
        "keywords",
        "embargo",
    )
    return {name: getattr(found, name) for name in names}


def _split_signature(text: str) -> tuple[str, str, str]:
    match = None
    for found in _SIGNATURE.finditer(text):
        match = found
    return (text[: match.start()], "", text[match.end() :]) if match else (text, "", "")


def _file_name(part: Message) -> str | None:
    """The bare name of an attachment, without any folders; None for a part that is text to read."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):
        name = "unnamed"
    if name is None:
        return "unnamed" if part.get_content_disposition() == "attachment" else None
    return PurePosixPath(" ".join(str(name).replace("\\", "/").split())).name or "unnamed"


FORMAT = Format("mail", "message/rfc822", sniff, parse)
