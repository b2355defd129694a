"""What a call is about: the articles of named files, or all that a query matches in a folder."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from copytaster.cli.exits import complain
from copytaster.cli.named import articles_at
from copytaster.cli.places import asked, read_desk
from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.desk.ledger.decisions import item_of
from copytaster.desk.ledger.fields import Item
from copytaster.desk.query.language import Complaint
from copytaster.desk.query.sql import condition_of
from copytaster.desk.settings.file import load
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.rows import View
from copytaster.wire.article import Unreadable
from copytaster.wire.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles, each once; `whole` is false where not all that was named is there.

    `waiting` are the keys of those under embargo.
    """

    items: tuple[Item, ...]
    whole: bool = True
    waiting: frozenset[int] = frozenset()

    def without_waiting(self) -> Selection:
        """The articles that need not wait; each of the others is told of."""
        for item in self.items:
            if item.key in self.waiting:
                complain(f"left out, embargoed: {item.title} (--embargoed keeps it all the same)")
        free = tuple(item for item in self.items if item.key not in self.waiting)
        return Selection(free, self.whole and len(free) == len(self.items))


def add_selection(parser: ArgumentParser) -> None:
    """`FILE …`, or `--query QUERY` with `--in FOLDER`."""
    parser.add_argument("file", nargs="*", metavar="FILE", help="FILE#2 is its part 2, from 0")
    parser.add_argument("--query", metavar="QUERY", help="all articles that it matches")
    parser.add_argument("--in", dest="folder", type=Path, help="where (default: the inbox)")


def selected(options: Namespace) -> Selection | str:
    """The articles that the options name, or what is wrong with them."""
    if problem := _wrong_use(options):
        return problem
    if options.query is not None:
        return _matching(options.query, options.folder)
    return _named(options.file, load()[0])


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


def _matching(query: str, folder: Path | None) -> Selection | str:
    asks = asked(folder)
    if isinstance(asks, str):
        return asks
    with read_desk(asks.places, asks.settings) as desk:
        items = desk.items(desk.order(View(query=query)))
        embargoed = desk.rows(desk.order(View(query=f"({query}) is:embargoed")))
        now = time.time()
        waiting = [row.number for row in embargoed if still_to_wait(row.embargo, now)]
        return Selection(tuple(items), True, frozenset(item.key for item in desk.items(waiting)))


def _named(files: list[str], settings: Settings) -> Selection:
    options = ReadOptions(fallback_encoding=settings.fallback_encoding)
    items: dict[int, Item] = {}
    waiting: set[int] = set()
    whole, now = True, time.time()
    for found in (found for file in files for found in articles_at(file, options)):
        if isinstance(found, Unreadable):
            complain(f"{found.path}: {found.reason}")
            whole = False
        else:
            item = item_of(found)
            items[item.key] = item
            if still_to_wait(found.embargo, now):
                waiting.add(item.key)
    return Selection(tuple(items.values()), whole, frozenset(waiting))
