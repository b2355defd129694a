from __future__ import annotations

import dataclasses
import datetime

import pytest

from copytaster.stories.index.document import Document, document_of
from copytaster.stories.index.names import Names
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.vectors import vectors_of
from copytaster.stories.items import Items, versions
from copytaster.stories.likeness import likeness_of
from copytaster.stories.match import SAME_STORY, Kind, relation
from copytaster.stories.reading import Reading, reading_of
from copytaster.stories.reasons import Words, shared_names, shared_quote
from copytaster.stories.sentences import copied_share, found_again, sentences_of
from copytaster.stories.standing import stands_alone
from copytaster.wire.article import Article, Block, Role
from stories.newsroom import FERRY_RETOLD_TEXT, FERRY_TEXT, MONDAY, VOTE_TEXT, document

FERRY, RETOLD, VOTE = (
    document(key, text=text)
    for key, text in (("a", FERRY_TEXT), ("b", FERRY_RETOLD_TEXT), ("c", VOTE_TEXT))
)


def read(text: str) -> Reading:
    return reading_of(document("read", "", text))


def words_of(*texts: str) -> Words:
    names = Names()
    vectors = vectors_of([("", text) for text in texts], names.note)
    counted = Rarity.counted(vectors)
    return Words(counted, names.spellings(counted), names.small)


WORDS = words_of(FERRY_TEXT, FERRY_RETOLD_TEXT, VOTE_TEXT)


def test_sentences_end_at_stops_and_blank_lines_but_not_at_line_ends() -> None:
    text = (
        "The ferry ran aground\non the Tessaly sandbank. “We felt one long shudder,” she said.\n\n"
        "Fog hid the buoys all morning"
    )
    assert sentences_of(text) == [
        "The ferry ran aground on the Tessaly sandbank.",
        "“We felt one long shudder,” she said.",
        "Fog hid the buoys all morning",
    ]


def test_very_short_sentences_are_no_evidence() -> None:
    assert sentences_of("He agreed. The harbour board will inspect the buoys. So did she.") == [
        "The harbour board will inspect the buoys."
    ]


def test_sentences_of_scripts_without_spaces_count_by_characters() -> None:
    assert len(sentences_of("星期一渡轮在浓雾中搁浅了。九十名乘客全部被救上岸。")) == 2


def test_a_sentence_with_a_typing_error_is_found_again() -> None:
    alike = found_again(
        ["Coastguard boats took the passengers."], ["Coastgaurd boats took passengers."]
    )
    assert copied_share(alike) == (1.0, 1.0)


def test_sentences_on_the_same_thing_in_other_words_are_not_found_again() -> None:
    assert likeness_of(FERRY, RETOLD).share < 0.5
    assert not likeness_of(FERRY, RETOLD).copied


def test_nothing_is_found_again_in_nothing() -> None:
    assert copied_share(found_again([], ["Fog hid the buoys."])) == (0.0, 0.0)
    assert not likeness_of(document("a"), document("b")).copied


def paragraphs(text: str, *kept: int) -> str:
    every = text.split("\n\n")
    return "\n\n".join(every[number] for number in kept)


@pytest.mark.parametrize(
    "text",
    [
        FERRY_TEXT,
        paragraphs(FERRY_TEXT, 0, 1, 2),
        paragraphs(FERRY_TEXT, 0, 2, 3),
        paragraphs(FERRY_TEXT, 1, 2, 3, 4),
        FERRY_TEXT + "\n\n" + VOTE_TEXT,
        FERRY_TEXT.replace("\n", " "),
        FERRY_TEXT.replace("e", "c", 12).replace("rn", "m"),
    ],
    ids=["verbatim", "trimmed", "dropped", "headless", "merged", "rewrapped", "noisy"],
)
def test_a_republished_text_is_a_copy(text: str) -> None:
    found = relation(FERRY, document("other", text=text), 0.2, WORDS)
    assert found.kind is Kind.COPY
    assert found.score >= 0.6
    assert any(reason.startswith("republished: ") for reason in found.reasons)


def test_another_telling_is_the_same_story_where_the_score_says_so() -> None:
    assert relation(FERRY, RETOLD, 0.9, WORDS).kind is Kind.SAME_STORY
    assert relation(FERRY, RETOLD, 0.3, WORDS).kind is Kind.BACKGROUND


def test_a_digest_is_the_same_story_as_nothing() -> None:
    digest = document("digest", "Tessaly News Digest at 0600 GMT", FERRY_RETOLD_TEXT)
    found = relation(FERRY, digest, 0.9, WORDS)
    assert found.kind is Kind.BACKGROUND
    assert found.score < SAME_STORY


@pytest.mark.parametrize(
    ("source", "take", "kind"),
    [
        ("Norwire", "CORRECTED", Kind.TAKE),
        ("Norwire", "UPDATE 3", Kind.TAKE),
        ("Norwire", "UPDATE 2", Kind.COPY),
        ("Norwire", "REPEAT", Kind.COPY),
        ("Straits World", None, Kind.COPY),
    ],
)
def test_an_update_that_repeats_its_house_s_text_is_no_copy(
    source: str, take: str | None, kind: Kind
) -> None:
    first = dataclasses.replace(FERRY, source="Norwire", take="UPDATE 2")
    other = document("other", text=FERRY_TEXT.replace("12", "13"), source=source, take=take)
    assert relation(first, other, 0.9, WORDS).kind is kind


def test_a_take_is_at_least_the_same_story() -> None:
    first = dataclasses.replace(FERRY, slug="FERRY-TESSALY", source="Norwire")
    second = document("alert", text="Ferry aground", slug="ferry-tessaly", source="norwire")
    found = relation(first, second, 0.1, WORDS)
    assert found.kind is Kind.TAKE
    assert found.score == SAME_STORY
    assert found.reasons[0] == "same slug"


