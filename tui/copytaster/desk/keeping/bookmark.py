"""Where one was in a list when the reader was left, so that it opens there again.

A convenience, kept beside the catalogue whose row numbers it uses: a damaged or outdated bookmark
is none, and a folder that takes none is no matter.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "bookmark.json"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Number and id of the row under the cursor, and the first place that the list showed."""

    number: int
    id: str
    top: int


def load(folder: Path) -> Bookmark | None:
    """The bookmark of this catalogue, if there is a whole one."""
    try:
        record = json.loads((folder / FILE_NAME).read_bytes())
        number, top = int(record["number"]), int(record["top"])
        return Bookmark(number, str(record["id"]), top) if _is_row(number) else None
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def save(folder: Path, bookmark: Bookmark) -> None:
    """Keep the bookmark, whole or not at all."""
    half = folder / f"{FILE_NAME}.{os.getpid()}"
    with suppress(OSError):
        half.write_text(json.dumps(asdict(bookmark)), encoding="utf-8")
        half.replace(folder / FILE_NAME)


def _is_row(number: int) -> bool:
    """Whether a database can be asked for a row of this number."""
    return 0 <= number < 1 << 63
