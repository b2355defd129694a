"""How the panes stand, as it was left: the layout, and how much room each pane has.

A convenience kept in the state folder for all inboxes alike: a damaged file is none, and a folder
that takes none is no matter. Room is counted in shares: 34, 42 and 24 of 100 columns, in the order
list, article, related stories.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "arrangement.json"
LEAST = 12
WHOLE = 100

Shares: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The layout, empty where the setting stands, and the shares of columns and of rows."""

    layout: str = ""
    columns: Shares = (34, 42, 24)
    rows: Shares = (30, 48, 22)


def resized(shares: Shares, place: int, step: int) -> Shares:
    """The shares with `step` more for the pane at a place, at the cost of the others alike.

    No pane falls below `LEAST`; the whole stays the whole.
    """
    most = WHOLE - LEAST * (len(shares) - 1)
    wanted = min(max(shares[place] + step, LEAST), most)
    others = WHOLE - shares[place]
    made = [max(LEAST, share * (WHOLE - wanted) // others) for share in shares]
    made[place] = wanted
    widest = max((at for at in range(len(made)) if at != place), key=made.__getitem__)
    made[widest] += WHOLE - sum(made)
    return tuple(made)


class ArrangementFile:
    """The file that keeps it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def load(self) -> Arrangement:
        """The arrangement as it was left; the usual one where none is kept, or no whole one."""
        try:
            record = json.loads(self._path.read_bytes())
            kept = Arrangement(
                str(record["layout"]), _shares(record["columns"]), _shares(record["rows"])
            )
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return Arrangement()
        return kept

    def save(self, arrangement: Arrangement) -> None:
        """Keep it, whole or not at all."""
        half = self._path.with_name(f"{FILE_NAME}.{os.getpid()}")
        with suppress(OSError):
            half.write_text(json.dumps(asdict(arrangement)), encoding="utf-8")
            half.replace(self._path)


def _shares(kept: list[int]) -> Shares:
    """What was kept, if it can be shares of three panes; ValueError where not."""
    shares = tuple(int(share) for share in kept)
    if len(shares) != len(Arrangement().columns) or sum(shares) != WHOLE or min(shares) < LEAST:
        raise ValueError("these are no shares")
    return shares
