"""What is quoted, in every kind of marks."""

import pytest

from copytaster.stories.comparing.quotations import quotations, shared_run


@pytest.mark.parametrize(
    "sentence",
    [
        "“Tomorrow the buses run,” she said.",
        '"Tomorrow the buses run," she said.',
        "``Tomorrow the buses run,'' she said.",
        "„Tomorrow the buses run“, she said.",
        "«Tomorrow the buses run», she said.",
        "»Tomorrow the buses run«, she said.",
        "‘Tomorrow the buses run,’ she said.",
        "'Tomorrow the buses run,' she said.",
    ],
)
def test_the_marks_make_no_difference(sentence: str) -> None:
    (quote,) = quotations(sentence)
    assert quote.text == "Tomorrow the buses run"
    assert quote.words == ("tomorrow", "the", "buse", "run")
    assert quote.opened
    assert quote.closed


def test_apostrophes_quote_nothing() -> None:
    assert (
        quotations("The farmers' co-op couldn't say whose fire it was, the city's chief said.")
        == []
    )


def test_two_quotes_of_a_sentence_are_two() -> None:
    found = quotations("“We lost the match,” he said, and “I told them so”.")
    assert [quote.text for quote in found] == ["We lost the match", "I told them so"]


def test_a_word_in_marks_is_no_quotation() -> None:
    assert quotations("They called it “constructive” and a “signal”.") == []


def test_a_quote_that_goes_on_is_open_at_its_end() -> None:
    (quote,) = quotations("“I called her at six.")
    assert quote.text == "I called her at six."
    assert quote.opened
    assert not quote.closed


@pytest.mark.parametrize(
    "sentence",
    ["She was having her soup,” he said.", 'She was having her soup," he said.'],
)
def test_a_quote_that_began_before_is_open_at_its_front(sentence: str) -> None:
    (quote,) = quotations(sentence)
    assert quote.text == "She was having her soup"
    assert not quote.opened
    assert quote.closed


def test_the_longest_shared_run_counts_words_in_a_row() -> None:
    assert shared_run(["a", "b", "c", "d", "e"], ["x", "b", "c", "d", "y"]) == 3
    assert shared_run([], ["a"]) == 0
