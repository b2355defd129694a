from __future__ import annotations

from collections.abc import Callable

import pytest

from copytaster.stories.index.document import Document
from copytaster.stories.match import Kind
from copytaster.stories.reading import reading_of
from stories.newsroom import FERRY_RETOLD_TEXT, FERRY_TEXT, crowd, document, invented, newsroom


def earnings(number: int) -> str:
    firm = invented(9_000 + number * 31).capitalize()
    return (
        f"{firm} Holdings reported third-quarter net income of ${number + 3}.4 million.\n\n"
        f"Revenue rose {number + 2} percent to ${900 + 7 * number} million.\n\n"
        f"Analysts had expected earnings of {40 + number} cents a share, {firm} said."
    )


def weather(number: int) -> str:
    town = invented(9_000 + number * 17).capitalize()
    return (
        f"Cloudy in {town} with scattered showers, high {number + 11}, low {number + 2}.\n\n"
        f"Winds from the north at {20 + number} km/h, chance of rain {30 + number} percent."
    )


def result(number: int) -> str:
    home, away, scorer = (invented(9_000 + number * 13 + n).capitalize() for n in (1, 4, 7))
    return (
        f"{home} beat {away} {number + 1}-{number} on Saturday in front of {9 + number},480.\n\n"
        f"Striker {scorer} scored in the {50 + number}th minute and again after the break."
    )


def table(number: int) -> str:
    return (
        f"Shr {number + 7} cts vs {number + 31} cts\n"
        f"    Net {number + 2},400,100 vs {number + 5},210\n"
        f"    Revs {number + 60}.2 mln vs {number + 80}.1 mln\n    Avg shrs {number + 11},000"
        + "\n    NOTE: prior year net includes a gain of 90,000 dlrs"
        * (number % 2)
    )


FORMS = pytest.mark.parametrize("form", [earnings, weather, result, table])


def of_one_form(text: str, other: str) -> bool:
    one, two = (reading_of(Document("", "", each)) for each in (text, other))
    return one.of_one_form(two)


@FORMS
def test_items_of_one_form_are_told_by_their_names_and_figures(form: Callable[[int], str]) -> None:
    assert of_one_form(form(1), form(2))


@FORMS
def test_a_copy_is_more_than_one_form(form: Callable[[int], str]) -> None:
    assert not of_one_form(form(1), form(1))


def test_two_tellings_of_an_event_are_not_of_one_form() -> None:
    assert not of_one_form(FERRY_TEXT, FERRY_RETOLD_TEXT)
    assert not of_one_form(FERRY_TEXT, FERRY_TEXT.replace("ninety", "ninety-one"))


def test_a_copy_with_one_new_figure_is_a_copy() -> None:
    text = "Police in Gradovar said 12 people were hurt.\n\nMayor Pavel Ristic closed Kolar Street."
    assert not of_one_form(text, text.replace("12", "14"))


@FORMS
def test_items_of_one_form_are_no_story_and_no_copies(form: Callable[[int], str]) -> None:
    wires = [document(f"wire-{n}", "Market report", form(n)) for n in range(8)]
    related = newsroom(*wires, *crowd(60))
    assert list(related.stories()) == []
    found = {each.key: each for each in related.related("wire-1")}
    for number in (0, 2, 3):
        assert found[f"wire-{number}"].kind is Kind.BACKGROUND
        assert found[f"wire-{number}"].reasons[0] == "same form, other names and figures"


def test_a_copy_of_a_wire_is_one_story_with_it_amid_its_form() -> None:
    wires = [document(f"wire-{n}", "Results", earnings(n)) for n in range(8)]
    copy = document("copy", "Results in brief", earnings(3))
    related = newsroom(*wires, copy, *crowd(60))
    assert [set(story.keys) for story in related.stories()] == [{"copy", "wire-3"}]


def test_an_article_that_is_replaced_is_looked_at_again() -> None:
    wires = [document(f"wire-{n}", "Results", earnings(n)) for n in range(3)]
    texts = {each.key: each for each in [*wires, *crowd(60)]}
    related = newsroom(*texts.values())
    related.text_of = texts.get
    assert list(related.stories()) == []
    texts["wire-2"] = document("wire-2", "Results", earnings(1))
    related.replace([texts["wire-2"]])
    assert [set(story.keys) for story in related.stories()] == [{"wire-1", "wire-2"}]
