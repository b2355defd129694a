"""What is asked of the back room, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from copytaster.desk.asking import Asking
from copytaster.desk.backroom.back_line import BackLine
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.words.news import Arrived, Message, Progress, Relations, StoryTold
from copytaster.desk.words.story_page import Doubt, StoryPage
from desk.making import article, file_articles, taught


class Wire:
    """A line that keeps what was asked, and tells what it is given to tell."""

    given_up = False
    steady = True

    def __init__(self) -> None:
        self.sent: list[dict[str, list[int]]] = []
        self.to_tell: list[Message] = []
        self.restarts = False

    def keep_up(self) -> bool:
        return self.restarts

    def send(self, **request: list[int]) -> None:
        self.sent.append(request)

    @property
    def asked(self) -> list[list[int]]:
        return [each["related"] for each in self.sent]

    @property
    def nearest(self) -> list[list[int]]:
        return [each["nearest"] for each in self.sent]

    def messages(self) -> Iterator[Message]:
        told, self.to_tell = self.to_tell, []
        return iter(told)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def asking(catalogue: Catalogue, deeds: Deeds, wire: Wire, tmp_path: Path) -> Asking:
    return Asking(catalogue, deeds, cast("BackLine", wire), taught(tmp_path))


def progress(read: int, *, busy: bool) -> Progress:
    return Progress(read, read, read, busy, None)


def page(story: int, doubts: tuple[Doubt, ...] | None) -> StoryPage:
    return StoryPage(story, takes=(), outlets=(), one_text=None, quotes=(), doubts=doubts)


def tell(asking: Asking, wire: Wire, *messages: Message) -> None:
    wire.to_tell = [*messages]
    asking.news()


def test_what_is_nearest_is_answered_first(asking: Asking, wire: Wire) -> None:
    asking.related(1)
    asking.anticipate([2, 3])
    tell(asking, wire, Relations(1, ()))
    asking.anticipate([3, 4])
    asking.anticipate([3, 4])
    assert wire.asked == [[1], [2, 3], [4]]
    assert wire.nearest == [[1], [1, 2, 3], [3, 4]]


def test_an_arrival_is_asked_about_once(asking: Asking, wire: Wire) -> None:
    tell(asking, wire, progress(1, busy=False))
    asking.related(1)
    tell(asking, wire, Relations(1, ()), Arrived(1), progress(2, busy=True))
    asking.related(1)
    tell(asking, wire, progress(2, busy=False))
    asking.related(1)
    tell(asking, wire, Relations(1, ()), progress(2, busy=False))
    asking.related(1)
    assert wire.asked == [[1], [1]]


def test_an_arrival_that_was_indexed_at_once_is_asked_about(asking: Asking, wire: Wire) -> None:
    tell(asking, wire, progress(1, busy=False))
    asking.related(1)
    tell(asking, wire, Relations(1, ()), Arrived(1), progress(2, busy=False))
    asking.related(1)
    assert wire.asked == [[1], [1]]


def test_a_page_that_is_closed_before_all_is_told_is_taken_back(asking: Asking, wire: Wire) -> None:
    begun = page(7, None)
    assert asking.story_page(7) is None
    tell(asking, wire, StoryTold(begun))
    asking.leave_story(7)
    assert wire.sent == [{"stories": [7]}, {"left": [7]}]
    tell(asking, wire, StoryTold(begun))
    assert asking.story_page(7) == begun
    assert wire.sent[2:] == [{"stories": [7]}]


def test_a_page_that_is_told_to_its_end_is_kept(asking: Asking, wire: Wire) -> None:
    asking.story_page(7)
    tell(asking, wire, StoryTold(page(7, ())))
    asking.leave_story(7)
    assert asking.story_page(7) == page(7, ())
    assert wire.sent == [{"stories": [7]}]


def test_what_a_back_room_filed_and_died_over_is_told_once(
    asking: Asking, wire: Wire, writer: CatalogueWriter
) -> None:
    file_articles(writer, [article("one")])
    tell(asking, wire, Arrived(1))
    file_articles(writer, [article("two"), article("three")])
    wire.restarts = True
    asking.keep_up()
    assert asking.news() == [Arrived(2)]
    asking.keep_up()
    assert asking.news() == []
