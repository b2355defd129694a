"""Watches every Python process that has this folder on its path: what it opens, and any socket.

Each file that is opened, by its real path, and each use of a socket becomes a line in the file that
TORTURE_GUARD names. With TORTURE_CLOCK the time of day goes backwards.
"""

import os
import sys

_LOG = os.environ.get("TORTURE_GUARD")
_SOCKETS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "urllib")


def _watch(event: str, arguments: tuple) -> None:  # type: ignore[type-arg]
    if event == "open" and isinstance(arguments[0], str | bytes):
        _note("open", _opened(os.fsdecode(arguments[0]), arguments[2]))
    elif event.startswith(_SOCKETS):
        _note("socket", event)


def _opened(path: str, flags: int) -> str:
    """The real path of what is opened; where links are not followed, a link there is no way out."""
    if flags & os.O_NOFOLLOW and path.startswith(os.sep):
        folder, _, name = path.rpartition(os.sep)
        return os.path.realpath(folder) + os.sep + name
    return os.path.realpath(path)


def _note(kind: str, what: str) -> None:
    line = f"{kind} {what!r}\n".encode("utf-8", "backslashreplace")
    if not what.startswith(sys.base_prefix + os.sep) and _DESCRIPTOR is not None:
        os.write(_DESCRIPTOR, line)


_DESCRIPTOR = os.open(_LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600) if _LOG else None
if _LOG:
    sys.addaudithook(_watch)


def _clock_that_goes_back() -> None:
    """Make the time of day lose two hours with every look at it."""
    import time

    real, looks = time.time, iter(range(10**9))
    time.time = lambda: real() - 7200.0 * next(looks)


if os.environ.get("TORTURE_CLOCK"):
    _clock_that_goes_back()
