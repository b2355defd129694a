"""A query is completed at the cursor with what the language knows and what occurs on the desk."""

from __future__ import annotations

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.query.completion import Completer, Completions
from copytaster.desk.query.language import Complaint, Name
from copytaster.desk.query.sql import STATE_NAMES, condition_of
from desk.making import article, file_articles

SOURCES = ("Norwire", "Straits World", "Norwire", "Nordic Post", "Le Soir")


@pytest.fixture
def completer(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> Completer:
    file_articles(
        writer, [article(f"a{n}", source=s, slug=f"FIRE-{s[:2]}") for n, s in enumerate(SOURCES)]
    )
    items = RowReader(catalogue.connection).items([1, 2])
    deeds.tag(items, {"port": True})
    deeds.tag(items[:1], {"sea side": True})
    return Completer(catalogue)


def texts(found: Completions) -> list[str]:
    return [choice.text for choice in found.choices]


def offered(completer: Completer, query: str) -> list[str]:
    return texts(completer.complete(query, len(query)))


def test_an_empty_query_offers_every_field(completer: Completer) -> None:
    found = completer.complete("", 0)
    assert texts(found) == [f"{name}:" for name in (c.text[:-1] for c in found.choices)]
    assert {text[:-1] for text in texts(found)} == set(Name)
    assert all(choice.hint for choice in found.choices)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("so", ["source:"]),
        ("fire SL", ["slug:"]),
        ("(so", ["source:"]),
        ("-so", ["source:"]),
        ("not ti", ["title:"]),
        ("a", ["age:", "and"]),
        ("zz", []),
        ("is:fl", ["flagged"]),
        ("is:s", ["spiked"]),
        ("source:nor", ["Norwire", '"Nordic Post"']),
        ("source:world", ['"Straits World"']),
        ('source:"Str', ['"Straits World"']),
        ("source:“le", ['"Le Soir"']),
        ("slug:fire-n", ["FIRE-No"]),
        ("tag:", ["port", '"sea side"']),
        ("date:t", ["today"]),
        ("story:", ["this"]),
        ("near:x", []),
        ("mine:x", []),
        ('"so', []),
        ('"a b" so', ["source:"]),
    ],
)
def test_what_is_offered(completer: Completer, query: str, expected: list[str]) -> None:
    assert offered(completer, query)[: len(expected) or None] == expected


def test_what_occurs_is_counted_the_most_frequent_first(completer: Completer) -> None:
    found = completer.complete("source:", 7)
    assert [(c.text, c.count) for c in found.choices][:2] == [("Norwire", 2), ('"Le Soir"', 1)]


def test_a_choice_stands_for_what_was_typed_of_it(completer: Completer) -> None:
    query = 'fire source:"Str and more'
    found = completer.complete(query, len('fire source:"Str'))
    assert found.lines(query) == ['fire source:"Straits World" and more']
    assert completer.complete("fire so", 7).lines("fire so") == ["fire source:"]


def test_every_line_that_is_offered_for_a_value_is_a_query(completer: Completer) -> None:
    for name in Name:
        query = f"{name}:"
        for line in completer.complete(query, len(query)).lines(query):
            assert not isinstance(condition_of(line), Complaint), line


def test_what_has_come_since_is_offered(completer: Completer, writer: CatalogueWriter) -> None:
    offered(completer, "source:")
    file_articles(writer, [article("new", source="Zephyr")])
    assert offered(completer, "source:z") == ["Zephyr"]


def test_every_state_is_offered(completer: Completer) -> None:
    assert set(offered(completer, "is:")) == set(STATE_NAMES)
