"""A story as a whole: its takes in order of time, what each added, who differs."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from copytaster.desk.backroom import story_pages
from copytaster.desk.backroom.answering import Answering
from copytaster.desk.backroom.reporting import Reporter
from copytaster.desk.backroom.story_pages import StoryPages
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.words.news import StoryTold, decode, encode
from copytaster.desk.words.requests import Requests
from copytaster.desk.words.story_page import OneText, StoryPage
from copytaster.wire.article import Article, Block, Role
from desk.making import parsed, taught

TOLL = "Twelve people died when a mill burned in Ystermouth on Sunday, police said."
HIGHER = TOLL.replace("Twelve", "Fifteen")
CAUSE = "The fire began in a drying room, the owner told local radio."
QUOTE = "“We heard the beams go one after the other,” said the miller, Jon Aske."
SEVEN = "2026-09-14T07:00:00+00:00"
NINE = "2026-09-14T09:00:00+00:00"


def article(name: str, *sentences: str, **fields: Any) -> Article:
    body = tuple(Block(Role.BODY, sentence) for sentence in sentences)
    return Article(name, f"{name}.txt", title=name, blocks=body, **fields)


def seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).astimezone(UTC).timestamp()


def pages_of(catalogue: Catalogue, articles: Sequence[tuple[Article, float]]) -> list[StoryPage]:
    """What is told of one story that has these articles, whose files came at these times."""
    file_story(catalogue, articles)
    pages = StoryPages(catalogue, catalogue.article)
    pages.ask(7)
    told = []
    while pages.busy:
        page = pages.work()
        if page is not None:
            told.append(page)
    return told


def file_story(catalogue: Catalogue, articles: Sequence[tuple[Article, float]]) -> None:
    """All these articles in the story of number 7."""
    writer = CatalogueWriter(catalogue)
    writer.file(
        parsed(f"/wire/{place}.txt", [entry_of(each, 0)], modified=came)
        for place, (each, came) in enumerate(articles, 1)
    )
    writer.note_stories(dict.fromkeys(range(1, len(articles) + 1), 7))


def test_takes_stand_in_order_of_time_with_what_each_added(catalogue: Catalogue) -> None:
    late = article("late", TOLL, CAUSE, source="Ledger", date=NINE)
    early = article("early", TOLL, source="Norwire", date=SEVEN)
    page = pages_of(catalogue, [(late, 0), (early, 0)])[-1]
    assert [(take.number, take.sentences, take.new) for take in page.takes] == [
        (2, 1, 1),
        (1, 2, 1),
    ]
    assert [take.at for take in page.takes] == [seconds(SEVEN), seconds(NINE)]
    assert all(take.exact for take in page.takes)


def test_a_day_alone_takes_the_hour_of_its_file_if_that_is_of_the_day(
    catalogue: Catalogue,
) -> None:
    by_file = article("by file", TOLL, date="2026-09-14")
    by_day = article("by day", CAUSE, date="2026-09-14")
    noon, later = seconds("2026-09-14T12:00:00Z"), seconds("2026-09-20T12:00:00Z")
    known = article("known", QUOTE, date=NINE)
    page = pages_of(catalogue, [(by_day, later), (by_file, noon), (known, 0)])[-1]
    assert [(take.number, take.exact) for take in page.takes] == [(3, True), (2, True), (1, False)]


def test_takes_of_one_day_alone_stand_as_they_were_sent(catalogue: Catalogue) -> None:
    takes = ["CORRECTED", "UPDATE 2", "UPDATE 1", "ALERT"]
    later = seconds("2026-09-20T12:00:00Z")
    told = [(article(take, TOLL, take=take, date="2026-09-14"), later) for take in takes]
    page = pages_of(catalogue, told)[-1]
    assert [take.number for take in page.takes] == [4, 3, 2, 1]
    assert page.takes[0].new == 1


def test_the_page_comes_first_without_what_does_not_agree(catalogue: Catalogue) -> None:
    one = article("one", TOLL, source="Norwire", date=SEVEN, language="en")
    two = article("two", HIGHER, source="Ledger", date=NINE, language="en")
    first, whole = pages_of(catalogue, [(one, 0), (two, 0)])
    assert first.doubts is None
    assert whole.doubts is not None
    (doubt,) = whole.doubts
    assert doubt.kind == "number"
    assert {(answer.text, answer.numbers) for answer in doubt.answers} == {
        ("Twelve", (1,)),
        ("Fifteen", (2,)),
    }
    assert {answer.sentence for answer in doubt.answers} == {TOLL, HIGHER}


def many(outlets: int) -> list[tuple[Article, float]]:
    """Articles of so many outlets; only the first and the last say another number than all."""
    others = {0: "Thirteen", outlets - 1: "Fifteen"}
    tolls = [TOLL.replace("Twelve", others.get(n, "Twelve")) for n in range(outlets)]
    return [
        (article(f"a{n}", toll, CAUSE, source=f"Wire {n:02}", date=at(n), language="en"), 0.0)
        for n, toll in enumerate(tolls)
    ]


def at(minute: int) -> str:
    return f"2026-09-14T07:{minute:02}:00+00:00"


def test_what_fifty_outlets_do_not_agree_on_is_told_whole(catalogue: Catalogue) -> None:
    page = pages_of(catalogue, many(50))[-1]
    assert page.compared == len(page.outlets) == 50
    (doubt,) = page.doubts or ()
    assert [(answer.text, len(answer.numbers)) for answer in doubt.answers] == [
        ("Twelve", 48),
        ("Thirteen", 1),
        ("Fifteen", 1),
    ]


def test_questions_are_heard_while_outlets_are_compared(catalogue: Catalogue) -> None:
    file_story(catalogue, many(12))
    pages = StoryPages(catalogue, catalogue.article)
    pages.ask(7)
    waits = [pages.work() is None for _ in iter(lambda: pages.busy, False)]
    assert sum(waits) > 12 * 11 / 2 / story_pages.AT_ONCE


def test_outlets_for_which_there_is_no_time_are_not_called_compared(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_pages, "COMPARING_SECONDS", 1e-9)
    page = pages_of(catalogue, many(12))[-1]
    assert 1 < page.compared < len(page.outlets)
    assert page.doubts is not None


def test_outlets_of_one_text_and_shared_quotes_are_told(catalogue: Catalogue) -> None:
    text = (TOLL, CAUSE, QUOTE)
    page = pages_of(
        catalogue,
        [
            (article("one", *text, source="Norwire", date=SEVEN), 0),
            (article("two", *text, source="Ledger", date=NINE), 0),
            (article("three", *text, date="2026-09-14T10:00:00Z"), 0),
        ],
    )[-1]
    assert page.one_text == OneText("Norwire", 3, 3)
    (quote,) = page.quotes
    assert quote.numbers == (1, 2, 3)
    assert [(one.name, one.first, one.rests_on) for one in page.outlets] == [
        ("Norwire", 3, None),
        ("Ledger", 0, "Norwire"),
        (None, 0, "Norwire"),
    ]


def test_of_a_giant_only_the_last_takes_are_told(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_pages, "MOST_TAKES", 3)
    told = [
        (article(f"a{n}", f"{TOLL} {n}", date=f"2026-09-14T0{n}:00:00Z"), 0.0) for n in range(6)
    ]
    page = pages_of(catalogue, told)[-1]
    assert [take.number for take in page.takes] == [4, 5, 6]


def test_a_page_that_is_not_finished_gives_way_to_the_next(catalogue: Catalogue) -> None:
    CatalogueWriter(catalogue).file(
        [parsed("/wire/1.txt", [entry_of(article("one", TOLL, date=SEVEN), 0)])]
    )
    pages = StoryPages(catalogue, catalogue.article)
    pages.ask(1)
    pages.ask(2)
    page = pages.work()
    assert page is not None
    assert page.story == 2
    pages.drop()
    assert not pages.busy
    assert pages.work() is None


def test_a_page_that_was_closed_is_compared_no_further(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    file_story(catalogue, many(12))
    questions, answers = os.pipe(), os.pipe()
    requests = Requests(questions[0])
    answering = Answering(catalogue, tmp_path, taught(tmp_path), requests, Reporter(answers[1]))

    def ask(**request: list[int]) -> None:
        os.write(questions[1], json.dumps(request).encode() + b"\n")
        requests.hear()
        answering.answer(lambda _: ())

    ask(stories=[7])
    ask(left=[8])
    assert answering.busy
    ask(left=[7])
    assert not answering.busy
    ask(stories=[7])
    assert answering.busy


def test_a_page_survives_the_pipe(catalogue: Catalogue) -> None:
    one = article("one", TOLL, QUOTE, source="Norwire", date=SEVEN, language="en")
    two = article("two", HIGHER, QUOTE, source="Ledger", date=NINE, language="en")
    for page in pages_of(catalogue, [(one, 0), (two, 0)]):
        assert decode(encode(StoryTold(page))) == StoryTold(page)