def item(**fields: object) -> Document:
    return dataclasses.replace(document("x"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (item(guid="urn:7"), item(guid="urn:7"), True),
        (item(guid="urn:7"), item(guid="urn:8"), False),
        (item(slug="FERRY"), item(slug="ferry"), True),
        (item(slug="FERRY", day=None), item(slug="FERRY"), True),
        (item(slug="FERRY"), item(slug="FERRY", day=MONDAY + 2), False),
        (item(slug="FERRY", source="A"), item(slug="FERRY", source="B"), False),
        (item(), item(), False),
    ],
)
def test_takes_have_one_guid_or_one_slug_of_one_house_and_day(
    one: Document, other: Document, expected: bool
) -> None:
    assert versions(one, other) is versions(other, one) is expected


def test_items_know_the_other_takes() -> None:
    items = Items()
    items.add([item(key="a", slug="FERRY"), item(key="b", slug="Ferry"), item(key="c", guid="7")])
    assert items.others("a") == {"b"}
    items.add([item(key="b", guid="7")])
    assert items.others("a") == set()
    assert items.others("c") == {"b"}
    items.remove(["b", "nobody"])
    assert items.others("c") == set()


@pytest.mark.parametrize(
    "title",
    [
        "Norwire World News Digest at 0600 GMT",
        "ADVISORY-Coverage plan for the final",
        "Morning Briefing: five things to know",
        "Week Ahead: council votes and cup finals",
        "Top news at 1200",
        "DIARY - Sport events to Nov 3",
    ],
)
def test_digests_and_advisories_stand_alone(title: str) -> None:
    assert stands_alone(document("x", title))


@pytest.mark.parametrize(
    "title",
    [
        "Gradovar council adopts budget",
        "Diary of a drowned captain found",
        "Panel of advisors leaves ferry firm",
        "Digestive biscuits recalled",
        "Headlines blamed for panic buying",
    ],
)
def test_stories_about_such_things_do_not_stand_alone(title: str) -> None:
    assert not stands_alone(document("x", title))


def test_the_shared_quote_is_a_reason_even_if_it_was_rewrapped() -> None:
    quote = shared_quote(read(FERRY_TEXT), read(FERRY_RETOLD_TEXT))
    assert quote == "We felt one long shudder and then the whole ship simply stood still"


def test_a_long_quote_is_shortened_at_a_word() -> None:
    speech = "“" + "and the harbour board answered nothing at all " * 4 + "”"
    quote = shared_quote(read(speech), read(speech))
    assert quote is not None
    assert len(quote) < 100
    assert quote.endswith(" …")
    assert quote.removesuffix(" …").split()[-1] in speech.split()


@pytest.mark.parametrize("text", ["“Yes, of course we can”", "no quote at all", ""])
def test_where_no_quote_is_shared_there_is_no_such_reason(text: str) -> None:
    assert shared_quote(read(FERRY_TEXT), read(text)) is None


def test_shared_names_are_rare_ones_and_no_words_of_the_calendar() -> None:
    names = shared_names(read(FERRY_TEXT), read(FERRY_RETOLD_TEXT), WORDS)
    assert "Marigold" in names
    assert not {"Monday", "Tuesday", "The", "Coastguard"} & set(names)
    assert len(names) <= 3


def test_two_spellings_are_one_shared_name() -> None:
    one, other = "Ministers met Zelensky again", "Ministers saw Zelenskyy again"
    assert "Zelensky" in shared_names(read(one), read(other), words_of(one, other))


def test_texts_that_share_no_name_give_no_such_reason() -> None:
    assert shared_names(read(FERRY_TEXT), read(VOTE_TEXT), WORDS) == []
    assert relation(FERRY, VOTE, 0.2, WORDS).reasons == ()


def block(role: Role, text: str, *, suspect: bool = False) -> Block:
    return Block(role, text, suspect=suspect)


ARTICLE = Article(
    id="x",
    path="x.txt",
    title="Ferry aground",
    date="2026-09-14T06:00:00Z",
    slug="FERRY",
    blocks=(
        block(Role.KICKER, "SHIPPING"),
        block(Role.TITLE, "Ferry aground"),
        block(Role.DECK, "Ninety aboard"),
        block(Role.DATELINE, "PORT HASK"),
        block(Role.BODY, "The ferry stuck."),
        block(Role.BODY, "Sign up for our letter", suspect=True),
        block(Role.LINK, "Ten other headlines"),
        block(Role.SUBHEAD, "Fog"),
        block(Role.FURNITURE, "Follow us"),
        block(Role.CAPTION, "The Marigold"),
    ),
)


def test_only_title_deck_subheads_and_body_are_compared() -> None:
    made = document_of(ARTICLE)
    assert made.title == "Ferry aground"
    assert made.text == "Ninety aboard\n\nThe ferry stuck.\n\nFog"
    assert made.words == f"{made.title}\n{made.text}"


def test_a_derived_title_does_not_count_the_lede_twice() -> None:
    made = document_of(dataclasses.replace(ARTICLE, title_derived=True))
    assert made.title == ""
    assert made.words == made.text


def test_the_wire_fields_are_kept() -> None:
    made = document_of(ARTICLE, datetime.date(2026, 9, 15))
    assert (made.key, made.slug, made.moment) == ("x", "FERRY", "2026-09-14T06:00:00Z")
    assert (made.day, made.arrived) == (MONDAY, MONDAY + 1)
