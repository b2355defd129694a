"""`copytaster baskets`: saved searches with their counts, and the file that they stand in."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_array
from copytaster.cli.places import asked, read_desk
from copytaster.cli.selection import query_complaint
from copytaster.desk.lists.baskets import Basket, BasketFile, baskets_path
from copytaster.terminal.safe import safe_row


def run(words: Sequence[str]) -> int:
    """Count the baskets, or add one, or remove one."""
    options = _parser().parse_args(words)
    file = BasketFile(baskets_path())
    for complaint in file.complaints():
        complain(complaint)
    match options.does:
        case "add":
            return _add(file, options.name.strip(), options.query)
        case "remove":
            return _told(file.remove(options.name), f"removed basket “{options.name}”")
        case _:
            return _list(file, options.folder, as_json=options.json)


def _add(file: BasketFile, name: str, query: str) -> Exit:
    if not name or not query.strip():
        complain("a basket needs a name and a query")
        return Exit.WRONG
    if complaint := query_complaint(query):
        complain(complaint)
        return Exit.WRONG
    return _told(file.save(Basket(name, query)), f"saved as basket “{name}”")


def _told(problem: str | None, done: str) -> Exit:
    if problem:
        complain(problem)
        return Exit.WRONG
    print(safe_row(done))
    return Exit.DONE


def _list(file: BasketFile, folder: Path | None, *, as_json: bool) -> Exit:
    asks = asked(folder)
    if isinstance(asks, str):
        complain(asks)
        return Exit.WRONG
    with read_desk(asks.places, asks.settings, said=file.complaints()) as desk:
        baskets = desk.baskets()
    if as_json:
        print_array(
            {"name": each.name, "query": each.query, "count": each.count, "unseen": each.unseen}
            for each in baskets
        )
    else:
        for each in baskets:
            print(safe_row(f"{each.count or 0:>8,} {_new(each):>8}  {each.name}  {each.query}"))
    if file.complaints():
        return Exit.WRONG
    return Exit.DONE if baskets else Exit.NOTHING


def _new(basket: Basket) -> str:
    return f"+{basket.unseen:,}" if basket.unseen else ""


def _parser() -> Parser:
    parser = Parser(
        prog="copytaster baskets",
        description="Saved searches: how many articles each holds, and how many are new in it.",
        epilog=f"They stand in {baskets_path()}.",
    )
    _add_listing(parser)
    words = parser.add_subparsers(dest="does", metavar="add | remove")
    add = words.add_parser("add", help="save a query under a name")
    add.add_argument("name", metavar="NAME")
    add.add_argument("query", metavar="QUERY", help="as in the reader's filter line")
    remove = words.add_parser("remove", help="forget a basket; its articles stay as they are")
    remove.add_argument("name", metavar="NAME")
    return parser


def _add_listing(parser: ArgumentParser) -> None:
    parser.add_argument("--in", dest="folder", type=Path, help="where (default: the inbox)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
