"""What does not agree between two articles, and what only looks so."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from copytaster.stories.comparing.comparison import Comparison, PairKind, compare
from copytaster.stories.comparing.differences import Difference, Matter
from copytaster.stories.index.document import Document
from stories.planting import natural_pairs, planted_pairs, told_and_raised

LEDE = "The river Morla burst a dyke near Belaya Luka on Thursday, Minister Yuri Sobolin said."


def article(*sentences: str, language: str | None = "en") -> Document:
    return Document("article", "", "\n".join(sentences), language=language)


def compared(ours: str, theirs: str) -> Comparison:
    """Two articles that share a lede and tell one more sentence each in their own way."""
    return compare(article(LEDE, ours), article(LEDE, theirs))


def differing(ours: str, theirs: str) -> list[tuple[str, str, str]]:
    return [(one.matter.value, one.ours, one.theirs) for one in compared(ours, theirs).differences]


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        (
            "The shed held 12,000 tonnes of fertiliser, its owner said.",
            "The shed held 1,200 tons of fertilizer, its owner said.",
            ("number", "12,000", "1,200"),
        ),
        (
            "At least four people died in the night, officials said.",
            "The flood killed at least five people.",
            ("number", "At least four", "at least five"),
        ),
        (
            "The death toll rose to twelve as the water fell.",
            "Fifteen people are known to have died.",
            ("number", "twelve", "Fifteen"),
        ),
        (
            "The Assembly passed the budget by 88 votes to 85 after a long night.",
            "By 88 votes to 84 the Assembly passed the budget after a long night.",
            ("number", "88 votes to 85", "88 votes to 84"),
        ),
        (
            "Pay at the state railway will rise by 4.1 per cent in two steps from March.",
            "Pay at the state railway will rise by 4.6% in two steps from March.",
            ("number", "4.1", "4.6"),
        ),
        (
            "Some 1,100 houses near the old bridge were under water.",
            "Near the old bridge the water reached the roofs of 1,600 homes.",
            ("number", "Some 1,100", "1,600"),
        ),
        (
            "The bank agreed on Wednesday to buy its rival for a billion crowns in cash.",
            "The bank agreed on Tuesday to buy its rival for a billion crowns in cash.",
            ("date", "Wednesday", "Tuesday"),
        ),
        (
            "The blast came at 7:55 a.m. and broke every window in the street.",
            "The blast came at 8:05 a.m. and broke every window in the street.",
            ("date", "7:55 a.m.", "8:05 a.m."),
        ),
        (
            "The record had stood since the spring of 1962, the water institute said.",
            "The record had stood since the spring of 1926, the water institute said.",
            ("date", "1962", "1926"),
        ),
        (
            "The ship was towed into the harbour of Skarhaven by two tugs at noon.",
            "The ship was towed into the harbour of Brannock by two tugs at noon.",
            ("name", "Skarhaven", "Brannock"),
        ),
        (
            "“Forty centimetres is a good deal if there is no wind,” said Pavla Kerin.",
            '"Forty centimeters is a lot if there is no wind," said Pavla Kerin.',
            (
                "quote",
                "Forty centimetres is a good deal if there is no wind",
                "Forty centimeters is a lot if there is no wind",
            ),
        ),
        (
            "“You do not think about it, you think about the wire,” she told us.",
            "“You do not think about it,” she told us.",
            (
                "quote",
                "You do not think about it, you think about the wire",
                "You do not think about it",
            ),
        ),
        (
            "The satellite is to weigh the ice of both poles every nine days, said the agency.",
            "The satellite is to weigh the ice of both poles every eleven days, the agency said.",
            ("number", "nine", "eleven"),
        ),
        (
            "She beat the top seed 6-4 3-6 7-6 in the rain, having saved four match points.",
            "She beat the top seed 6-4 3-6 7-6 in the rain, having saved eleven match points.",
            ("number", "four", "eleven"),
        ),
        (
            "The mend prevented seven leaks in ten over a winter of trials, its makers reported.",
            "The mend prevented ten leaks in ten over a winter of trials, its makers reported.",
            ("number", "seven", "ten"),
        ),
        (
            "“That is to say that everything works,” flight director Aoi Sanada said.",
            "“That is to say that nothing works,” flight director Aoi Sanada said.",
            (
                "quote",
                "That is to say that everything works",
                "That is to say that nothing works",
            ),
        ),
    ],
)
def test_what_does_not_agree_is_found(
    ours: str, theirs: str, difference: tuple[str, str, str]
) -> None:
    assert differing(ours, theirs) == [difference]
    matter, one, other = difference
    assert differing(theirs, ours) == [(matter, other, one)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Eleven people died in the flood.", "The flood killed 11."),
        ("More than 12,000 people died in the war.", "12,345 people died in the war."),
        ("The deal is worth $200m in cash.", "The deal is worth $200 million in cash."),
        ("The dam lies 40 km upstream of it.", "The dam lies 25 miles upstream of it."),
        ("Pay will rise by 4.1 per cent.", "Pay will rise by 4.1%."),
        ("Four people have died, two of them children.", "Four people died. Two were children."),
        ("Nine are missing, four have died.", "Four have died, nine are missing."),
        ("The United Nations sent boats and tents.", "The UN sent boats and tents."),
        ("President Volodymyr Zelensky spoke by phone.", "Volodymyr Zelenskyy spoke by phone."),
        ("“It is over,” Ms Dahl told reporters.", "“It is over,” Dahl said."),
        ("“We shan't wait for it,” he said.", "“We shan’t wait for it”, he said."),
        (
            "“We lost. I recommend it to you,” he said.",
            "“We lost,” he said. “I recommend it to you.”",
        ),
        ("The meeting was “agreed in principle”.", "They agreed in principle to meet."),
        ("On Friday the toll was four dead.", "Four had died by Friday."),
        (
            "The crest came at midnight, 9.1 metres high.",
            "The crest, 9.1 meters, came at midnight.",
        ),
        ("The bank paid 8.4 billion crowns.", "The bank paid some 8.38 billion crowns."),
        ("In the port, Monday was quiet.", "In the city, Tuesday was loud."),
        (
            "“It is not for us to say what the sea will do tonight,” the harbour master said.",
            "The harbour master would not guess “what the sea will do”.",
        ),
        (
            "“The minister ordered the dam to be opened at midnight,” the report says.",
            "“[She] ordered the dam to be opened at midnight,” the report says.",
        ),
        (
            "“We ordered the dam to be opened at midnight,” the company said in a letter.",
            "“We ordered the … dam to be opened,” the company said in a letter.",
        ),
        ("“The 2nd Circuit will hear it,” he said.", "“The Second Circuit will hear it,” he said."),
        (
            "A senior Justice Department aide wept at the news.",
            "A senior DOJ aide wept at the news.",
        ),
        ("No one died in the flood that came at night.", "Eleven people died in floods last year."),
        ("In the province 125,000 people died of it.", "Of it 3,238 people died in the town."),
        ("Shares fell by 3 percent on the news.", "Shares fell by 3.2 percent on the news."),
        (
            "He sold at least $180,000 in stocks on the day, records show.",
            "He sold as much as $400,000 in stocks on the day, records show.",
        ),
        (
            "The 29-member alliance met its host on the coast.",
            "The host on the coast met the alliance's other 28 members.",
        ),
        (
            "“What I know is the truth, and the truth is I have never sold a boat,” he said.",
            "“The truth is I have never sold a boat, in spring or otherwise,” he said.",
        ),
        (
            "“It is an attempt by a hostile A.G.'s office to make news of a harbour,” he said.",
            "“It is an attempt by a hostile AG's office to make news of a harbour,” he said.",
        ),
        ("— Ola Ruud (@olaruud) March 22, 2018", "— Ola Ruud (@olaruud) March 23, 2018"),
        ("It cost more than $4,000 to repair it.", "It cost more than $4,300 to repair it."),
        (
            "The 59-year-old governor has to resign.",
            "The 39-year-old who follows the governor resigned.",
        ),
    ],
)
def test_no_alarm_is_raised_where_both_may_be_true(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []


@pytest.mark.parametrize(
    ("theirs", "found"),
    [("on Sept 16", []), ("on Sept 15", [("Wednesday", "Sept 15")]), ("on Sept 1", [])],
)
def test_a_weekday_is_held_against_a_date_near_the_article(
    theirs: str, found: list[tuple[str, str]]
) -> None:
    told = "The bank agreed {} to buy its rival for a billion crowns in cash."
    thursday = datetime.date(2026, 9, 17).toordinal()
    ours = replace(article(LEDE, told.format("on Wednesday")), day=thursday)
    other = replace(article(LEDE, told.format(theirs)), day=thursday)
    differences = compare(ours, other).differences
    assert [(one.ours, one.theirs) for one in differences] == found


def test_a_figure_that_the_other_has_as_well_is_no_difference() -> None:
    theirs = "The register says 1,400 tonnes; the owner says 1,200 tonnes."
    assert differing("The shed held 1,200 tonnes of it.", theirs) == []


def test_strangers_contradict_each_other_in_nothing() -> None:
    fire = article("A fire in a mill killed three people.", "It burned for nine hours.")
    flood = article("The flood killed eleven people.", "It lasted for two days in all.")
    assert compare(fire, flood).differences == ()


def test_a_quote_that_only_differs_by_its_figure_is_told_once() -> None:
    found = differing(
        "“We save a third at nine degrees and nobody complains about it,” he said.",
        "“We save a third at two degrees and nobody complains about it,” he said.",
    )
    assert found == [("number", "nine", "two")]


def test_a_difference_names_the_sentences_it_stands_in() -> None:
    found = compare(
        article(LEDE, "It rained.", "The shed held 12,000 tonnes of fertiliser, he said."),
        article("The shed held 1,200 tonnes of fertiliser, he said.", LEDE),
    )
    assert found.differences == (Difference(Matter.NUMBER, "12,000", "1,200", 2, 0),)


def test_a_copied_sentence_with_another_figure_is_changed_and_not_the_same() -> None:
    found = compared(
        "The shed held 12,000 tonnes of fertiliser, its owner said.",
        "The shed held 1,200 tonnes of fertiliser, its owner said.",
    )
    assert [pair.kind for pair in found.pairs] == [PairKind.SAME, PairKind.CHANGED]


VOTE = "The council approved the plan for a new harbour bridge on Monday after hours of debate."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (VOTE.replace("approved", "rejected"), PairKind.CHANGED),
        (VOTE.replace("approved", "did not approve"), PairKind.CHANGED),
        (VOTE.replace("new", "costly"), PairKind.CHANGED),
        (VOTE.replace("on Monday ", "Monday "), PairKind.SAME),
        (VOTE.replace("the plan", "a plan").replace(".", ""), PairKind.SAME),
    ],
)
def test_a_copied_sentence_with_another_word_in_it_is_changed(
    sentence: str, kind: PairKind
) -> None:
    assert [pair.kind for pair in compared(VOTE, sentence).pairs][-1] is kind


def test_different_sentences_around_one_quote_are_a_quote() -> None:
    found = compared(
        "“We are afraid of the water that is coming,” the minister said at a school in the town.",
        "Asked on a roof, he thought for long: “We are afraid of the water that is coming.”",
    )
    assert found.pairs[1].kind is PairKind.QUOTE


def test_what_is_new_is_a_share_of_the_words() -> None:
    assert compare(article(LEDE), article(LEDE)).new == 0
    found = compare(
        article(LEDE), article(LEDE, "A goose sat on the runway and nobody knew why it did.")
    )
    assert found.only_theirs == (1,)
    assert found.new == pytest.approx(12 / 27, abs=0.02)
    assert compare(article(), article()).new == 0


def test_languages_keep_their_own_commas() -> None:
    ours = article("Der Damm hielt.", "Die Kosten liegen bei 4,1 Millionen Mark.", language="de")
    theirs = article("Der Damm hielt.", "Die Kosten liegen bei 4,6 Millionen Mark.", language="de")
    (found,) = compare(ours, theirs).differences
    assert (found.ours, found.theirs) == ("4,1 Millionen", "4,6 Millionen")


def test_planted_differences_are_found_and_retellings_raise_no_alarm() -> None:
    found, alarms = told_and_raised(planted_pairs(150), natural_pairs(150))
    assert found / 150 >= 0.9
    assert found / alarms >= 0.95


@pytest.mark.parametrize("text", ["!", '"a b ', "「予定。", " 'a b", "12 ", "(", "ABC "])
def test_hostile_text_is_compared_like_any_other(text: str) -> None:
    endless = article(text * 3_000)
    assert compare(endless, endless).new == 0
    assert compare(endless, endless).differences == ()
