"""A story as a whole, found out in the back room a few articles at a time.

Of a giant only the last five hundred takes are told; and what does not agree is looked for among
the newest articles of all outlets, every two of them, until that has cost some seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.words.story_page import (
    Answer,
    Doubt,
    OneText,
    Outlet,
    Quote,
    StoryPage,
    Take,
)
from copytaster.stories.comparing.chronicle import Chronicle, Share, Telling
from copytaster.stories.comparing.disagreements import Disagreement, Inquiry, Version
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.stories.index.document import Document, document_of
from copytaster.wire.article import Article
from copytaster.wire.conventions import place_of_take
from copytaster.wire.told import tells

MOST_TAKES = 500
COMPARING_SECONDS = 10.0
"""Of the processor, for a page; every two of fifty outlets take two or three."""
AT_ONCE = 10
_DAY_ONLY = len("2026-09-14")
_TO_THE_END_OF_THE_DAY = 86_399
_OF_STORY = """
SELECT number, source, take, date, dated, moment, arrived FROM articles
WHERE story = ? AND problem IS NULL ORDER BY moment DESC, number DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class _Came:
    """A row of the story, who sent it, and when: `exact`, or only the day is known.

    `place` is that of its take among those of one moment.
    """

    number: int
    source: str | None
    place: int
    at: float
    exact: bool


class StoryPages:
    """The pages that are asked for; `work` brings the last one a little further."""

    def __init__(self, catalogue: Catalogue, article_of: Callable[[int], Article | None]) -> None:
        self._catalogue = catalogue
        self._article_of = article_of
        self._at_work: Iterator[StoryPage | None] | None = None
        self._story: int | None = None

    @property
    def busy(self) -> bool:
        """Whether a page is not yet finished."""
        return self._at_work is not None

    def ask(self, story: int) -> None:
        """Begin a page; one that is not finished is dropped for it."""
        self._at_work, self._story = self._pages(story), story

    def leave(self, story: int) -> None:
        """Give up the page of a story, if it is the one that is being made."""
        if story == self._story:
            self.drop()

    def drop(self) -> None:
        """Give up the page that is being made."""
        self._at_work = None

    def work(self) -> StoryPage | None:
        """The page, where it has got so far that it can be shown, or shown better."""
        if self._at_work is None:
            return None
        try:
            return next(self._at_work)
        except StopIteration:
            self._at_work = None
            return None

    def _pages(self, story: int) -> Iterator[StoryPage | None]:
        came = self._came(story)
        told, newest = Chronicle(), dict[str, Document]()
        for place, one in enumerate(came):
            if place % AT_ONCE == AT_ONCE - 1:
                yield None
            article = self._article_of(one.number)
            if article is not None:
                told.tell(_telling(one, article))
                document = replace(document_of(article), key=str(one.number))
                newest.pop(one.source or document.key, None)
                newest[one.source or document.key] = document
        page = _page(story, came, told)
        yield page
        inquiry = Inquiry(list(newest.values()))
        for _ in _within_seconds(inquiry.steps()):
            yield None
        doubts = tuple(map(_doubt, inquiry.found()))
        yield replace(page, doubts=doubts, compared=inquiry.compared)

    def _came(self, story: int) -> list[_Came]:
        rows = self._catalogue.connection.execute(_OF_STORY, (story, MOST_TAKES))
        return sorted(
            (_came(*row) for row in rows),
            key=lambda one: (one.at, not one.exact, one.place, one.number),
        )


def _came(
    number: int,
    source: str | None,
    take: str | None,
    date: str | None,
    dated: int,
    moment: float,
    arrived: float,
) -> _Came:
    """When a row came: by its own time; of a day alone, by its file's time if that is of the day.

    Where neither tells the hour it stands at the end of its day, so that it is first of nothing.
    """
    place = place_of_take(take)
    if not dated or len(date or "") > _DAY_ONLY:
        return _Came(number, source, place, moment, True)
    if datetime.fromtimestamp(arrived, UTC).date() == datetime.fromtimestamp(moment, UTC).date():
        return _Came(number, source, place, arrived, True)
    return _Came(number, source, place, moment + _TO_THE_END_OF_THE_DAY, False)


def _telling(one: _Came, article: Article) -> Telling:
    text = "\n".join(block.text for block in article.blocks if tells(block))
    return Telling(str(one.number), one.source, news_sentences(text))


def _page(story: int, came: Sequence[_Came], told: Chronicle) -> StoryPage:
    named = {one.source for one in came if one.source}
    first: dict[str, int] = {}
    for one in came:
        first.setdefault(one.source or str(one.number), one.number)
    text = told.one_text()
    origin = text.origin if text and text.origin in named else None
    return StoryPage(
        story=story,
        takes=tuple(_take(one, told) for one in came),
        outlets=tuple(_outlet(share, named, first) for share in told.shares()),
        one_text=OneText(origin, text.outlets, text.of) if text else None,
        quotes=tuple(
            Quote(quote.text, tuple(map(int, quote.keys))) for quote in told.shared_quotes()
        ),
        doubts=None,
    )


def _take(one: _Came, told: Chronicle) -> Take:
    key = str(one.number)
    sentences, new = told.sentences.get(key, 0), told.new.get(key, 0)
    return Take(one.number, one.at, one.exact, sentences, new)


def _outlet(share: Share, named: Collection[str], first: Mapping[str, int]) -> Outlet:
    return Outlet(
        name=share.teller if share.teller in named else None,
        number=first[share.teller],
        takes=share.takes,
        sentences=share.sentences,
        first=share.first,
        rests_on=share.rests_on if share.rests_on in named else None,
        resting=round(share.resting, 4),
    )


def _within_seconds(steps: Iterator[None]) -> Iterator[None]:
    """Steps in groups of some, until they have cost `COMPARING_SECONDS` of the processor."""
    spent, more = 0.0, True
    while more and spent < COMPARING_SECONDS:
        begun = time.process_time()
        more = len(list(islice(steps, AT_ONCE))) == AT_ONCE
        spent += time.process_time() - begun
        yield None


def _doubt(one: Disagreement) -> Doubt:
    return Doubt(one.matter.value, tuple(map(_answer, one.versions)))


def _answer(version: Version) -> Answer:
    numbers = tuple(int(claim.key) for claim in version.claims)
    return Answer(version.text, version.claims[0].sentence, numbers)
