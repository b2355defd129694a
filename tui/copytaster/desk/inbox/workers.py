"""The parse workers of a back room: two processes that may be lost at any time.

A file that ends its worker (too long, too large, a crash in a C library) becomes an entry that says
so; the worker is replaced, and what was waiting behind that file goes to the others.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence

from copytaster.desk.catalogue.entries import entry_of_problem
from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.catalogue.writer import Parsed
from copytaster.desk.inbox.frames import Frame, take_frames
from copytaster.desk.keeping.errors import DeskError
from copytaster.wire.options import ReadOptions

WORKERS = 2
AHEAD = 64  # files handed to a worker before it has answered the first: it reads on while we file
AHEAD_BYTES = 1 << 18  # and no more files where those are as large as this
PIPE_BYTES = 1 << 20  # room for the answers to those; Linux gives 64 kB otherwise
WALL_SECONDS = 10.0
FAILURES = 4  # workers in a row that ended before they were ready
REST_SECONDS = 20.0  # without work; a worker holds 23 MB
TOO_MUCH = "takes too much time or memory to read: raw view only"
_CHUNK = 1 << 18


def parse_command(options: ReadOptions) -> list[str]:
    """How a worker is started, reading by the encoding and in the folders of these options."""
    module = "copytaster.desk.inbox.parsing"
    return [sys.executable, "-m", module, options.fallback_encoding, *options.within]


class Worker:
    """One process, the files that it was handed, and what it has answered so far."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=PIPE_BYTES,
        )
        self.ready = False
        self.handed: deque[Seen] = deque()
        self._handed_bytes = 0
        self.since = time.monotonic()
        self._heard = bytearray()

    @property
    def output(self) -> int:
        """The file descriptor that becomes readable when it answers."""
        return self._pipes()[1]

    def hand(self, seen: Seen) -> bool:
        """Give it one more file; whether it took it."""
        line = json.dumps(os.fsdecode(seen.path)).encode("ascii") + b"\n"
        if not self.handed:
            self.since = time.monotonic()
        self.handed.append(seen)
        self._handed_bytes += seen.size
        try:
            os.write(self._pipes()[0], line)
        except BrokenPipeError:
            return False
        return True

    @property
    def has_room(self) -> bool:
        """Whether it can take one more file; a large one keeps it busy alone."""
        return self.ready and self._handed_bytes < AHEAD_BYTES

    def done(self) -> Seen:
        """Strike off the file that it is at."""
        seen = self.handed.popleft()
        self._handed_bytes -= seen.size
        return seen

    def hear(self) -> list[Frame] | None:
        """What it answered since; None where it is no more."""
        chunk = os.read(self.output, _CHUNK)
        if not chunk:
            return None
        self._heard += chunk
        self.since = time.monotonic()
        return list(take_frames(self._heard))

    def stuck(self, now: float) -> bool:
        """Whether it is silent for too long over a file."""
        return bool(self.handed) and now - self.since > WALL_SECONDS

    def end(self) -> None:
        """Kill the process."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _pipes(self) -> tuple[int, int]:
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("a worker has pipes")
        return stdin.fileno(), stdout.fileno()


class Workers:
    """A few workers, registered with a selector whose keys carry the worker as data.

    They are started when there is work, and ended when there has been none for a while.
    """

    def __init__(
        self, command: Sequence[str], selector: selectors.BaseSelector, count: int = WORKERS
    ) -> None:
        self._command = command
        self._selector = selector
        self._count = count
        self._failures = 0
        self._workers: list[Worker] = []
        self._waiting: deque[Seen] = deque()
        self._parts: dict[bytes, int] = {}

    @property
    def waiting(self) -> int:
        """How many files no worker was handed yet."""
        return len(self._waiting)

    @property
    def busy(self) -> bool:
        """Whether files are waiting or being read."""
        return bool(self._waiting) or any(worker.handed for worker in self._workers)

    def read(self, files: Sequence[Seen]) -> None:
        """Have these files read, after those that are waiting already."""
        self._waiting.extend(files)
        while self._waiting and len(self._workers) < self._count:
            self._workers.append(self._begin())
        self._hand_out()

    def answers(self, worker: Worker) -> Iterator[Parsed]:
        """What a worker whose pipe is readable has parsed."""
        frames = worker.hear()
        if frames is None:
            yield from self._replace(worker)
            frames = []
        for frame in frames:
            if not worker.ready:
                worker.ready = True
            else:
                yield self._parsed(worker, frame)
        self._hand_out()

    def tend(self) -> Iterator[Parsed]:
        """Replace workers that are stuck, as on a network file system; let idle ones go home."""
        now = time.monotonic()
        if not self.busy and all(now - each.since > REST_SECONDS for each in self._workers):
            self.close()
        for worker in [each for each in self._workers if each.stuck(now)]:
            yield from self._replace(worker)

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            self._selector.unregister(worker.output)
            worker.end()
        self._workers = []

    def _begin(self) -> Worker:
        worker = Worker(self._command)
        self._selector.register(worker.output, selectors.EVENT_READ, worker)
        return worker

    def _hand_out(self) -> None:
        """Give waiting files to the workers in turn, as long as they take any."""
        for depth in range(1, AHEAD + 1):
            for worker in self._workers:
                if self._waiting and worker.has_room and len(worker.handed) < depth:
                    worker.hand(self._waiting.popleft())

    def _parsed(self, worker: Worker, frame: Frame) -> Parsed:
        seen = worker.handed[0]
        parts = self._parts.pop(seen.path, 0) + len(frame.entries)
        if frame.last:
            worker.done()
        else:
            self._parts[seen.path] = parts
        return Parsed(seen, frame.entries, parts, frame.last)

    def _replace(self, worker: Worker) -> Iterator[Parsed]:
        """Start a worker in its place, and file what the lost one was at as a problem."""
        self._failures = 0 if worker.ready else self._failures + 1
        if self._failures > FAILURES:
            raise DeskError("files cannot be read: the parse workers do not start")
        self._selector.unregister(worker.output)
        worker.end()
        self._workers[self._workers.index(worker)] = self._begin()
        if worker.handed:
            seen = worker.done()
            self._waiting.extendleft(reversed(worker.handed))
            yield self._lost(seen)

    def _lost(self, seen: Seen) -> Parsed:
        """The entry of the file that a worker was lost over, after the articles it gave."""
        part = self._parts.pop(seen.path, 0)
        entry = entry_of_problem(os.fsdecode(seen.path), TOO_MUCH, part)
        return Parsed(seen, (entry,), part + 1)
