"""A parse worker: reads paths from its input, one JSON text a line, and answers with frames.

The kernel ends it when one run of articles takes more than two seconds of processor time, even
inside a regular expression or a C parser, and gives it no more memory than `MOST_MEMORY`; whoever
started it then knows which file it was at.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeAlias

from copytaster.desk.catalogue.entries import Entry, entry_of, entry_of_problem
from copytaster.desk.inbox.frames import to_bytes
from copytaster.wire.article import Article, Unreadable

Reader: TypeAlias = Callable[[str], Iterable[Article | Unreadable]]

CPU_SECONDS = 2.0
MOST_MEMORY = 400 << 20
"""Bytes. A tree of empty elements, of eight megabytes, takes 305 MB; a file of a wire 25 to 40."""
FRAME_ARTICLES = 64
FRAME_SECONDS = 0.2


def serve(requests: BinaryIO, answers: BinaryIO, reader: Reader) -> None:
    """Answer every request until the input ends; first an empty frame, to say that it is ready."""
    _send(answers, to_bytes((), last=True))
    for line in requests:
        path = json.loads(line)
        for frame in frames_of(path, reader):
            _limit(0.0)
            _send(answers, frame)
            _limit(CPU_SECONDS)
        _limit(0.0)


def frames_of(path: str, reader: Reader) -> Iterator[bytes]:
    """The frames of one file: runs of its articles, or one entry with the problem."""
    _limit(CPU_SECONDS)
    entries: list[Entry] = []
    begun = time.monotonic()
    for entry in _entries(path, reader):
        entries.append(entry)
        if len(entries) >= FRAME_ARTICLES or time.monotonic() - begun > FRAME_SECONDS:
            yield to_bytes(entries, last=False)
            entries, begun = [], time.monotonic()
    yield to_bytes(entries, last=True)


def bound_memory() -> None:
    """Give this process no more than `MOST_MEMORY`, where the system counts it (Linux)."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def _entries(path: str, reader: Reader) -> Iterator[Entry]:
    part = 0
    for found in reader(path):
        if isinstance(found, Article):
            yield entry_of(found, part)
            part += 1
        elif part == 0:
            yield entry_of_problem(path, found.reason)
            part += 1
    if part == 0:
        yield entry_of_problem(path, "no article was found in it")


def _limit(seconds: float) -> None:
    """End this process after so many seconds of processor time; 0 takes the limit away."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _send(answers: BinaryIO, frame: bytes) -> None:
    answers.write(frame)
    answers.flush()


def main() -> None:
    """Serve on standard input and output.

    The first argument is the fallback encoding, the others are the folders and files to stay in.
    """
    from copytaster.wire.options import ReadOptions
    from copytaster.wire.reading import stream

    bound_memory()
    options = ReadOptions(fallback_encoding=sys.argv[1], within=tuple(sys.argv[2:]))
    serve(sys.stdin.buffer, sys.stdout.buffer, lambda path: stream(path, options))


if __name__ == "__main__":
    main()
