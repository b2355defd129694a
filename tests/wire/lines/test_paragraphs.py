from __future__ import annotations

from copytaster.wire.lines.paragraphs import Paragraph, paragraphs


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


def test_lines_count_from_one_and_blank_lines_part() -> None:
    assert paragraphs("\nOne line here.\n\nAnother one.") == [
        Paragraph("One line here.", 2, 2, apart=True),
        Paragraph("Another one.", 4, 4, apart=True),
    ]


def test_a_line_right_under_another_is_not_apart() -> None:
    assert [paragraph.apart for paragraph in paragraphs("Getty Images\nA pier")] == [True, False]


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    text = (
        "The harbour master said that the pier would be closed for\n"
        "nine days while divers look at its piles, which nobody has\n"
        "seen since the winter of the great ice.\n"
    )
    assert paragraphs(text) == [Paragraph(" ".join(text.split()), 1, 3, apart=True)]


def test_an_indent_opens_a_paragraph_in_agency_copy() -> None:
    text = (
        "SKARHAVEN, May 3 - The pier will be closed for nine days from\n"
        "Monday, the harbour master said, because its piles are old and\n"
        "nobody has looked at them.\n"
        "    The ferries will run from the southern quay, but only in the\n"
        "morning and when the wind is not from the west.\n"
        " Agency"
    )
    assert [found.split()[0] for found in texts(text)] == ["SKARHAVEN,", "The", "Agency"]


def test_a_short_line_ends_its_paragraph_even_without_an_indent() -> None:
    text = (
        "The pier will be closed for nine days from Monday because its\n"
        "piles are old and rotten.\n"
        "The ferries will run from the southern quay, but only in the\n"
        "morning and at night.\n"
    )
    assert len(texts(text)) == 2


def test_headlines_under_each_other_are_not_prose() -> None:
    text = "Grain silo becomes hall\nTwo held over church bell\nRain delays the harvest"
    assert len(texts(text)) == 3


def test_rows_of_a_table_stay_rows() -> None:
    text = (
        "The prices on the fish market in the old harbour were as\n"
        "follows on the first day of the week, with last week's prices\n"
        "behind them:\n"
        "Cod       12.40      11.90\n"
        "Haddock    9.10       9.00\n"
    )
    assert texts(text)[1:] == ["Cod       12.40      11.90", "Haddock    9.10       9.00"]


def test_lines_of_rendered_html_are_whole_paragraphs() -> None:
    text = "The pier will be closed and\nthe ferries will run from the\nsouthern quay instead"
    assert len(paragraphs(text, wrapped=False)) == 3


def test_an_agency_that_signs_off_on_a_line_of_its_own_is_not_prose() -> None:
    text = (
        "The pier will be closed for nine days from Monday because its\n"
        "piles are old and rotten and the ferries will run from elsewhere.\n"
        "Agency\n"
    )
    assert texts(text)[-1] == "Agency"
