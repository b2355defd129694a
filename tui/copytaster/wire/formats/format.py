"""What a format is: a name, how it is told, how it is read, and how a large file of it is split."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from copytaster.wire.filing import Filing
from copytaster.wire.opening.incoming import Incoming

Splitter: TypeAlias = Callable[[BinaryIO], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """One wire format.

    `sniff` looks at content only and is quick; `parse` gives one filing an article and may raise
    whatever it likes, for the file is then read as text. `split`, where a file may hold many
    articles, cuts a file that is too large to be held into pieces that `parse` understands.
    """

    name: str
    media_type: str
    sniff: Callable[[Incoming], bool]
    parse: Callable[[Incoming], Iterator[Filing]]
    split: Splitter | None = None
