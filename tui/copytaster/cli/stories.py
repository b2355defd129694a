"""`copytaster stories FOLDER`: the folder as stories, each with its takes in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from copytaster.cli.collection import Collection
from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_array
from copytaster.stories.storybook import Story
from copytaster.terminal.safe import safe_row


def run(words: Sequence[str]) -> int:
    """Print the stories; an article that stands alone is a story of its own."""
    parser = Parser(prog="copytaster stories", description="A folder as stories.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(words)
    if not options.folder.exists():
        complain(f"{options.folder}: no such file or folder")
        return Exit.WRONG
    collection = Collection()
    collection.read([options.folder])
    if options.json:
        print_array(_records(collection))
    else:
        _print_text(collection)
    if collection.unreadable:
        return Exit.WRONG
    return Exit.DONE if collection.filed else Exit.NOTHING


def _records(collection: Collection) -> Iterator[dict[str, Any]]:
    """All stories, then the articles that stand alone, numbered on."""
    told: set[str] = set()
    number = 0
    for story in collection.related.stories():
        told.update(story.keys)
        number = max(number, story.number)
        yield _record(collection, story)
    for key in collection.filed:
        if key not in told:
            number += 1
            yield _record(collection, _alone(collection, number, key))


def _record(collection: Collection, story: Story) -> dict[str, Any]:
    return {
        "story": story.number,
        "title": _title(collection, story),
        "first": _iso(story.first),
        "last": _iso(story.last),
        "articles": [{"id": key, "path": collection.filed[key].path} for key in story.keys],
    }


def _title(collection: Collection, story: Story) -> str:
    """The story's name; the derived title of its first article where no article has its own."""
    return story.title or collection.filed[story.keys[0]].title


def _alone(collection: Collection, number: int, key: str) -> Story:
    document = collection.document(key)
    day = document.day if document else None
    return Story(number, collection.filed[key].title, day, day, (key,))


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day else None


def _print_text(collection: Collection) -> None:
    for story in collection.related.stories():
        print(f"{safe_row(_title(collection, story))}  ({len(story.keys)})")
        for key in story.keys:
            filed = collection.filed[key]
            print(f"    {safe_row(filed.title)}  {safe_row(filed.path)}")
