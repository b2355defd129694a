"""Reading without a screen: every article of some folders and files, in order, as a stream.

Parsing is done by the same killable workers as in the reader; nothing is cached.
"""

from __future__ import annotations

import os
import selectors
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from copytaster.desk.catalogue.entries import Entry, unpack
from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.catalogue.writer import Parsed
from copytaster.desk.inbox.inbox import scan
from copytaster.desk.inbox.workers import Worker, Workers, parse_command
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.options import ReadOptions

TEND_SECONDS = 1.0


def read_all(
    places: Sequence[Path], fallback_encoding: str = "cp1252"
) -> Iterator[Article | Unreadable]:
    """The articles of all files, sorted by path and within a file as they stand in it.

    A file that gives none is an `Unreadable` at its place, a folder that cannot be listed is one
    before all. Only what was parsed out of turn is
    held in memory.
    """
    within = tuple(os.fspath(place.absolute()) for place in places)
    options = ReadOptions(fallback_encoding=fallback_encoding, within=within)
    blind: list[bytes] = []
    files = sorted(scan(places, blind), key=lambda seen: seen.path)
    for folder in blind:
        yield Unreadable(os.fsdecode(folder), "no permission to look into it")
    for path, entries in parsed_in_order(files, parse_command(options)):
        for entry in entries:
            yield _found(os.fsdecode(path), entry)


def parsed_in_order(
    files: Sequence[Seen], command: Sequence[str]
) -> Iterator[tuple[bytes, tuple[Entry, ...]]]:
    """Path and entries of these files in their order, a file with many in several runs."""
    with selectors.DefaultSelector() as selector:
        workers = Workers(command, selector)
        try:
            workers.read(files)
            yield from _in_turn(files, _answers(workers, selector))
        finally:
            workers.close()


def _answers(workers: Workers, selector: selectors.BaseSelector) -> Iterator[Parsed]:
    while workers.busy:
        for key, _ in selector.select(TEND_SECONDS):
            if isinstance(key.data, Worker):
                yield from workers.answers(key.data)
        yield from workers.tend()


def _in_turn(
    files: Sequence[Seen], answers: Iterator[Parsed]
) -> Iterator[tuple[bytes, tuple[Entry, ...]]]:
    held: dict[bytes, deque[Parsed]] = {}
    arriving = iter(answers)
    for seen in files:
        own = held.setdefault(seen.path, deque())
        last = False
        while not last:
            while not own:
                parsed = next(arriving)
                held.setdefault(parsed.seen.path, deque()).append(parsed)
            run = own.popleft()
            last = run.last
            yield seen.path, run.entries
        del held[seen.path]


def _found(path: str, entry: Entry) -> Article | Unreadable:
    if entry.article is None:
        return Unreadable(path, entry.problem or "gave no article")
    return unpack(entry.article)
