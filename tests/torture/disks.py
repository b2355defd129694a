"""Small disks of our own: full, read-only, and taken away. They need the right to mount (root)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Disk:
    """A file system in memory, mounted on a folder."""

    def __init__(self, folder: Path, size: str = "4m") -> None:
        self.folder = folder
        self._size = size
        folder.mkdir(parents=True, exist_ok=True)

    def mount(self) -> None:
        """Mount it, empty."""
        options = f"size={self._size},mode=700"
        _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", os.fspath(self.folder))

    def unmount(self) -> None:
        """Take it away, whoever has files open there."""
        _run("umount", "-l", os.fspath(self.folder))

    def read_only(self, yes: bool) -> None:
        """Allow no more writing, or allow it again."""
        _run("mount", "-o", f"remount,{'ro' if yes else 'rw'}", os.fspath(self.folder))

    def resize(self, size: str) -> None:
        """Make it larger."""
        _run("mount", "-o", f"remount,size={size}", os.fspath(self.folder))

    def fill(self) -> None:
        """Leave no room on it."""
        with (self.folder / "filling").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def empty(self) -> None:
        """Make room again."""
        (self.folder / "filling").unlink()


@contextmanager
def disk(folder: Path, size: str = "4m") -> Iterator[Disk]:
    """A disk, mounted."""
    made = Disk(folder, size)
    made.mount()
    try:
        yield made
    finally:
        with suppress(subprocess.CalledProcessError):
            made.unmount()


def can_mount(folder: Path) -> bool:
    """Whether this process may mount."""
    try:
        with disk(folder / "probe", "64k"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
