"""The index on the disk, beside the catalogue: never trusted further than its stamp.

The stamp says which change of which catalogue the index is of, and what was taught to be folded
when it was made. It is taken away before the index is written and given back after it, so that an
index that was half written has none.
"""

from __future__ import annotations

import ctypes
import json
from dataclasses import astuple, dataclass
from pathlib import Path

from copytaster.desk.keeping.there import is_there
from copytaster.stories.index.storage import Stale
from copytaster.stories.related import Related
from copytaster.stories.storybook import TextOf
from copytaster.wire.lines.taught import from_toml

FOLDER = "index"
STAMP = "stamp.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index is of: a catalogue, by its birth, a change of it, and what was taught then."""

    birth: str
    change: int = 0
    taught: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """An index as it was saved, and its stamp."""

    index: Related
    stamp: Stamp


def save(index: Related, folder: Path, stamp: Stamp, *, small: bool) -> None:
    """Save an index; a large one goes on with the arrays on the disk."""
    path = folder / STAMP
    path.unlink(missing_ok=True)
    if small:
        index.save(folder)
    else:
        index.put_away(folder)
        _give_back_memory()
    half = path.with_suffix(".half")
    half.write_text(json.dumps(astuple(stamp)))
    half.replace(path)


def load(folder: Path, birth: str, text_of: TextOf) -> Saved | Stale | None:
    """The index of the catalogue of this birth, or why it cannot be used; None where none is."""
    try:
        stamp = Stamp(*json.loads((folder / STAMP).read_text()))
        from_toml(stamp.taught)
    except OSError:
        return None
    except (ValueError, TypeError, RecursionError):
        return Stale("the saved index was damaged")
    if stamp.birth != birth:
        return None
    index = Related.load(folder, text_of)
    return index if isinstance(index, Stale) else Saved(index, stamp)


def discard_index(catalogue: Path) -> bool:
    """Have the index beside the catalogue of this folder made again; whether there was one."""
    stamp = catalogue / FOLDER / STAMP
    found = is_there(stamp)
    stamp.unlink(missing_ok=True)
    return found


def _give_back_memory() -> None:
    """Return what was let go to the system, where the C library can be asked to (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
