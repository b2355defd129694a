"""`copytaster related`: what else tells the story of a file, or of every article of a folder."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from copytaster.cli.collection import Collection, arrival, places_around
from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.named import articles_at, place_of
from copytaster.cli.output import add_json_options, print_array, print_document, print_line
from copytaster.cli.places import missing
from copytaster.presentation.glyphs import UNICODE, bar
from copytaster.stories.index.document import document_of
from copytaster.stories.match import Relation
from copytaster.terminal.safe import safe_row
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.lines.taught import taught_copy

BAR_CELLS = 5
NOWHERE = ""
"""The key of an article that is none of those that were read."""


def run(words: Sequence[str]) -> int:
    """Answer for one file, or for each article of a folder."""
    options = _parser().parse_args(words)
    if options.each and options.folder:
        complain("--in goes with a FILE: --each names its own folder")
        return Exit.WRONG
    if (options.file is None) == (options.each is None):
        complain(
            "related needs a FILE or --each FOLDER, one of them (see copytaster related --help)"
        )
        return Exit.WRONG
    return _each(options) if options.each else _one(options)


def _each(options: Namespace) -> int:
    if problem := missing([options.each]):
        complain(problem)
        return Exit.WRONG
    collection = Collection()
    collection.read([options.each])
    records = _records(collection, options.limit)
    if options.json:
        print_array(records)
    else:
        for record in records:
            print_line(record)
    return _status(collection, found=bool(collection.filed))


def _records(collection: Collection, limit: int) -> Iterator[dict[str, Any]]:
    """What is related to each article."""
    for key, filed in collection.filed.items():
        relations = collection.related.related(key, limit)
        related = [_brief(collection, each) for each in relations]
        yield {"id": filed.id, "path": filed.path, "related": related}


def _brief(collection: Collection, relation: Relation) -> dict[str, Any]:
    filed = collection.filed[relation.key]
    return {
        "id": filed.id,
        "path": filed.path,
        "score": round(relation.score, 4),
        "kind": relation.kind.value,
    }


def _one(options: Namespace) -> int:
    article = _named(options.file)
    if isinstance(article, Unreadable):
        complain(f"{article.path}: {article.reason}")
        return Exit.WRONG
    file, _ = place_of(options.file)
    places = [options.folder] if options.folder else places_around(file)
    if problem := missing(places):
        complain(problem)
        return Exit.WRONG
    collection = Collection()
    collection.read(places)
    relations = _relations(collection, article, options.limit)
    _print(collection, relations, options)
    return _status(collection, found=bool(relations))


def _named(place: str) -> Article | Unreadable:
    """The article that is named, which of a file with many is the first: that is told then."""
    articles = articles_at(place)
    first = next(articles, Unreadable(place, "holds no article"))
    second = next(articles, None)
    if isinstance(second, Article):
        other = f"{place}#{second.part}"
        complain(f"{place} holds several articles; this is about the first (the next: {other})")
    return first


def _print(collection: Collection, relations: Sequence[Relation], options: Namespace) -> None:
    if options.json:
        print_document([_full(collection, each) for each in relations])
    elif options.jsonl:
        for each in relations:
            print_line(_full(collection, each))
    else:
        _print_text(collection, relations)


def _relations(collection: Collection, article: Article, limit: int) -> list[Relation]:
    """What is related to an article, which may be among the others: under several links even."""
    own = collection.keys_in(Path(article.path), article.part)
    if own:
        found = collection.related.related(own[0], limit + len(own) - 1)
        return [each for each in found if each.key not in own][:limit]
    document = document_of(taught_copy(article, collection.teaching), arrival(article.path))
    return collection.related.related_to(replace(document, key=NOWHERE), limit)


def _full(collection: Collection, relation: Relation) -> dict[str, Any]:
    brief = _brief(collection, relation)
    title = collection.filed[relation.key].title
    return {
        "id": brief["id"],
        "path": brief["path"],
        "title": title,
        "score": brief["score"],
        "kind": brief["kind"],
        "reasons": list(relation.reasons),
    }


def _print_text(collection: Collection, relations: Sequence[Relation]) -> None:
    for each in relations:
        filed = collection.filed[each.key]
        figures = f"{bar(each.score, BAR_CELLS, UNICODE)} {100 * each.score:3.0f}"
        print(f"{figures}  {each.kind.value:<10}  {safe_row(filed.title)}")
        reasons = safe_row("; ".join(each.reasons))
        print(f"           {safe_row(filed.path)}{'  ' + reasons if reasons else ''}")


def _status(collection: Collection, *, found: bool) -> Exit:
    if collection.unreadable:
        return Exit.WRONG
    return Exit.DONE if found else Exit.NOTHING


def _parser() -> Parser:
    parser = Parser(prog="copytaster related", description="What else tells this story.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="FILE#2 is its part 2, from 0")
    parser.add_argument(
        "--in", dest="folder", type=Path, help="where to look (default: its folder)"
    )
    parser.add_argument("--each", type=Path, metavar="FOLDER", help="for every article of a folder")
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="at most so many")
    add_json_options(parser)
    return parser


def _count(word: str) -> int:
    if not word.isdecimal() or int(word) == 0:
        raise ArgumentTypeError(f"“{word}” is not a number from 1")
    return int(word)
