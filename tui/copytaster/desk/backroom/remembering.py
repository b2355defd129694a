"""What of an article was read before, as the back room finds it: in the readings of its story.

Only the last fifty articles that were read of a story count. Their sentences stay on a shelf while
the same of them are asked for; so an answer costs a few milliseconds.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.ledger.readings import Like, Reading, Readings
from copytaster.desk.words.whats_new import Change, Known, Met, Occasion, WhatIsNew
from copytaster.stories.comparing.novelty import Acquaintance, Novelty, novelty, share_new
from copytaster.stories.comparing.places import Placed, in_block, placed_sentences
from copytaster.stories.comparing.revision import revision_if_one
from copytaster.stories.comparing.shelf import Shelf
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.wire.article import Article
from copytaster.wire.told import tells

MOST_TAKES = 50
SHELVES = 8
_VERSIONS_TRIED = 4
_HEAD = "SELECT key, guid, slug, story, moment, arrived FROM articles WHERE number = ?"
_OF_STORY = "SELECT key FROM articles WHERE story = ? ORDER BY moment DESC LIMIT 2000"

Choice = Callable[[list[int]], Collection[int]]
"""Those of some rows that are of use."""
Kin = Callable[[int, Choice], Sequence[int]]
"""The rows that tell the story of a row in none yet, of those near it that are chosen."""
ArticleOf = Callable[[int], Article | None]
"""The article of a row, folded as it was taught."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What the catalogue knows of a row: its key, what names its item, its story, its time."""

    number: int
    key: int
    guid: str | None
    slug: str | None
    story: int | None
    moment: float
    arrived: float

    @property
    def age(self) -> tuple[float, float, int]:
        """What puts it before or after another; where both have only a day, their files tell."""
        return self.moment, self.arrived, self.number


@dataclass(frozen=True, slots=True)
class _Remembered:
    """The sentences that were read of a story; for each the reading that had it first."""

    shelf: Shelf
    first: tuple[int, ...]


class Remembering:
    """Holds articles against what was read."""

    def __init__(self, catalogue: Catalogue, readings: Readings, article_of: ArticleOf) -> None:
        self._catalogue = catalogue
        self._readings = readings
        self._article_of = article_of
        self._shelves: OrderedDict[tuple[tuple[int, int], ...], _Remembered] = OrderedDict()

    def whats_new(self, number: int, kin: Kin) -> WhatIsNew:
        """What is new in the article of a row after all that was read of its story."""
        head = self._head(number)
        readings = self._of_its_story(head, kin) if head else []
        article = self._article_of(number) if readings else None
        if head is None or article is None:
            return WhatIsNew()
        return self._against(article, readings, self._change(head, article, readings))

    def _head(self, number: int) -> _Head | None:
        found = self._catalogue.connection.execute(_HEAD, (number,)).fetchone()
        return _Head(number, *found) if found else None

    def _of_its_story(self, head: _Head, kin: Kin) -> list[Reading]:
        """What was read of the other articles of its story, in order of reading."""
        execute = self._catalogue.connection.execute
        if head.story is not None:
            keys = {key for (key,) in execute(_OF_STORY, (head.story,))}
        else:
            heads = map(self._head, kin(head.number, self._read_among))
            keys = {each.key for each in heads if each}
        found = self._readings.of(Like(sorted(keys), head.guid, head.slug))
        return [each for each in found if each.key != head.key][-MOST_TAKES:]

    def _read_among(self, numbers: list[int]) -> set[int]:
        """Those of the rows of which something was read."""
        heads = [head for head in map(self._head, numbers) if head]
        read = {each.key for each in self._readings.of(Like([head.key for head in heads]))}
        return {head.number for head in heads if head.key in read}

    def _against(
        self, article: Article, readings: Sequence[Reading], change: Change | None
    ) -> WhatIsNew:
        remembered = self._remembered(readings)
        places = [
            (number, placed)
            for number, block in enumerate(article.blocks)
            if tells(block)
            for placed in placed_sentences(block.text)
        ]
        found = novelty((placed.sentence for _, placed in places), remembered.shelf)
        met = [
            _met(article, number, placed, one, remembered)
            for (number, placed), one in zip(places, found, strict=True)
            if one.before is not None
        ]
        known = sum(one.acquaintance is Acquaintance.KNOWN for one in found)
        return WhatIsNew(
            sentences=len(found),
            new=len(found) - known,
            share=round(share_new(found), 4),
            met=tuple(met),
            occasions=tuple(Occasion(r.source, r.take, r.title, r.at) for r in readings),
            change=change,
        )

    def _remembered(self, readings: Sequence[Reading]) -> _Remembered:
        name = tuple((reading.key, reading.letters) for reading in readings)
        known = self._shelves.get(name)
        if known is None:
            known = self._shelves[name] = _remembered(readings)
            if len(self._shelves) > SHELVES:
                self._shelves.popitem(last=False)
        self._shelves.move_to_end(name)
        return known

    def _change(self, head: _Head, article: Article, readings: Sequence[Reading]) -> Change | None:
        """What it did to the version that was read last, if that is still there and older."""
        for old in self._earlier(head, readings[-_VERSIONS_TRIED:]):
            if found := revision_if_one(old, article):
                figures = tuple((one.ours, one.theirs) for one in found.figures)
                counts = len(found.added), len(found.cut), len(found.changed)
                return Change(figures, *counts) if figures or any(counts) else None
        return None

    def _earlier(self, head: _Head, readings: Sequence[Reading]) -> Iterator[Article]:
        """The older articles among these that the catalogue still has, the last read first."""
        rows = self._catalogue.numbers([reading.key for reading in readings])
        for reading in reversed(readings):
            for number in rows.get(reading.key, ()):
                other = self._head(number)
                if other and other.age < head.age:
                    article = self._article_of(number)
                    if article:
                        yield article
                        break


def _remembered(readings: Sequence[Reading]) -> _Remembered:
    shelf = Shelf()
    first: list[int] = []
    for place, reading in enumerate(readings):
        for sentence in news_sentences(reading.text):
            if shelf.put(sentence) == len(first):
                first.append(place)
    return _Remembered(shelf, tuple(first))


def _met(
    article: Article, block: int, placed: Placed, one: Novelty, remembered: _Remembered
) -> Met:
    """A sentence of a block with what it was met as; spans move to where the sentence stands."""
    number = one.before or 0
    spans = tuple(in_block(article.blocks[block].text, placed, span) for span in one.spans)
    before = "" if one.acquaintance is Acquaintance.KNOWN else remembered.shelf.sentences[number]
    known = Known(one.acquaintance.value)
    occasion = remembered.first[number]
    return Met(block, placed.start, placed.end, known, spans, occasion, before)
