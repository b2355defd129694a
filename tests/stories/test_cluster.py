from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.stories.cluster import grouped
from copytaster.stories.index.document import Document
from copytaster.stories.storybook import Storybook, order_of_time
from stories.newsroom import MONDAY, document

Links = list[tuple[int, int, float]]


def links(strategy_size: int = 9) -> st.SearchStrategy[Links]:
    pairs = list(combinations(range(strategy_size), 2))
    score = st.floats(0.015625, 1.0, width=32)
    return st.dictionaries(st.sampled_from(pairs), score, max_size=16).map(
        lambda scores: [(one, other, score) for (one, other), score in scores.items()]
    )


def test_close_articles_are_one_story() -> None:
    assert grouped([(0, 1, 0.5), (1, 2, 0.5), (0, 2, 0.5)], 0.2) == [[0, 1, 2]]


def test_two_stories_that_touch_in_one_article_do_not_flow_together() -> None:
    fire = [(0, 1, 0.6), (0, 2, 0.6), (1, 2, 0.6)]
    vote = [(3, 4, 0.6), (3, 5, 0.6), (4, 5, 0.6)]
    assert grouped([*fire, *vote, (2, 3, 0.5)], 0.2) == [[0, 1, 2], [3, 4, 5]]


def test_a_long_chain_is_never_one_giant_story() -> None:
    chain = [(number, number + 1, 0.4) for number in range(50)]
    assert max(len(group) for group in grouped(chain, 0.2)) <= 3


def test_faint_links_join_nothing() -> None:
    assert grouped([(0, 1, 0.19)], 0.2) == []


def test_what_the_user_put_together_is_together() -> None:
    groups = grouped([(0, 1, 0.5)], 0.2, together=[(1, 7)])
    assert any({1, 7} <= set(group) for group in groups)


def test_what_the_user_split_stays_apart() -> None:
    triangle = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.9)]
    groups = grouped(triangle, 0.2, apart=[(0, 1)])
    assert not any({0, 1} <= set(group) for group in groups)


@settings(max_examples=60, deadline=None)
@given(links(), st.randoms())
def test_the_order_of_links_does_not_matter(pairs: Links, random: object) -> None:
    shuffled = sorted(pairs, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert grouped(shuffled, 0.2) == grouped(pairs, 0.2)


@settings(max_examples=60, deadline=None)
@given(links())
def test_no_article_is_in_two_stories_and_none_is_alone_in_one(pairs: Links) -> None:
    groups = grouped(pairs, 0.2)
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in groups)


@settings(max_examples=60, deadline=None)
@given(links(), st.lists(st.sampled_from(list(combinations(range(9), 2))), max_size=5))
def test_no_link_is_stronger_than_the_users_word(
    pairs: Links, apart: list[tuple[int, int]]
) -> None:
    for group in grouped(pairs, 0.2, apart=apart):
        assert not any({one, other} <= set(group) for one, other in apart)


def test_a_story_keeps_its_number_while_it_grows() -> None:
    book = Storybook()
    book.renumber([["a", "b"], ["x", "y"]])
    fire = book.number_of["a"]
    book.renumber([["x", "y"], ["a", "b", "c"]])
    assert book.number_of["c"] == book.number_of["a"] == fire


def test_when_a_story_splits_the_larger_part_keeps_the_number() -> None:
    book = Storybook()
    book.renumber([["a", "b", "c", "d", "e"]])
    number = book.number_of["a"]
    book.renumber([["a", "b"], ["c", "d", "e"]])
    assert book.number_of["c"] == number
    assert book.number_of["a"] != number


def test_when_stories_merge_the_larger_number_of_articles_decides() -> None:
    book = Storybook()
    book.renumber([["a", "b"], ["c", "d", "e"]])
    number = book.number_of["c"]
    book.renumber([["a", "b", "c", "d", "e"]])
    assert set(book.number_of.values()) == {number}


def test_numbers_are_never_given_twice() -> None:
    book = Storybook()
    book.renumber([["a", "b"]])
    gone = book.number_of["a"]
    book.renumber([])
    book.renumber([["c", "d"]])
    assert book.number_of["c"] != gone


DOCUMENTS = {
    d.key: d
    for d in (
        document("late", "Late", moment="2026-09-14T18:00:00Z"),
        document("early", "Early", moment="2026-09-14T06:00:00Z"),
        document("undated", "Undated", day=None),
        document("eve", "Eve", day=MONDAY - 1),
    )
}


def test_articles_of_a_story_are_in_order_of_time_and_undated_ones_last() -> None:
    story = Storybook().story(1, DOCUMENTS, DOCUMENTS.get)
    assert story.keys == ("eve", "early", "late", "undated")
    assert (story.first, story.last) == (MONDAY - 1, MONDAY)


def test_a_story_keeps_its_name_when_an_earlier_article_comes() -> None:
    book = Storybook()
    book.renumber([["early", "late"]])
    assert book.story(1, ["early", "late"], DOCUMENTS.get).title == "Early"
    book.renumber([["early", "late", "eve"]])
    assert book.story(1, ["early", "late", "eve"], DOCUMENTS.get).title == "Early"


def test_a_story_takes_a_new_name_when_its_namesake_leaves() -> None:
    book = Storybook()
    book.renumber([["early", "late"]])
    book.story(1, ["early", "late"], DOCUMENTS.get)
    book.renumber([["late", "undated"]])
    assert book.story(1, ["late", "undated"], DOCUMENTS.get).title == "Late"


def test_a_story_without_titles_is_named_after_its_opening() -> None:
    untitled = document("one", "", "Fog closed the port of Hask on Monday morning")
    assert Storybook().story(1, ["one"], {"one": untitled}.get).title.startswith("Fog closed")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (document("b", take="1"), document("a", take="2")),
        (document("b", take="UPDATE 2"), document("a", take="UPDATE 10")),
        (document("b", version="1"), document("a", version="2")),
    ],
)
def test_takes_of_one_moment_are_in_their_own_order(first: Document, second: Document) -> None:
    assert order_of_time(first) < order_of_time(second)
