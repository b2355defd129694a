"""Lines that were typed before, by what they were typed for, so that they need not be typed again.

A convenience, kept beside the ledger: a damaged file is an empty one, and a folder that takes none
is no matter.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from copytaster.desk.keeping.saving import save_text

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "typed.json"
KEPT = 100


class TypedLines:
    """The last hundred lines of each purpose, the last one first, each once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def of(self, purpose: str) -> list[str]:
        """The lines of one purpose."""
        return self._read().get(purpose, [])

    def add(self, purpose: str, line: str) -> None:
        """Keep a line; it is the last one now."""
        lines = self._read()
        others = [other for other in lines.get(purpose, []) if other != line]
        lines[purpose] = [line, *others][:KEPT]
        with suppress(OSError):
            save_text(self._path, [json.dumps(lines)], private=True)

    def _read(self) -> dict[str, list[str]]:
        try:
            record = json.loads(self._path.read_bytes())
            return {str(name): [str(line) for line in lines] for name, lines in record.items()}
        except (OSError, ValueError, AttributeError, TypeError, RecursionError):
            return {}
