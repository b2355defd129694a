"""`copytaster show FILE …`: files as parsed and taught, with what was folded, or as raw text."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.named import articles_at, place_of
from copytaster.cli.output import add_json_options, print_array, print_document, print_line
from copytaster.cli.teaching import teaching
from copytaster.presentation.article_copy import passages, set_lines
from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.looks import plain_text
from copytaster.terminal.safe import safe
from copytaster.wire.article import Article, Unreadable, as_json
from copytaster.wire.lines.taught import taught_copy
from copytaster.wire.reading import raw_text

MEASURE = 76


def run(words: Sequence[str]) -> int:
    """Print the articles of the named files."""
    parser = _parser()
    options = parser.parse_args(words)
    if options.raw and (options.json or options.jsonl):
        parser.error(f"--raw is text as it is, not {'--json' if options.json else '--jsonl'}")
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

    def __init__(self, places: Sequence[str]) -> None:
        self._places = places
        self._teaching = teaching()
        self._unreadable = False
        self._found = False

    def articles(self) -> Iterator[Article]:
        """Article by article, file by file."""
        for place in self._places:
            for found in articles_at(place):
                if isinstance(found, Unreadable):
                    self._unreadable = True
                    complain(f"{found.path}: {found.reason}")
                else:
                    self._found = True
                    yield taught_copy(found, self._teaching)

    @property
    def one(self) -> bool:
        """Whether one file is named, or one article of a file."""
        return len(self._places) == 1

    def status(self) -> Exit:
        """How the call ends, once all articles were taken."""
        if self._unreadable:
            return Exit.WRONG
        return Exit.DONE if self._found else Exit.NOTHING


def _print_json(files: _Files) -> None:
    """The article as an object where one file is named and it holds one; an array otherwise.

    So what is printed does not depend on which files can be read. Of one that cannot, nothing is.
    """
    articles = files.articles()
    first = list(islice(articles, 2))
    if files.one and len(first) == 1:
        print_document(as_json(first[0]))
    elif first or not files.one:
        print_array(map(as_json, chain(first, articles)))


def _print_text(files: _Files, options: Namespace) -> None:
    for count, article in enumerate(files.articles()):
        if count:
            print()
        shown = passages(article, UNICODE, opened=options.all, file_date=None)
        for line in set_lines(shown, MEASURE):
            print(plain_text(line))


def _raw(places: Sequence[str]) -> Exit:
    status = Exit.DONE
    for place in places:
        text = _text_of(place)
        if isinstance(text, Unreadable):
            complain(f"{text.path}: {text.reason}")
            status = Exit.WRONG
        else:
            shown = safe(text) if sys.stdout.isatty() else text
            sys.stdout.write(shown.encode("utf-8", "replace").decode("utf-8"))
    return status


def _text_of(place: str) -> str | Unreadable:
    """The text of a file; there is none of a part, which need not be one piece of it."""
    file, part = place_of(place)
    if part is None:
        return raw_text(file)
    return Unreadable(place, f"raw text is that of a whole file: {file}")


def _parser() -> Parser:
    parser = Parser(prog="copytaster show", description="Show files as parsed.")
    parser.add_argument("file", nargs="+", metavar="FILE", help="FILE#2 is its part 2, from 0")
    parser.add_argument("--raw", action="store_true", help="the text as decoded")
    parser.add_argument("--all", action="store_true", help="also what was folded away, and why")
    add_json_options(parser)
    return parser
