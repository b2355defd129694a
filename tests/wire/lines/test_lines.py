from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Block, Role
from copytaster.wire.lines.lines import Hints, Parsed, classify, derived_title
from wire.boilerplate.reading import STORY

ARTICLE = """ date 2026-09-14 HARBOUR
1 min read
Old pier closes for nine days
Divers will look at piles that nobody has seen since 1987.
Old pier closes for nine days
The old pier in winter. / Reuters
September 14, 2026

The harbour company said on Monday that the old pier would be closed for nine days.

Recommended

Ferries will run from the southern quay, but only in the morning, its director said.

“Nobody has drawings of the pier any more,” the harbour master said. “We shall see what we find.”

RelatedHarbour World - Why the old bridge was never mended
SOURCE:Harbour World and Agencies
Explore
Grain silo to become a concert hall
Two held over stolen church bell
Rain delays the oat harvest for a third week
"""


def numbers(parsed: Parsed) -> list[int]:
    """The numbers of all lines in all blocks, in order."""
    spans = [block.lines for block in parsed.blocks]
    return [number for first, last in filter(None, spans) for number in range(first, last + 1)]


def test_an_article_from_a_page_comes_out_line_by_line() -> None:
    assert [block.role for block in classify(ARTICLE).blocks] == [
        Role.KICKER,
        Role.FURNITURE,
        Role.TITLE,
        Role.DECK,
        Role.FURNITURE,
        Role.CAPTION,
        Role.DATE,
        Role.BODY,
        Role.LINK,
        Role.BODY,
        Role.BODY,
        Role.LINK,
        Role.SOURCE,
        Role.LINK,
        Role.LINK,
        Role.LINK,
        Role.LINK,
    ]


def test_its_fields_are_those_of_its_blocks() -> None:
    assert classify(ARTICLE).fields == {
        "kicker": "HARBOUR",
        "title": "Old pier closes for nine days",
        "deck": "Divers will look at piles that nobody has seen since 1987.",
        "date": "2026-09-14",
        "source": "Harbour World and Agencies",
    }


def test_every_folded_block_says_why() -> None:
    assert all(
        block.reason for block in classify(ARTICLE).blocks if block.role.folded or block.suspect
    )


def test_the_date_of_the_prefix_wins_over_that_of_a_line() -> None:
    parsed = classify(" date 2026-09-14 Old pier closes\n\nSeptember 13, 2026\n\n" + STORY[0])
    assert parsed.fields["date"] == "2026-09-14"


def test_odd_dates_are_warned_of() -> None:
    parsed = classify(" date 2099-01-01 Old pier closes", Hints(today=date(2026, 9, 14)))
    assert "future" in parsed.warnings[0]


def test_carriage_returns_do_not_move_the_lines() -> None:
    unix = classify(ARTICLE)
    assert classify(ARTICLE.replace("\n", "\r\n")) == unix
    assert classify(ARTICLE.replace("\n", "\r")) == unix


def test_a_short_line_right_under_a_picture_credit_is_its_caption() -> None:
    parsed = classify(
        "\n\n".join((*STORY[:2], "Getty Images\nThe pier was built in 1911", *STORY[2:]))
    )
    assert [block.role for block in parsed.blocks][2:4] == [Role.CAPTION, Role.CAPTION]


def test_a_paragraph_without_a_full_stop_is_still_body() -> None:
    line = "The pier is the last of the five that the town had when the herring came in"
    blocks = classify("\n\n".join((*STORY[:2], line, *STORY[2:]))).blocks
    assert next(block for block in blocks if block.text == line).role is Role.BODY


def test_a_short_line_before_prose_is_a_subhead() -> None:
    blocks = classify("\n\n".join((*STORY[:2], "Mayor calls for help", *STORY[2:]))).blocks
    assert blocks[2].role is Role.SUBHEAD


def test_the_writer_is_introduced_after_the_story_and_not_in_it() -> None:
    bio = "Ada Moss is a reporter who covers harbours for the Skarhaven Courier."
    assert classify("\n\n".join((*STORY, bio, "Share"))).blocks[-2].role is Role.BIO
    assert classify("\n\n".join((*STORY[:2], bio, *STORY[2:]))).blocks[2].role is Role.BODY


def test_an_advisory_line_is_a_field() -> None:
    parsed = classify(
        "\n\n".join(("Old pier closes", "(Adds quotes, updates dates in paragraph 4)", *STORY))
    )
    assert parsed.fields["advisory"] == "Adds quotes, updates dates in paragraph 4"


def test_a_text_of_nothing_has_no_blocks() -> None:
    parsed = classify("\n\n  \n")
    assert parsed.blocks == ()
    assert parsed.fields["title"] == ""


def test_a_derived_title_is_cut_at_a_word_and_has_no_dateline() -> None:
    lede = "SKARHAVEN, May 3 (Agency) - " + STORY[0] + " " + STORY[1]
    title = derived_title([Block(Role.BODY, lede, (1, 1))])
    assert title.startswith("The ferry company said")
    assert title.endswith(" …")
    assert len(title) <= 102


def test_agency_copy_is_left_whole() -> None:
    text = (
        "SKARHAVEN, May 3 - Harbour Co said it will close its old\n"
        "pier for nine days, because its piles are old and nobody has\n"
        "looked at them, and asked the city for its\n"
        "share.\n"
        "    The city said it had no\n"
        "comment.\n"
        "    Shr 14 cts vs 36 cts\n"
        "    Net 508,000 vs 3,450,000\n"
        " Agency\n"
    )
    assert not any(block.role.folded or block.suspect for block in classify(text).blocks)


LINES = st.sampled_from(
    [
        *ARTICLE.split("\n"),
        *STORY,
        "",
        "   ",
        "ADVERTISEMENT",
        "Most read",
        "(x)",
        "1 of 12",
        "—",
        "MORE",
    ]
)


@settings(max_examples=150)
@given(st.text() | st.lists(LINES, max_size=40).map("\n".join))
def test_of_any_text_each_non_blank_line_is_in_exactly_one_block(text: str) -> None:
    parsed = classify(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = [number for number in numbers(parsed) if lines[number - 1].strip()]
    assert len(found) == len(set(found))
    missing = {number for number, line in enumerate(lines, 1) if line.strip()} - set(found)
    assert all(lines[number - 1].strip().startswith("date ") for number in missing)


@settings(max_examples=60)
@given(st.lists(LINES, max_size=40).map("\n".join))
def test_every_word_of_a_text_is_in_its_blocks_in_order(text: str) -> None:
    words = " ".join(block.text for block in classify(text).blocks).split()
    without_prefix = (
        text.replace(" date 2026-09-14 ", "", 1) if text.lstrip("\n").startswith(" date") else text
    )
    assert words == without_prefix.split()


@pytest.mark.parametrize(
    "line",
    [
        "a" * 20_000,
        "a " * 10_000,
        "(" * 20_000,
        "Photo: " * 3_000,
        "1 " * 10_000,
        "Share " * 4_000,
        "— " * 9_000,
    ],
)
def test_a_very_long_line_is_read_as_one_block(line: str) -> None:
    assert len(classify(line).blocks) == 1
