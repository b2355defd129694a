"""What a program opened: told by strace, or by an audit hook in each of its processes."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SYSTEM = ("/usr/", "/lib/", "/lib64/", "/proc/", "/sys/", "/dev/pts/", "/dev/shm/", "/etc/ssl/")
SINGLE = {
    "/dev/null", "/dev/tty", "/dev/urandom", "/dev/ptmx", "/etc/ld.so.cache", "/etc/localtime",
    "/etc/mime.types", "/etc/nsswitch.conf", "/etc/host.conf", "/etc/hostname", "/etc/terminfo",
    "/etc/os-release", "/etc/debian_version", "/etc/inputrc", "/etc/locale.alias",
}  # fmt: skip
_OPENED = re.compile(r"open(?:at)?\(.*\) = \d+<(?P<path>.*)>$")
_SOCKET = re.compile(r"\b(connect|bind|socket)\((?P<what>.*)\) = ")


@dataclass(frozen=True, slots=True)
class Watch:
    """How to start a program under watch, and where the log of it lies."""

    prefix: tuple[str, ...]
    environment: dict[str, str]
    log: Path

    def strangers(self, own: Sequence[Path]) -> list[str]:
        """Files opened that lie neither in these folders nor in the system, and sockets."""
        python = (Path(sys.prefix).resolve(), sys.prefix, sys.base_prefix)
        allowed = tuple(f"{folder}/" for folder in (*own, ROOT, *python))
        found = dict.fromkeys(self._strangers(allowed))
        return list(found)

    def _strangers(self, allowed: tuple[str, ...]) -> Iterator[str]:
        for kind, what in self._events():
            is_system = what in SINGLE or what.startswith((*SYSTEM, *allowed))
            if kind == "socket" or not (is_system or what in {each[:-1] for each in allowed}):
                yield f"{kind} {what}"

    def _events(self) -> Iterator[tuple[str, str]]:
        with self.log.open(encoding="utf-8", errors="backslashreplace") as lines:
            for line in lines:
                event = _of_strace(line) if self.prefix else _of_hook(line)
                if event is not None:
                    yield event


def watched(log: Path, *, traced: bool = True) -> Watch:
    """A watch by strace where that is wanted and installed, else by the hook."""
    strace = shutil.which("strace") if traced else None
    if strace is None:
        guard = str(Path(__file__).with_name("guard"))
        return Watch((), {"PYTHONPATH": guard, "TORTURE_GUARD": str(log)}, log)
    calls = "trace=open,openat,openat2,socket,connect,bind"
    words = (strace, "-f", "-qq", "-y", "-s", "0", "--seccomp-bpf", "-e", calls, "-o", str(log))
    return Watch(words, {}, log)


def _of_hook(line: str) -> tuple[str, str] | None:
    kind, _, what = line.rstrip("\n").partition(" ")
    return kind, str(ast.literal_eval(what))


def _of_strace(line: str) -> tuple[str, str] | None:
    """An open that was granted, by the path of what was opened; a socket of any kind."""
    if opened := _OPENED.search(line.rstrip("\n")):
        return "open", opened["path"]
    if used := _SOCKET.search(line):
        return "socket", f"{used[1]} {used['what'][:80]}"
    return None
