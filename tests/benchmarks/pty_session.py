"""Any full-screen program in a pseudo-terminal: what it writes, when, and what its screen shows.

Bytes are time-stamped as they come; the emulation (pyte) runs only when the screen is asked for, so
that it costs nothing while the clock runs. The session answers the queries of modes that Textual
sends, as a terminal with synchronised updates does.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte

_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1bP[^\x1b]*\x1b\\"
)
_SYNC_START = b"\x1b[?2026h"
_SYNC_QUERY, _SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_IGNORED_BESIDE_TERMINALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""What `nohup` and jobs in the background have ignored, and hand down; a terminal does not."""
_SIZE_QUERY, _SIZE_ANSWER = b"\x1b[?2048$p", b"\x1b[?2048;0$y"


@dataclass(frozen=True, slots=True)
class Burst:
    """What a program wrote after a key: first and last byte (ms), bytes, frames, CPU (ms).

    Frames are its synchronised updates, or, without those, the writes that came in one piece.
    """

    first: float
    last: float
    size: int
    frames: int
    cpu: float


class Session:
    """One run of a program in a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        width: int = 80,
        height: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(width, height)
        self.output = bytearray()
        self.ended = False
        self.left = False
        """Whether the program and all that it started have ended or closed the terminal."""
        self._status: int | None = None
        self._stream = pyte.ByteStream(self.screen)
        self._emulated = self._answered = 0
        self._chunks: list[tuple[float, int]] = []
        self.begun = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            self._become(command, width, height, environment or {})
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("4H", height, width, 0, 0))

    def text(self) -> str:
        """The screen as lines of text."""
        self.emulate()
        return "\n".join(self.screen.display)

    def emulate(self) -> None:
        """Bring the emulated screen up to what was read."""
        news, self._emulated = bytes(self.output[self._emulated :]), len(self.output)
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", news))

    def until(self, seen: str | Callable[[], bool], patience: float = 30.0) -> float | None:
        """Read until a text is on the screen or a question is true; ms since the start, or None."""
        holds = seen if callable(seen) else lambda: seen in self.text()
        end = time.perf_counter() + patience
        while not holds():
            if self.ended or not self.read(end - time.perf_counter()):
                return (time.perf_counter() - self.begun) * 1e3 if holds() else None
        return self.last_byte()

    def settle(self, gap: float = 0.1, patience: float = 20.0) -> None:
        """Read until nothing has come for `gap` seconds."""
        end = time.perf_counter() + patience
        while self.read(min(gap, end - time.perf_counter())):
            pass

    def press(self, keys: str, gap: float = 0.1, first: float = 0.0) -> Burst:
        """Type, read until it is quiet, and say what came back.

        `first` are seconds to wait for the first byte, where one is sure to come; else `gap` is.
        """
        size, chunks, cpu = len(self.output), len(self._chunks), self.cpu()
        begun = time.perf_counter()
        self.type(keys)
        self.read(first)
        self.settle(gap)
        times = [(when - begun) * 1e3 for when, _ in self._chunks[chunks:]] or [0.0]
        new = len(self.output) - size
        updates = self.output.count(_SYNC_START, size)
        frames = updates or len(self._chunks) - chunks
        return Burst(times[0], times[-1], new, frames, self.cpu() - cpu)

    def type(self, keys: str) -> None:
        """Type, without waiting; at a terminal that nobody has any more the keys go nowhere.

        There they would fill its buffer, and the next one would wait for ever.
        """
        if not self.left:
            os.write(self.descriptor, keys.encode())

    def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal, as its window would."""
        self.emulate()
        self.screen.resize(height, width)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("4H", height, width, 0, 0))

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self.descriptor)
        self.ended = True

    def modes(self) -> list[object]:
        """The modes of the terminal, as termios gives them."""
        return list(termios.tcgetattr(self.descriptor))

    def cpu(self) -> float:
        """CPU that all threads of the program have used, in ms; 0 where there is no /proc."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def processes(self) -> list[int]:
        """The program and all that it has begun."""
        return _family(self.pid)

    def memory(self) -> float:
        """Resident memory of the program and all it started, in MB; 0 where there is no /proc."""
        return sum(_resident(pid) for pid in self.processes())

    def own_memory(self) -> float:
        """What of it is no mapped file, which the system may drop whenever it needs room."""
        return sum(_resident(pid, "RssAnon") for pid in self.processes())

    def first_byte(self) -> float:
        """When the first byte came, in ms since the start."""
        return (self._chunks[0][0] - self.begun) * 1e3 if self._chunks else 0.0

    def last_byte(self) -> float:
        """When the latest byte came, in ms since the start."""
        return (self._chunks[-1][0] - self.begun) * 1e3 if self._chunks else 0.0

    def exit_code(self, patience: float = 15.0) -> int | None:
        """Wait for the end and give the exit code (negative: a signal); None if it goes on."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            if self._has_ended(os.WNOHANG):
                self.settle(0)
                return self._status
            if self.ended or not self.read(0.05):
                select.select([], [], [], 0.02)
        return None

    def end(self) -> None:
        """End the program, if it has not ended, and close the terminal."""
        if not self._has_ended(os.WNOHANG):
            os.kill(self.pid, signal.SIGKILL)
            self._has_ended(0)
        if not self.ended:
            os.close(self.descriptor)

    def _has_ended(self, options: int) -> bool:
        """Whether it has ended; after that its number may be another process's."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, options)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status is not None

    def read(self, patience: float) -> bool:
        """Read what is there within `patience` seconds; whether there was anything."""
        if self.ended or not select.select([self.descriptor], [], [], max(0.0, patience))[0]:
            return False
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.left = True
            return False
        self._chunks.append((time.perf_counter(), len(data)))
        self.output += data
        self._answer()
        return True

    def _answer(self) -> None:
        news = bytes(self.output[self._answered :])
        for query, answer in ((_SYNC_QUERY, _SYNC_ANSWER), (_SIZE_QUERY, _SIZE_ANSWER)):
            if query in news:
                os.write(self.descriptor, answer)
                self._answered = len(self.output)

    def _become(
        self, command: Sequence[str], width: int, height: int, environment: Mapping[str, str]
    ) -> None:
        fixed = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        unset = ("COLUMNS", "LINES", "NO_COLOR")
        inherited = {name: value for name, value in os.environ.items() if name not in unset}
        try:
            for number in _IGNORED_BESIDE_TERMINALS:
                signal.signal(number, signal.SIG_DFL)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", height, width, 0, 0))
            os.execvpe(command[0], command, {**inherited, **fixed, **environment})
        finally:
            os._exit(127)


def _family(pid: int) -> list[int]:
    listed = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    children = [int(child) for child in " ".join(listed).split()]
    return [pid, *(each for child in children for each in _family(child))]


def _resident(pid: int, kind: str = "VmRSS") -> float:
    status = Path(f"/proc/{pid}/status")
    found = re.search(rf"{kind}:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0
