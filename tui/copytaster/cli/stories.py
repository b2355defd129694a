"""`copytaster stories FOLDER`: the folder as stories, each with its takes in order.

`--of FILE` leaves only the story that a file belongs to: among the folder, where one is named, or
its neighbours or, where it lies alone, the inbox.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from copytaster.cli.collection import Collection, Filed, places_around
from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.named import NO_SUCH_PART, place_of
from copytaster.cli.output import print_array
from copytaster.cli.places import missing
from copytaster.stories.storybook import Story
from copytaster.terminal.safe import safe_row

FEWEST_OF_A_STORY = 2
"""Articles that text shows as a story; JSON has all."""


def run(words: Sequence[str]) -> int:
    """Print the stories; an article that stands alone is a story of its own."""
    options = _options(words)
    file, part = place_of(options.of) if options.of else (None, None)
    if problem := missing([each for each in (file, options.folder) if each]):
        complain(problem)
        return Exit.WRONG
    collection = Collection()
    collection.read(_places(options.folder, file))
    told = _stories(collection)
    if file:
        own = set(collection.keys_in(file, part))
        if part is not None and not own:
            complain(f"{options.of}: {NO_SUCH_PART}")
            return Exit.WRONG
        told = (story for story in told if not own.isdisjoint(story.keys))
    return _print(collection, told, options)


def _options(words: Sequence[str]) -> Namespace:
    parser = Parser(prog="copytaster stories", description="A folder as stories.")
    parser.add_argument(
        "folder", nargs="?", type=Path, help="where to look (with --of: its own, or the inbox)"
    )
    parser.add_argument("--of", metavar="FILE", help="only the story it belongs to")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(words)
    if not (options.folder or options.of):
        parser.error("a folder is missing, or --of FILE")
    return options


def _places(folder: Path | None, file: Path | None) -> list[Path]:
    """The folder that is named or goes with the file, and the file itself where it lies apart."""
    places = [folder] if folder else []
    if file:
        places = places or places_around(file)
        real = file.resolve()
        if not any(real.is_relative_to(place.resolve()) for place in places):
            places.append(file)
    return places


def _print(collection: Collection, told: Iterable[Story], options: Namespace) -> Exit:
    if options.json:
        shown = print_array(_record(collection, each) for each in told)
    else:
        shown = _print_text(collection, told)
    if collection.unreadable:
        return Exit.WRONG
    return Exit.DONE if shown else Exit.NOTHING


def _stories(collection: Collection) -> Iterator[Story]:
    """All stories, then the articles that stand alone, numbered on."""
    told: set[str] = set()
    number = 0
    for story in collection.related.stories():
        told.update(story.keys)
        number = max(number, story.number)
        yield story
    for key in collection.filed:
        if key not in told:
            number += 1
            yield _alone(collection, number, key)


def _record(collection: Collection, story: Story) -> dict[str, Any]:
    return {
        "story": story.number,
        "title": _title(collection, story),
        "first": _iso(story.first),
        "last": _iso(story.last),
        "articles": [_article(collection.filed[key]) for key in story.keys],
    }


def _article(filed: Filed) -> dict[str, str]:
    return {"id": filed.id, "path": filed.path}


def _title(collection: Collection, story: Story) -> str:
    """The story's name; the derived title of its first article where no article has its own."""
    return story.title or collection.filed[story.keys[0]].title


def _alone(collection: Collection, number: int, key: str) -> Story:
    document = collection.document(key)
    day = document.day if document else None
    return Story(number, collection.filed[key].title, day, day, (key,))


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day else None


def _print_text(collection: Collection, told: Iterable[Story]) -> int:
    """The stories of several articles, a line each and its articles below; how many they are."""
    shown = 0
    for story in told:
        if len(story.keys) < FEWEST_OF_A_STORY:
            continue
        shown += 1
        print(f"{safe_row(_title(collection, story))}  ({len(story.keys)})")
        for key in story.keys:
            filed = collection.filed[key]
            print(f"    {safe_row(filed.title)}  {safe_row(filed.path)}")
    return shown
