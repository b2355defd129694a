"""`copytaster list [QUERY]`: the articles that a query matches, as the reader's list shows them."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import add_json_options, print_array, print_line
from copytaster.cli.places import asked, ended, read_desk, rows_of
from copytaster.cli.selection import query_complaint
from copytaster.desk.desk import Desk
from copytaster.desk.words.rows import Row, Sort, View
from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.looks import plain_text
from copytaster.presentation.rows import RowStyle, row_line

WIDTH = 120


def run(words: Sequence[str]) -> int:
    """Print the articles that match, newest first."""
    options = _parser().parse_args(words)
    asks = query_complaint(options.query) or asked(options.folder)
    if isinstance(asks, str):
        complain(asks)
        return Exit.WRONG
    view = View(query=options.query, search=options.search, sort=Sort(options.sort))
    with read_desk(asks.places, asks.settings) as desk:
        return _print(desk, view, options)


def _print(desk: Desk, view: View, options: Namespace) -> Exit:
    rows = rows_of(desk, view)
    count = 0
    if options.json:
        count = print_array(map(record, rows))
    else:
        style = RowStyle(WIDTH, time.time(), UNICODE)
        for count, row in enumerate(rows, start=1):  # noqa: B007  (the last count is the answer)
            if options.jsonl:
                print_line(record(row))
            else:
                print(plain_text(row_line(row, style)).rstrip())
    return ended(desk, found=count > 0)


def record(row: Row) -> dict[str, Any]:
    """A row as a JSON object: where the article is, its fields, and what was decided."""
    return {
        "id": row.id,
        "path": row.path,
        "part": row.part,
        "title": row.title,
        "title_derived": row.title_derived,
        "source": row.source,
        "date": row.date,
        "urgency": row.urgency,
        "status": row.status,
        "slug": row.slug,
        "take": row.take,
        "embargo": row.embargo,
        "word_count": row.words,
        "story": row.story,
        "problem": row.problem,
        "verdict": row.verdict.value if row.verdict else None,
        "flagged": row.flagged,
        "read": row.read,
        "tags": list(row.tags),
        "returned": row.returned,
        "recalled": row.recalled,
        "score": row.score,
        "rules": list(row.rules),
        "ruled": row.ruled,
    }


def _parser() -> Parser:
    parser = Parser(prog="copytaster list", description="The articles that a query matches.")
    parser.add_argument("query", nargs="?", default="", help="as in the reader's filter line")
    parser.add_argument("--in", dest="folder", type=Path, help="where (default: the inbox)")
    parser.add_argument("--search", default="", help="fuzzy, on titles, sources and slugs")
    sorts = [sort.value for sort in Sort]
    parser.add_argument("--sort", default="newest", choices=sorts, help="default: newest")
    add_json_options(parser)
    return parser
