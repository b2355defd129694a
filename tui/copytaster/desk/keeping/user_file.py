"""A file that the user edits while the program runs: read again whenever it has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

_Stamp: TypeAlias = tuple[int, int, int]
_NEVER: _Stamp = (-1, -1, -1)
_ABSENT: _Stamp = (0, 0, 0)


class UserFile:
    """The text of a file; `problem` says in one line why it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: str | None = None
        self._stamp = _NEVER
        self._text: str | None = None

    def changed(self) -> bool:
        """Whether it is not as it was read last."""
        return self._now() != self._stamp

    def text(self) -> str | None:
        """What stands in it now; None where there is no such file, or none that can be read."""
        stamp = self._now()
        if stamp != self._stamp:
            self._stamp, self.problem = stamp, None
            try:
                self._text = self.path.read_text("utf-8")
            except FileNotFoundError:
                self._text = None
            except (OSError, UnicodeDecodeError) as error:
                self._text, self.problem = None, f"{self.path}: cannot be read: {error}"
        return self._text

    def _now(self) -> _Stamp:
        try:
            found = self.path.stat()
        except OSError:
            return _ABSENT
        return found.st_mtime_ns, found.st_size, found.st_ino
