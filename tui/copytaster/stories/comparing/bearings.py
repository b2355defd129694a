"""Where something lies by the compass: north, southeastern, west; and what excludes what."""

from __future__ import annotations

import re

from copytaster.stories.comparing.folding import Word

_BEARING = re.compile("(north|south)?(east|west)?(?:ern|erly|ward)?")
_OPPOSITES = ({"north", "south"}, {"east", "west"})


def opposite(one: Word, other: Word) -> bool:
    """Whether two words that are no names tell of opposite sides: north and southeast."""
    if one.capital or other.capital:
        return False
    sides = _sides(one.folded), _sides(other.folded)
    return any({a, b} in _OPPOSITES for a, b in zip(*sides, strict=True))


def _sides(folded: str) -> tuple[str | None, str | None]:
    """How far north or south, and east or west."""
    found = _BEARING.fullmatch(folded)
    return (found[1], found[2]) if found else (None, None)
