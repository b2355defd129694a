"""One file of named arrays, written atomically and mapped into memory when it is read.

A line that names the format, a line of JSON (version, names, types, shapes, places, check sums),
then the arrays, each at a multiple of 64 bytes.
"""

from __future__ import annotations

import json
import math
import mmap
import operator
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = b"copytaster arrays\n"
_ALIGNMENT = 64
_CHECKED_BYTES = 1 << 20
_HEADER_LENGTH = 16
DAMAGE = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError),
    *(OverflowError, RecursionError, MemoryError, SyntaxError),
)
"""All that numpy and json say of a head that was garbled: it names places, types and shapes."""

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a saved file cannot be used, in one plain line."""

    reason: str


def write_arrays(path: Path, version: int, arrays: Arrays) -> None:
    """Writes the arrays so that a reader meets the old file or the new one, never half of one.

    One process may write to a path at a time. What a writer that was killed left half written, the
    next one writes over: it may be a hundred megabytes.
    """
    places: dict[str, dict[str, Any]] = {}
    offset = 0
    for name, array in arrays.items():
        places[name] = {
            "type": array.dtype.str,
            "shape": array.shape,
            "offset": offset,
            "check": _check(array),
        }
        offset = _aligned(offset + array.nbytes)
    header = json.dumps({"version": version, "bytes": offset, "arrays": places}).encode()
    preamble = FORMAT + f"{len(header):0{_HEADER_LENGTH}d}".encode() + header
    half = path.with_name(f"{path.name}.half")
    try:
        with half.open("wb") as file:
            file.write(preamble.ljust(_aligned(len(preamble)), b"\n"))
            for array in arrays.values():
                file.write(np.ascontiguousarray(array).data)
                file.write(b"\0" * (_aligned(array.nbytes) - array.nbytes))
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def read_arrays(path: Path, version: int) -> dict[str, NDArray[Any]] | Stale:
    """The arrays of a file, mapped; or why they cannot be had.

    They may be written to: what is written stays in memory, the file is as it was.
    Check sums are compared for arrays up to a megabyte, the rest by size: a start must be quick.
    """
    try:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    except (OSError, ValueError):
        return Stale("there is no saved index yet")
    if mapped[: len(FORMAT)] != FORMAT:
        return Stale("the saved index is of another format")
    try:
        return _arrays(mapped, version)
    except DAMAGE:
        return Stale("the saved index is damaged")


def _arrays(mapped: mmap.mmap, version: int) -> dict[str, NDArray[Any]] | Stale:
    start = len(FORMAT) + _HEADER_LENGTH
    length = int(mapped[len(FORMAT) : start])
    header = json.loads(mapped[start : start + length])
    if header["version"] != version:
        return Stale(f"the saved index is of version {header['version']}, not {version}")
    data = _aligned(start + length)
    if len(mapped) != data + header["bytes"]:
        return Stale("the saved index is cut short")
    arrays = {name: _mapped(mapped, data, place) for name, place in header["arrays"].items()}
    if any(_check(array) != header["arrays"][name]["check"] for name, array in arrays.items()):
        return Stale("the saved index is damaged")
    return arrays


def text_array(lines: list[str]) -> NDArray[np.uint8]:
    """Lines of text as one array of bytes."""
    return np.frombuffer("\n".join(lines).encode("utf-8", "surrogateescape"), np.uint8)


def lines_of(array: NDArray[np.uint8]) -> list[str]:
    """The lines that `text_array` made this array of."""
    text = array.tobytes().decode("utf-8", "surrogateescape")
    return text.split("\n") if text else []


def _mapped(mapped: mmap.mmap, data: int, place: Mapping[str, Any]) -> NDArray[Any]:
    count = math.prod(map(operator.index, place["shape"]))
    offset = data + place["offset"]
    array = np.frombuffer(mapped, np.dtype(place["type"]), count, offset) if count else None
    empty = np.zeros(0, np.dtype(place["type"]))
    return (empty if array is None else array).reshape(place["shape"])


def _check(array: NDArray[Any]) -> int:
    if array.nbytes > _CHECKED_BYTES or not array.size:
        return 0
    return zlib.crc32(np.ascontiguousarray(array).data)


def _aligned(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT
