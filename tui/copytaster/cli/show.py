"""`copytaster show FILE …`: files as parsed and taught, with what was folded, or as raw text."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import add_json_options, print_array, print_document, print_line
from copytaster.cli.teaching import teaching
from copytaster.presentation.article_copy import passages, set_lines
from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.looks import plain_text
from copytaster.terminal.safe import safe
from copytaster.wire.article import Article, Unreadable, as_json
from copytaster.wire.lines.taught import taught_copy
from copytaster.wire.reading import raw_text, stream

MEASURE = 76


def run(words: Sequence[str]) -> int:
    """Print the articles of the named files."""
    options = _parser().parse_args(words)
    if options.raw:
        return _raw(options.file)
    files = _Files(options.file)
    if options.jsonl:
        for article in files.articles():
            print_line(as_json(article))
    elif options.json:
        _print_json(files)
    else:
        _print_text(files, options)
    return files.status()


class _Files:
    """The articles of several files, folded as it was taught.

    A file that cannot be read is a line on stderr.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._teaching = teaching()
        self._unreadable = False
        self._found = False

    def articles(self) -> Iterator[Article]:
        """Article by article, file by file."""
        for path in self._paths:
            for found in stream(path):
                if isinstance(found, Unreadable):
                    self._unreadable = True
                    complain(f"{found.path}: {found.reason}")
                else:
                    self._found = True
                    yield taught_copy(found, self._teaching)

    def status(self) -> Exit:
        """How the call ends, once all articles were taken."""
        if self._unreadable:
            return Exit.WRONG
        return Exit.DONE if self._found else Exit.NOTHING


def _print_json(files: _Files) -> None:
    """One article as an object, several as an array."""
    articles = files.articles()
    first, second = next(articles, None), next(articles, None)
    if first is None:
        return
    if second is None:
        print_document(as_json(first))
        return
    print_array(_records(first, second, articles))


def _records(first: Article, second: Article, rest: Iterator[Article]) -> Iterator[dict[str, Any]]:
    yield as_json(first)
    yield as_json(second)
    yield from map(as_json, rest)


def _print_text(files: _Files, options: Namespace) -> None:
    for count, article in enumerate(files.articles()):
        if count:
            print()
        shown = passages(article, UNICODE, opened=options.all, file_date=None)
        for line in set_lines(shown, MEASURE):
            print(plain_text(line))


def _raw(paths: Sequence[Path]) -> Exit:
    status = Exit.DONE
    for path in paths:
        text = raw_text(path)
        if isinstance(text, Unreadable):
            complain(f"{text.path}: {text.reason}")
            status = Exit.WRONG
        else:
            shown = safe(text) if sys.stdout.isatty() else text
            sys.stdout.write(shown.encode("utf-8", "replace").decode("utf-8"))
    return status


def _parser() -> Parser:
    parser = Parser(prog="copytaster show", description="Show files as parsed.")
    parser.add_argument("file", nargs="+", type=Path)
    parser.add_argument("--raw", action="store_true", help="the text as decoded")
    parser.add_argument("--all", action="store_true", help="also what was folded away, and why")
    add_json_options(parser)
    return parser
