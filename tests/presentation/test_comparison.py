"""How two articles stand side by side."""

import pytest
from rich.cells import cell_len

from copytaster.presentation.comparison import compared_lines
from copytaster.presentation.looks import Look, plain_text
from copytaster.presentation.tellings import Sign, tellings
from copytaster.stories.comparing.comparison import compare
from copytaster.stories.index.document import Document

OURS = Document(
    "a",
    "Harbour fire",
    "A fire broke out in the old harbour of Skarhaven on Monday morning.\n"
    "Twelve people were hurt, the harbour master Ole Brandvik said.\n"
    "The mayor will speak at noon.",
)
THEIRS = Document(
    "b",
    "Harbour fire",
    "A fire broke out in the old harbour of Skarhaven on Monday morning.\n"
    "Fifteen people were hurt, the harbour master Ole Brandvik said.\n"
    "Ferries to the islands were cancelled until further notice.",
)
COMPARISON = compare(OURS, THEIRS)


def shown(width: int) -> list[str]:
    return [plain_text(each.line) for each in compared_lines(COMPARISON, width)]


def test_what_both_tell_is_quiet_and_no_stop():
    first = next(tellings(COMPARISON))
    assert not first.stop
    assert {look for _, look in first.theirs} == {Look.MUTED}


def test_a_clause_that_a_copy_leaves_out_is_strong_and_house_style_is_not():
    ours = "The fire chief, Ms Annika Strand, whose station is near the port, heard it before dawn."
    theirs = "The fire chief, Annika Strand, heard it before dawn."
    (row,) = tellings(compare(Document("a", "", ours), Document("b", "", theirs)))
    assert row.sign is Sign.SHARED
    strong = [text for text, look in row.ours if look is Look.STRONG]
    assert strong == ["whose station is near the port,"]
    assert {look for _, look in row.theirs} == {Look.MUTED}


def test_a_dateline_is_quiet():
    told = "A fire broke out in the old harbour of the town on Monday morning, police said."
    ours, theirs = f"SKARHAVEN, Kestria, Sept 14 (Norwire) - {told}", told
    (row,) = tellings(compare(Document("a", "", ours), Document("b", "", theirs)))
    assert {look for _, look in row.ours} == {Look.MUTED}


def test_what_only_one_has_stands_on_its_side():
    rows = list(tellings(COMPARISON))
    assert any(row.ours == () and "Ferries" in row.theirs[0][0] for row in rows)
    assert any(row.theirs == () and "mayor" in row.ours[0][0] for row in rows)


def test_changed_words_are_strong():
    changed = next(row for row in tellings(COMPARISON) if row.ours and row.theirs and row.stop)
    marked = [text for text, look in changed.theirs if look is not Look.MUTED]
    assert marked == ["Fifteen"]


def test_what_does_not_agree_is_told_first():
    text = "\n".join(shown(100)[:4]).lower()
    assert "does not agree" in text
    assert "12" in text or "twelve" in text


@pytest.mark.parametrize("width", [24, 60, 80, 110, 200])
def test_no_line_is_wider_than_the_screen(width):
    assert max(map(cell_len, shown(width))) <= width


def laid(ours: str, theirs: str, **fields: str) -> list[str]:
    found = compare(Document("a", "", ours), Document("b", "", theirs, **fields))
    return [plain_text(each.line) for each in compared_lines(found, 80)]


def test_the_same_text_twice_is_said_to_be_the_same():
    assert "Sentence by sentence the same" in laid(OURS.text, OURS.text)[0]
    assert "the same" not in " ".join(laid(OURS.text, THEIRS.text))


def test_an_article_without_text_is_said_to_have_none():
    assert "no text" in laid(OURS.text, "")[0]
    assert "no text" in laid("", "")[0]


def test_strangers_and_other_languages_are_said_to_share_nothing():
    assert "share no sentence" in laid("It rained all day in Skarhaven.", "Geese can fly.")[0]
    ours = Document("a", "", "It rained all day.", language="en")
    theirs = Document("b", "", "Il a plu toute la journée.", language="fr")
    first = next(compared_lines(compare(ours, theirs), 80))
    assert "two languages (en, fr)" in plain_text(first.line)


def test_a_sentence_told_in_two_places_stands_in_both():
    ours = "Envoy Steve Hallam met the Kestrian leadership in Aldmere on Monday.\nIt rained."
    theirs = (
        "Envoy Steve Hallam met Kestrian leaders in Aldmere on Monday.\nSheep grazed by the road.\n"
        "Envoy Steve Hallam met the Kestrian leadership in Aldmere on Monday, a day after it."
    )
    rows = tellings(compare(Document("a", "", ours), Document("b", "", theirs)))
    both = [row for row in rows if row.ours and row.theirs]
    assert len(both) == 2
    assert {look for _, look in both[1].ours} == {Look.MUTED}


def test_other_wording_is_plain_but_for_what_does_not_agree():
    ours = "The flood killed at least four people, the river Morla having burst a dyke."
    theirs = "The river Morla went over a dyke and killed at least five people, wet to the eaves."
    (row,) = tellings(compare(Document("a", "", ours), Document("b", "", theirs)))
    assert row.sign is Sign.CHANGED
    assert [text for text, look in row.ours if look is Look.URGENT] == ["at least four"]
    assert {look for _, look in row.ours} == {Look.PLAIN, Look.URGENT}


def test_a_word_longer_than_the_screen_is_broken():
    assert max(map(cell_len, laid("x" * 300, "y" * 300))) <= 80


def test_lines_of_one_difference_have_its_number_and_a_free_first_cell():
    lines = list(compared_lines(COMPARISON, 140))
    stops = [line for line in lines if line.stop]
    assert [line.difference for line in stops] == list(range(len(stops)))
    assert all(line.line[0][0].startswith(" ") for line in lines if line.difference is not None)


def test_no_sentence_is_lost():
    words = " ".join(shown(80)).split()
    for sentence in (*COMPARISON.our_sentences, *COMPARISON.their_sentences):
        assert set(sentence.split()) <= set(words)


def test_side_by_side_both_stand_in_one_line():
    assert any("Twelve" in line and "Fifteen" in line for line in shown(140))
