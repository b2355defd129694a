"""`copytaster export [QUERY]`: what was kept, or what a query matches, for others to use."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.places import asked, ended, read_desk
from copytaster.cli.selection import query_complaint
from copytaster.desk.exporting.exportable import Exportable
from copytaster.desk.exporting.exports import exported
from copytaster.desk.exporting.form import Form
from copytaster.desk.exporting.publishable import Hindrance
from copytaster.desk.keeping.saving import save_text
from copytaster.desk.keeping.there import folder_is_there
from copytaster.desk.words.rows import View
from copytaster.terminal.safe import safe
from copytaster.wire.article import Article

KEPT = "is:kept"


def run(words: Sequence[str]) -> int:
    """Export the articles, newest first; what should not be used is left out and told of."""
    options = _parser().parse_args(words)
    asks = query_complaint(options.query) or _no_file(options.to) or asked(options.folder)
    if isinstance(asks, str):
        complain(asks)
        return Exit.WRONG
    with read_desk(asks.places, asks.settings) as desk:
        found = Exportable(desk, _allowed(options))
        articles = _complaining(found.articles(View(query=options.query)))
        first = next(articles, None)
        if first is None:
            _nothing(options)
        elif problem := _write(chain((first,), articles), options):
            complain(problem)
            return Exit.WRONG
        return ended(desk, found=first is not None)


def _complaining(found: Iterable[Article | str]) -> Iterator[Article]:
    """The articles; what is said of those that are left out goes to stderr."""
    for each in found:
        if isinstance(each, str):
            complain(each)
        else:
            yield each


def _nothing(options: Namespace) -> None:
    if options.to is None and _form(options) is Form.JSON:
        print("[]")


def _write(articles: Iterator[Article], options: Namespace) -> str | None:
    """Write the articles; what is wrong where they cannot be."""
    pieces = exported(articles, _form(options))
    if options.to is None:
        for piece in pieces:
            sys.stdout.write(safe(piece) if sys.stdout.isatty() else piece)
        return None
    try:
        save_text(options.to, pieces)
    except OSError as error:
        return f"{options.to}: cannot be written: {error.strerror}"
    return None


def _allowed(options: Namespace) -> frozenset[Hindrance]:
    killed = {Hindrance.KILLED} if options.killed else set()
    waiting = {Hindrance.EMBARGOED, Hindrance.ON_HOLD} if options.embargoed else set()
    return frozenset(killed | waiting)


def _form(options: Namespace) -> Form:
    """The form that is asked for, else that of the file's name, else Markdown."""
    if options.format:
        return Form(options.format)
    suffix = options.to.suffix.lower().lstrip(".") if options.to else ""
    known = {form.value: form for form in Form} | {"mbox": Form.MAIL}
    return known.get(suffix, Form.MARKDOWN)


def _no_file(path: Path | None) -> str | None:
    return f"{path}: is a folder; name a file" if path and folder_is_there(path) else None


def _parser() -> Parser:
    parser = Parser(
        prog="copytaster export",
        description="Write what was kept, or what a query matches, for others to use.",
        epilog="Folded lines and notes that are not for publication are never exported.",
    )
    parser.add_argument("query", nargs="?", default=KEPT, help=f"default: {KEPT}")
    parser.add_argument("--in", dest="folder", type=Path, help="where (default: the inbox)")
    parser.add_argument("--format", choices=[form.value for form in Form], help="default: md")
    parser.add_argument("--to", type=Path, metavar="FILE", help="default: standard output")
    parser.add_argument("--embargoed", action="store_true", help="also what must wait")
    parser.add_argument("--killed", action="store_true", help="also what must not be used")
    return parser
