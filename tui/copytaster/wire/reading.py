"""A file becomes articles: the one way in, which never raises, whatever the file is.

path -> bytes (source) -> text (encodings) -> filings (formats) -> articles (finishing)
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, TypeAlias

from copytaster.wire.article import Article, Unreadable
from copytaster.wire.filing import Filing
from copytaster.wire.finishing import finish
from copytaster.wire.formats.format import Format, Splitter
from copytaster.wire.formats.registry import PLAIN, format_of
from copytaster.wire.opening.encodings import decode
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.opening.signatures import binary_kind
from copytaster.wire.opening.source import open_source, reason_of
from copytaster.wire.options import ReadOptions

Place: TypeAlias = str | os.PathLike[str]
_DEFAULT = ReadOptions()

AT_ONCE = 256 * 1024
"""How many bytes of a file of many articles are read as one: 0.1 s; larger ones article by article,
so that the first are there at once and a worker's time is counted for each."""
_TAGS = re.compile(r"<[A-Za-z/!?][^<>]*>")


def read(path: Place, options: ReadOptions = _DEFAULT) -> list[Article] | Unreadable:
    """All articles of a file, or why it gives none."""
    found = list(stream(path, options))
    if len(found) == 1 and isinstance(found[0], Unreadable):
        return found[0]
    return [item for item in found if isinstance(item, Article)]


def stream(path: Place, options: ReadOptions = _DEFAULT) -> Iterator[Article | Unreadable]:
    """The articles of a file one by one, in bounded memory however many it holds."""
    source = open_source(path, options.within)
    if isinstance(source, Unreadable):
        yield source
        return
    with source:
        yield from _read_open(source, os.fspath(path), options)


def read_bytes(data: bytes, path: str, options: ReadOptions = _DEFAULT) -> list[Article]:
    """All articles in these bytes; `path` is only their name."""
    return list(_articles(_incoming(data, path, options, cut=False)))


def raw_text(path: Place, options: ReadOptions = _DEFAULT) -> str | Unreadable:
    """The text of a file as decoded, its newlines normalised, or why it cannot be read."""
    source = open_source(path, options.within)
    if isinstance(source, Unreadable):
        return source
    try:
        with source:
            data = source.read(options.max_bytes)
    except OSError as error:
        return Unreadable(os.fspath(path), reason_of(error))
    return decode(data, options.fallback_encoding, options.encoding).text


def _read_open(source: BinaryIO, path: str, options: ReadOptions) -> Iterator[Article | Unreadable]:
    try:
        data = source.read(options.max_bytes + 1)
    except OSError as error:
        yield Unreadable(path, reason_of(error))
        return
    if reason := _no_text(data):
        yield Unreadable(path, reason)
        return
    cut = len(data) > options.max_bytes
    incoming = _incoming(data[: options.max_bytes], path, options, cut=cut)
    form = format_of(incoming)
    if form.split and (cut or len(data) > AT_ONCE):
        source.seek(0)
        yield from _split_articles(source, form, form.split, incoming)
    else:
        yield from _articles(incoming, form)


def _no_text(data: bytes) -> str | None:
    if not data:
        return "an empty file"
    kind = binary_kind(data)
    return f"{kind}, not a text" if kind else None


def _incoming(data: bytes, path: str, options: ReadOptions, *, cut: bool) -> Incoming:
    decoded = decode(data, options.fallback_encoding, options.encoding)
    return Incoming(
        path, data, decoded.text, decoded.encoding, options, cut=cut, warnings=decoded.warnings
    )


def _split_articles(
    source: BinaryIO, form: Format, split: Splitter, whole: Incoming
) -> Iterator[Article]:
    part = 0
    for piece in split(source):
        incoming = _incoming(piece, whole.path, whole.options, cut=False)
        for article in _articles(incoming, form):
            yield replace(article, part=part)
            part += 1


def _articles(incoming: Incoming, form: Format | None = None) -> Iterator[Article]:
    form = form or format_of(incoming)
    filings, form = _filings(incoming, form)
    for part, filing in enumerate(filings):
        yield finish(filing, incoming, format_name=form.name, media_type=form.media_type, part=part)


def _filings(incoming: Incoming, form: Format) -> tuple[list[Filing], Format]:
    """What the format reads; the file as plain text where that fails or gives nothing."""
    try:
        filings = list(form.parse(incoming))
    except Exception as error:  # noqa: BLE001 - a parser may raise anything on hostile input
        filings = []
        reason = type(error).__name__
    else:
        reason = "no text found in it"
    if any(filing.blocks or filing.title for filing in filings) or not incoming.text.strip():
        return filings, form
    return _as_text(incoming, f"could not be read as {form.name}: {reason}"), PLAIN


def _as_text(incoming: Incoming, warning: str) -> list[Filing]:
    """The file as plain text without its tags, saying why."""
    bare = replace(incoming, text=_TAGS.sub("\n", incoming.text))
    return [
        replace(filing, warnings=(*filing.warnings, warning))
        for filing in PLAIN.parse(bare if bare.text.strip() else incoming)
    ]
