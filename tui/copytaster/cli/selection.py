"""What a call is about: the articles of named files, or all that a query matches in a folder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from copytaster.cli.exits import complain
from copytaster.cli.named import articles_at
from copytaster.cli.places import inbox, missing, read_desk
from copytaster.desk.decisions import item_of
from copytaster.desk.ledger_fields import Item
from copytaster.desk.query import Complaint
from copytaster.desk.query_sql import condition_of
from copytaster.desk.rows import View
from copytaster.desk.settings import Settings
from copytaster.desk.settings_file import load
from copytaster.wire.article import Unreadable
from copytaster.wire.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles, each once; `whole` is false where a file that was named gave none."""

    items: tuple[Item, ...]
    whole: bool = True


def add_selection(parser: ArgumentParser) -> None:
    """`FILE …`, or `--query QUERY` with `--in FOLDER`."""
    parser.add_argument("file", nargs="*", metavar="FILE", help="FILE#2 is its part 2, from 0")
    parser.add_argument("--query", metavar="QUERY", help="all articles that it matches")
    parser.add_argument("--in", dest="folder", type=Path, help="where (default: the inbox)")


def selected(options: Namespace) -> Selection | str:
    """The articles that the options name, or what is wrong with them."""
    settings, _ = load()
    if problem := _wrong_use(options):
        return problem
    if options.query is not None:
        return _matching(options.query, options.folder, settings)
    return _named(options.file, settings)


def query_complaint(query: str) -> str | None:
    """What is wrong with a query, told before anything is read."""
    condition = condition_of(query)
    return str(condition) if isinstance(condition, Complaint) else None


def _wrong_use(options: Namespace) -> str | None:
    if bool(options.file) == (options.query is not None):
        return "name files, or ask with --query, one of the two"
    if options.query is None:
        return "--in goes with --query" if options.folder else None
    if not options.query.strip():
        return "an empty query would be about everything: if that is meant, say --query '*'"
    return query_complaint(options.query)


def _matching(query: str, folder: Path | None, settings: Settings) -> Selection | str:
    places = inbox([folder] if folder else [], settings)
    if problem := missing(places):
        return problem
    with read_desk(places, settings) as desk:
        return Selection(tuple(desk.items(desk.order(View(query=query)))))


def _named(files: list[str], settings: Settings) -> Selection:
    options = ReadOptions(fallback_encoding=settings.fallback_encoding)
    items: dict[int, Item] = {}
    whole = True
    for found in (found for file in files for found in articles_at(file, options)):
        if isinstance(found, Unreadable):
            complain(f"{found.path}: {found.reason}")
            whole = False
        else:
            item = item_of(found)
            items[item.key] = item
    return Selection(tuple(items.values()), whole)
