"""Text set line by line, and whose paragraph each line is."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.presentation.article_copy import Passage, passages, set_lines, set_passages
from copytaster.presentation.galley import Galley
from copytaster.presentation.glyphs import UNICODE
from copytaster.presentation.looks import plain_text
from copytaster.wire.article import Article, Block, Role

MEASURE = 30
LEDE = Block(Role.BODY, "The ferry company said that the crossing would close.", (3, 4))
HYMN = Block(Role.BODY, "Harbour, oh harbour of ours", (6, 6))
LINKS = tuple(
    Block(Role.LINK, text, (place, place), reason="links under “Most read”")
    for place, text in enumerate(("Most read", "Grain silo sold"), 8)
)
ARTICLE = Article(id="pier", path="p", title="Old pier closes", blocks=(LEDE, HYMN, *LINKS))


def shown(*, opened: bool = False) -> Iterator[Passage]:
    return passages(ARTICLE, UNICODE, opened=opened, file_date=None)


def galley(*, opened: bool = False) -> Galley:
    return Galley(set_passages(shown(opened=opened), MEASURE))


def lines_of(galley: Galley, paragraph: int) -> list[str]:
    start, end = galley.span(paragraph)
    return [plain_text(galley.line(place)) for place in range(start, end)]


def test_nothing_is_set_before_it_is_asked_for() -> None:
    def endless() -> Iterator[tuple[tuple[()], None]]:
        while True:
            yield (), None

    endless_galley = Galley(endless())
    endless_galley.set_up_to(7)
    assert len(endless_galley) == 7


def test_the_lines_are_those_of_the_passages() -> None:
    whole = galley()
    whole.set_all()
    lines = [whole.line(place) for place in range(len(whole))]
    assert lines == list(set_lines(shown(), MEASURE))


def test_the_head_is_no_paragraph() -> None:
    whole = galley()
    assert whole.passage(whole.beside(0, 0)).blocks == (LEDE,)


def test_a_paragraph_has_all_of_its_lines() -> None:
    paragraph = galley()
    assert paragraph.first_from(0) == 0
    assert lines_of(paragraph, 0) == ["The ferry company said that", "the crossing would close."]


def test_a_closed_fold_is_one_paragraph_with_all_of_its_blocks() -> None:
    last = galley()
    number = last.beside(0, 99)
    assert number == 2
    assert last.passage(number).blocks == LINKS


def test_each_line_of_an_opened_fold_can_be_reached() -> None:
    opened = galley(opened=True)
    texts = [opened.passage(opened.beside(2, step)).blocks for step in (0, 1, 2)]
    assert texts == [LINKS, LINKS[:1], LINKS[1:]]


def test_there_is_no_paragraph_before_the_first_or_behind_the_last() -> None:
    ends = galley()
    assert ends.beside(0, -1) == 0
    assert ends.beside(2, 1) == 2


def test_the_first_paragraph_from_a_place_on_begins_there_or_below() -> None:
    places = galley()
    start, end = places.span(places.beside(0, 0))
    assert places.first_from(start) == 0
    assert places.first_from(start + 1) == 1
    assert places.first_from(end) == 1
    assert places.first_from(10_000) == 2


def test_a_text_without_blocks_has_no_paragraphs() -> None:
    bare = Galley(set_passages(iter([Passage("gone", next(shown()).look)]), MEASURE))
    assert bare.first_from(0) is None
    assert bare.showing(LEDE) is None


def test_a_block_is_found_by_itself_before_the_fold_that_holds_it() -> None:
    assert galley().showing(LINKS[1]) == 2
    assert galley(opened=True).showing(LINKS[1]) == 4
    assert galley().showing(Block(Role.BODY, "elsewhere", (1, 1))) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([LEDE, HYMN, *LINKS]), max_size=8), st.integers(4, 60))
def test_paragraphs_stand_one_below_the_other(blocks: list[Block], measure: int) -> None:
    article = Article(id="a", path="a", title="A", blocks=tuple(blocks))
    whole = Galley(set_passages(passages(article, UNICODE, opened=True, file_date=None), measure))
    spans = []
    while (number := whole.beside(len(spans), 0)) == len(spans):
        spans.append(whole.span(number))
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(start < end for start, end in spans)
