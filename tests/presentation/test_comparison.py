"""How two articles stand side by side."""

import pytest
from rich.cells import cell_len

from copytaster.presentation.comparison import compared_lines, tellings
from copytaster.presentation.looks import Look, plain_text
from copytaster.stories.comparing.comparison import compare
from copytaster.stories.document import Document

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


def test_what_only_one_has_stands_on_its_side():
    rows = list(tellings(COMPARISON))
    assert any(row.ours == () and "Ferries" in row.theirs[0][0] for row in rows)
    assert any(row.theirs == () and "mayor" in row.ours[0][0] for row in rows)


def test_changed_words_are_strong():
    changed = next(row for row in tellings(COMPARISON) if row.ours and row.theirs and row.stop)
    strong = [text for text, look in changed.theirs if look is Look.STRONG]
    assert strong == ["Fifteen"]


def test_what_does_not_agree_is_told_first():
    text = "\n".join(shown(100)[:4]).lower()
    assert "does not agree" in text
    assert "12" in text or "twelve" in text


@pytest.mark.parametrize("width", [24, 60, 80, 110, 200])
def test_no_line_is_wider_than_the_screen(width):
    assert max(map(cell_len, shown(width))) <= width


def test_no_sentence_is_lost():
    words = " ".join(shown(80)).split()
    for sentence in (*COMPARISON.our_sentences, *COMPARISON.their_sentences):
        assert set(sentence.split()) <= set(words)


def test_side_by_side_both_stand_in_one_line():
    assert any("Twelve" in line and "Fifteen" in line for line in shown(140))
