"""Frames: how a parse worker hands entries to the back room, through a pipe.

A frame is two lengths of four bytes, a JSON header, and the packed articles one after the other.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from copytaster.desk.catalogue.entries import Entry

_LENGTHS = struct.Struct(">II")
_COLUMNS = tuple(field.name for field in fields(Entry) if field.name != "article")


@dataclass(frozen=True, slots=True)
class Frame:
    """Entries of the file that the worker is at; `last` where it has no more of them."""

    entries: tuple[Entry, ...]
    last: bool


def to_bytes(entries: Sequence[Entry], *, last: bool) -> bytes:
    """A frame as it goes through the pipe."""
    header = {
        "last": last,
        "entries": [[getattr(entry, name) for name in _COLUMNS] for entry in entries],
        "sizes": [None if entry.article is None else len(entry.article) for entry in entries],
    }
    head = json.dumps(header).encode("ascii")
    body = b"".join(entry.article or b"" for entry in entries)
    return _LENGTHS.pack(len(head), len(body)) + head + body


def take_frames(buffer: bytearray) -> Iterator[Frame]:
    """The whole frames at the beginning of a buffer, each removed from it as it is given."""
    while len(buffer) >= _LENGTHS.size:
        head, body = _LENGTHS.unpack_from(buffer)
        end = _LENGTHS.size + head + body
        if len(buffer) < end:
            return
        frame = _frame(bytes(buffer[_LENGTHS.size : end]), head)
        del buffer[:end]
        yield frame


def _frame(payload: bytes, head: int) -> Frame:
    header = json.loads(payload[:head])
    entries: list[Entry] = []
    at = head
    for columns, size in zip(header["entries"], header["sizes"], strict=True):
        article = None if size is None else payload[at : at + size]
        entries.append(replace(Entry(*columns), article=article))
        at += size or 0
    return Frame(tuple(entries), header["last"])
