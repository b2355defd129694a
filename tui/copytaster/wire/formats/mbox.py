"""mbox (RFC 4155): many mails in one file, each behind a line that begins with `From `."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.mail import read_mail
from copytaster.wire.opening.incoming import Incoming

_FROM = re.compile(rb"^From \S+.{0,5} (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d ")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def sniff(incoming: Incoming) -> bool:
    """A first line of `From`, an address and a date."""
    return bool(_FROM.match(incoming.data))


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a mail."""
    for mail in split(io.BytesIO(incoming.data)):
        yield read_mail(_QUOTED.sub(rb"\1", mail.partition(b"\n")[2]), incoming)


def split(source: BinaryIO) -> Iterator[bytes]:
    """The mails of a file, each with its `From ` line, so that each is an mbox of its own."""
    lines: list[bytes] = []
    blank = True
    for line in source:
        if blank and lines and _FROM.match(line):
            yield b"".join(lines)
            lines.clear()
        lines.append(line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


FORMAT = Format("mbox", "application/mbox", sniff, parse, split)
