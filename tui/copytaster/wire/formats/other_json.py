"""JSON of no known kind: its longest strings, so that there is always something to read."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.wire.filing import Filing
from copytaster.wire.formats.content import pieces_of_text
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.values import strings_in, text_value
from copytaster.wire.lines.agency import read_agency
from copytaster.wire.opening.incoming import NOT_JSON, Incoming

_SENTENCE = 40


def sniff(incoming: Incoming) -> bool:
    """Any JSON object or array."""
    return incoming.json is not NOT_JSON


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing: the strings that are as long as a sentence, else all of them."""
    strings = [text for value in strings_in(incoming.json) if (text := text_value(value))]
    long = [text for text in strings if len(text) >= _SENTENCE and not text.startswith("http")]
    pieces = [piece for text in long or strings for piece in pieces_of_text(text)]
    if pieces:
        known = Filing(warnings=("JSON of no known kind: its longest texts are shown",))
        yield read_agency(pieces, incoming, known)


FORMAT = Format("other-json", "application/json", sniff, parse)
