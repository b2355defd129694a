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
from copytaster.desk.words.news import Arrived, Message, Progress, Relations
from desk.making import article, file_articles, taught


class Wire:
    """A line that keeps what was asked, and tells what it is given to tell."""

    given_up = False
    steady = True

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.nearest: list[list[int]] = []
        self.to_tell: list[Message] = []
        self.restarts = False

    def keep_up(self) -> bool:
        return self.restarts

    def send(self, *, related: list[int], nearest: list[int]) -> None:
        self.asked.append(related)
        self.nearest.append(nearest)

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
