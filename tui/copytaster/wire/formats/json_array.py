"""A JSON array of articles, or one article as a JSON object, as archives and interfaces give them.

An array too large to be held is split into its objects.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of, unwrapped
from copytaster.wire.opening.incoming import NOT_JSON, Incoming

_CHUNK = 1 << 20
_LONGEST_OBJECT = 16 << 20


def sniff(incoming: Incoming) -> bool:
    """An array or object that holds at least one article; the beginning of an array if cut."""
    if incoming.cut:
        return incoming.head.startswith("[") and incoming.head[1:].lstrip().startswith("{")
    return incoming.json is not NOT_JSON and any(True for _ in unwrapped(incoming.json))


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing an article."""
    for record in unwrapped(incoming.json):
        yield filing_of(record, incoming, agency=False)


def split(source: BinaryIO) -> Iterator[bytes]:
    """The objects of an array, one by one; it ends where something is no JSON object."""
    decoder, text = json.JSONDecoder(), ""
    for chunk in iter(lambda: source.read(_CHUNK), b""):
        text += chunk.decode("utf-8", "replace")
        text = text.lstrip("[ \t\r\n,\ufeff")
        while text.startswith("{"):
            try:
                _, end = decoder.raw_decode(text)
            except (ValueError, RecursionError):
                break
            yield text[:end].encode("utf-8", "replace")
            text = text[end:].lstrip(", \t\r\n")
        if len(text) > _LONGEST_OBJECT:
            return


FORMAT = Format("json", "application/json", sniff, parse, split)
