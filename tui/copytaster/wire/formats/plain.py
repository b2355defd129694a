"""Plain text: all that is nothing else. Its roles are found line by line (`wire.lines`)."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.incoming import Incoming
from copytaster.wire.prose import read_prose


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing, whatever the text is."""
    yield read_prose(incoming.text, incoming)


FORMAT = Format("text", "text/plain", lambda _: True, parse)
