"""From a path to bytes: only regular files are opened, and never more of them than was asked for.

A FIFO, socket or device is told by `stat` before and by `fstat` after opening (opening a FIFO
would block for ever; `O_NONBLOCK` sees to that if one is put there in between). What has to lie
within a folder is opened where its links lead, so that a link put there in between is not followed.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from copytaster.wire.article import Unreadable

_REASONS = {
    errno.ENOENT: "the file is not there",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "a link that cannot be followed",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOTDIR: "part of its path is no folder",
    errno.ENXIO: "not a regular file",
}
LEADS_OUT = "a link that leads out of its folder"
_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_KINDS = (
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)


def open_source(path: str | os.PathLike[str], within: Sequence[str] = ()) -> BinaryIO | Unreadable:
    """The file, open for reading, or why it cannot be; the caller closes it.

    With `within`, only a file that lies in one of these folders, or is one of these files, all
    links followed.
    """
    name = os.fspath(path)
    try:
        if reason := odd_kind(Path(name).stat().st_mode):
            return Unreadable(name, reason)
        real = os.path.realpath(name) if within else name
        if within and not _inside(real, within):
            return Unreadable(name, LEADS_OUT)
        descriptor = os.open(real, _FLAGS | (os.O_NOFOLLOW if within else 0))
    except (OSError, ValueError) as error:
        return Unreadable(name, reason_of(error))
    if reason := odd_kind(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return Unreadable(name, reason)
    if within and not _is_still_inside(descriptor, name, within):
        os.close(descriptor)
        return Unreadable(name, LEADS_OUT)
    return os.fdopen(descriptor, "rb")


def reason_of(error: Exception) -> str:
    """Why a file could not be opened or read, in one plain line."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno) or os.strerror(error.errno).lower()
    return "its name cannot be that of a file"


def _inside(real: str, within: Sequence[str]) -> bool:
    roots = map(os.path.realpath, within)
    return any(Path(real).is_relative_to(root) for root in roots)


def _is_still_inside(descriptor: int, name: str, within: Sequence[str]) -> bool:
    """Whether what was opened is the file that stands at the real path, and that lies inside.

    A folder above it may have become a link between the look and the opening.
    """
    real = os.path.realpath(name)
    try:
        there = os.lstat(real)
    except OSError:
        return False
    return os.path.samestat(os.fstat(descriptor), there) and _inside(real, within)


def odd_kind(mode: int) -> str | None:
    """What is there instead of a regular file; None for one."""
    return next((reason for is_kind, reason in _KINDS if is_kind(mode)), None)
