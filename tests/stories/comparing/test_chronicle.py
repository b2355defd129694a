"""Who had it first: the takes of a story in order, each sentence and quote with its origin."""

from __future__ import annotations

from copytaster.stories.comparing.chronicle import OneText, Telling, chronicle

TOLL = "Twelve people died when a mill burned in Ystermouth on Sunday, police said."
HIGHER = TOLL.replace("Twelve", "Fifteen")
CAUSE = "The fire began in a drying room, the owner told local radio."
GOOSE = "A goose that lived on the roof was found unharmed on Tuesday evening."
QUOTE = "“We heard the beams go one after the other,” said the miller, Jon Aske."
SHORT = "“We heard the beams go,” the miller told the Ledger."
RETOLD = "Jon Aske, who ran the mill, said: “We heard the beams go one after another.”"


def take(key: str, outlet: str | None, *sentences: str) -> Telling:
    return Telling(key, outlet, sentences)


def test_each_take_counts_the_sentences_that_nobody_had_before():
    told = chronicle(
        [
            take("alert", "Norwire", TOLL),
            take("lead", "Norwire", TOLL, CAUSE),
            take("retold", "Ledger", TOLL, CAUSE, GOOSE),
        ]
    )
    assert told.new == {"alert": 1, "lead": 1, "retold": 1}


def test_a_sentence_with_another_figure_is_another_sentence():
    told = chronicle([take("one", "Norwire", TOLL), take("two", "Norwire", HIGHER)])
    assert told.new["two"] == 1


def test_a_sentence_that_stands_again_after_its_figure_was_changed_has_its_first_origin():
    told = chronicle(
        [
            take("one", "Norwire", TOLL),
            take("two", "Meridian", HIGHER),
            take("three", "Ledger", TOLL),
        ]
    )
    assert told.new == {"one": 1, "two": 1, "three": 0}


def test_an_outlet_has_a_share_of_what_was_told_and_may_rest_on_another():
    told = chronicle(
        [take("one", "Norwire", TOLL, CAUSE, GOOSE), take("two", "Ledger", TOLL, CAUSE, QUOTE)]
    )
    norwire, ledger = told.shares()
    assert (norwire.teller, norwire.first, norwire.rests_on) == ("Norwire", 3, None)
    assert (ledger.first, ledger.sentences, ledger.rests_on) == (1, 3, "Norwire")
    assert round(ledger.resting, 2) == 0.67


def test_many_outlets_of_one_text_are_told_of():
    agency = (TOLL, CAUSE, GOOSE)
    told = chronicle(
        [
            take("one", "Norwire", *agency),
            take("two", "Ledger", *agency),
            take("three", None, *agency[:2]),
            take("four", "Gazette", "Nobody in Ystermouth slept that night, the mayor wrote."),
        ]
    )
    assert told.one_text() == OneText("Norwire", outlets=3, of=4)


def test_outlets_that_tell_for_themselves_share_no_text():
    told = chronicle([take("one", "Norwire", TOLL), take("two", "Ledger", GOOSE)])
    assert told.one_text() is None


def test_a_quote_is_shared_however_it_is_cut_and_its_first_teller_comes_first():
    told = chronicle(
        [
            take("one", "Norwire", QUOTE),
            take("two", "Ledger", SHORT),
            take("three", "Gazette", RETOLD),
            take("four", "Norwire", QUOTE),
        ]
    )
    (quote,) = told.shared_quotes()
    assert quote.text == "We heard the beams go one after the other"
    assert quote.keys == ["one", "two", "three", "four"]


def test_a_quote_of_one_outlet_alone_is_not_shared():
    told = chronicle([take("one", "Norwire", QUOTE), take("two", "Norwire", QUOTE)])
    assert told.shared_quotes() == []
    assert len(told.quotes) == 1


def test_nothing_told_is_nothing():
    told = chronicle([])
    assert (told.new, told.shares(), told.one_text(), told.shared_quotes()) == ({}, [], None, [])
