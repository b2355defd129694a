from __future__ import annotations

from copytaster.wire.article import Role
from copytaster.wire.lines.lines import Hints, classify

LEDE = (
    "The harbour company said on Monday that the old pier would be closed for nine days while "
    "divers look at its piles."
)
SECOND = "Ferries will run from the southern quay, but only in the morning, its director said."
BODY = (LEDE, SECOND)


def roles(*lines: str, hints: Hints | None = None) -> list[Role]:
    """The roles of the head of a story, whose two body paragraphs are left out."""
    blocks = classify("\n\n".join((*lines, *BODY)), hints or Hints()).blocks
    assert [block.text for block in blocks[-2:]] == list(BODY)
    assert {block.role for block in blocks[-2:]} == {Role.BODY}
    return [block.role for block in blocks[:-2]]


def test_the_first_line_before_prose_is_the_headline() -> None:
    assert roles("Old pier closes for nine days") == [Role.TITLE]


def test_a_question_may_be_a_headline() -> None:
    assert roles("Why is the old pier closed?") == [Role.TITLE]


def test_a_word_or_two_above_the_headline_are_its_kicker() -> None:
    assert roles("HARBOUR", "Old pier closes for nine days") == [Role.KICKER, Role.TITLE]


def test_a_sentence_parted_from_the_lede_by_a_byline_is_the_deck() -> None:
    head = roles("Old pier closes for nine days", "Divers will look at its piles.", "By Ada Moss")
    assert head == [Role.TITLE, Role.DECK, Role.BYLINE]


def test_a_sentence_parted_from_the_lede_by_a_stray_label_is_the_deck() -> None:
    head = roles("Old pier closes for nine days", "Divers will look at its old piles.", "Published")
    assert head == [Role.TITLE, Role.DECK, Role.FURNITURE]


def test_an_open_line_under_the_headline_is_the_deck() -> None:
    head = roles(
        "Old pier closes for nine days", "Divers to look at piles that nobody has seen since 1987"
    )
    assert head == [Role.TITLE, Role.DECK]


def test_prose_right_under_the_headline_is_the_lede() -> None:
    blocks = classify("\n\n".join(("Old pier closes for nine days", *BODY))).blocks
    assert [block.role for block in blocks] == [Role.TITLE, Role.BODY, Role.BODY]


def test_a_name_between_headline_and_lede_is_a_byline() -> None:
    assert roles("Old pier closes for nine days", "Ada Moss", "3 May 2026") == [
        Role.TITLE,
        Role.BYLINE,
        Role.DATE,
    ]


def test_a_place_alone_before_the_lede_is_the_dateline() -> None:
    assert roles("Old pier closes for nine days", "SKARHAVEN") == [Role.TITLE, Role.DATELINE]
    assert roles("Old pier closes for nine days", "By Ada Moss", "Skarhaven")[-1] is Role.DATELINE
    assert roles("Old pier closes for nine days", "NEW HARBOUR")[-1] is Role.DATELINE


def test_the_headline_again_is_furniture() -> None:
    title = "Old pier closes for nine days"
    head = roles(title, "Divers will look at its piles.", title, "3 May 2026")
    assert head == [Role.TITLE, Role.DECK, Role.FURNITURE, Role.DATE]


def test_date_and_byline_may_stand_above_the_headline() -> None:
    head = roles(
        "Shipping",
        "2 minute read May 3, 2026 2:26 PM",
        "Old pier closes for nine days",
        "By Ada Moss",
    )
    assert head == [Role.KICKER, Role.DATE, Role.TITLE, Role.BYLINE]


def test_a_kicker_that_stands_twice_is_not_the_headline() -> None:
    head = roles("Ask the pilot", "Ask the pilot", "Why the old pier closes for nine days in May")
    assert head == [Role.KICKER, Role.KICKER, Role.TITLE]


def test_key_points_are_a_deck_in_parts() -> None:
    text = (
        "Old pier closes for nine days\n\n"
        "Key Points\nThe pier is old.\nDivers will look at its piles in May.\n\n"
        + "\n\n".join(BODY)
    )
    assert [block.role for block in classify(text).blocks] == [
        Role.TITLE,
        Role.SUBHEAD,
        Role.DECK,
        Role.DECK,
        Role.BODY,
        Role.BODY,
    ]


def test_a_text_that_begins_with_its_lede_has_no_headline() -> None:
    parsed = classify("\n\n".join(BODY))
    assert Role.TITLE not in {block.role for block in parsed.blocks}
    assert parsed.fields["title_derived"] == "yes"
    assert LEDE.startswith(parsed.fields["title"].removesuffix(" …"))


def test_a_caption_before_the_lede_is_no_headline() -> None:
    parsed = classify("\n\n".join(("The old pier in winter. Photo: Ada Moss/Reuters", *BODY)))
    assert parsed.blocks[0].role is Role.CAPTION
    assert parsed.fields["title_derived"] == "yes"


def test_a_lede_with_its_dateline_is_no_headline() -> None:
    text = "HONG KONG, March 2 - Shares of the harbour company rose\n\n" + "\n\n".join(BODY)
    parsed = classify(text)
    assert parsed.blocks[0].role is Role.BODY
    assert parsed.fields["dateline"] == "HONG KONG"


def test_a_lone_name_above_the_lede_is_a_byline_and_no_headline() -> None:
    assert roles("Ada Moss") == [Role.BYLINE]


def test_a_whole_dateline_alone_on_its_line_is_one() -> None:
    assert roles("Old pier closes for nine days", "NEW HARBOUR, May 3, 2026 /Pressline/ --") == [
        Role.TITLE,
        Role.DATELINE,
    ]


def test_a_slug_in_capitals_may_stand_for_a_headline() -> None:
    assert roles("KILL-PIER-CLOSED") == [Role.TITLE]


def test_the_headline_that_the_format_names_is_found_in_the_text() -> None:
    title = "Old pier closes. Nine days without ferries."
    assert roles("HARBOUR", title, hints=Hints(title=title)) == [Role.KICKER, Role.TITLE]


def test_a_headline_that_the_format_names_is_not_sought_elsewhere() -> None:
    parsed = classify("Old pier closes for nine days\n\n" + LEDE, Hints(title="Pier"))
    assert parsed.fields["title"] == "Pier"
    assert Role.TITLE not in {block.role for block in parsed.blocks}
    assert "title_derived" not in parsed.fields
