"""Plain text: all that is nothing else. Its roles are found line by line (`wire.lines`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.lines.prose import read_prose
from copytaster.wire.opening.incoming import Incoming

_LIKE_JSON = re.compile(r"[\[{]\s*[\[{\"]")


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing, whatever the text is; broken JSON and markup are told."""
    known = Filing(warnings=tuple(_complaints(incoming.head)))
    yield read_prose(incoming.text, incoming, known)


def _complaints(head: str) -> Iterator[str]:
    if _LIKE_JSON.match(head):
        yield "looks like JSON, but is not valid: shown as text"


FORMAT = Format("text", "text/plain", lambda _: True, parse)
