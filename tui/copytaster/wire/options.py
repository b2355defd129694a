"""How files are read: the few things that a user or a caller may set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Settings of the reading of one file.

    `fallback_encoding` is the 8-bit encoding of text that is not UTF-8 and names none itself;
    `encoding`, where a user has chosen one, is taken whatever the file looks like.
    `max_bytes` is how much of a file is parsed; files of many articles are streamed beyond it.
    `max_characters` is how much running text is sorted into lines: longer than any story, short
    enough for the first screen.
    `within` are the folders and files that a file has to lie in, whatever links say at the moment
    at which it is opened; anywhere, where there are none.
    """

    fallback_encoding: str = "cp1252"
    encoding: str | None = None
    max_bytes: int = 8 * 1024 * 1024
    max_characters: int = 400_000
    within: tuple[str, ...] = ()
