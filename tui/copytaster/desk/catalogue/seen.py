"""A file as a look at its folder showed it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """Path in bytes (a path need not be text), size in bytes, change in nanoseconds, and inode."""

    path: bytes
    size: int
    modified: int
    inode: int
