"""`copytaster index FOLDER`: read and relate a folder ahead of time, and say what it took."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_document
from copytaster.cli.places import asked, ended, read_desk
from copytaster.desk.keeping.folders import catalogue_folder


def run(words: Sequence[str]) -> int:
    """Build or refresh cache and index; print files, articles, seconds and bytes."""
    parser = Parser(prog="copytaster index", description="Read and relate a folder ahead of time.")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(words)
    asks = asked(options.folder)
    if isinstance(asks, str):
        complain(asks)
        return Exit.WRONG
    started = time.perf_counter()
    with read_desk(asks.places, asks.settings, texts=False) as desk:
        files, articles = desk.files(), desk.counts().total
        seconds = time.perf_counter() - started
        status = ended(desk, found=articles > 0)
    size = sum(
        path.stat().st_size for path in catalogue_folder(asks.places).rglob("*") if path.is_file()
    )
    if options.json:
        print_document(
            {"files": files, "articles": articles, "seconds": round(seconds, 3), "bytes": size}
        )
    else:
        print(f"{files:,} files, {articles:,} articles, {seconds:.1f} s, {size:,} bytes of cache")
    return status
