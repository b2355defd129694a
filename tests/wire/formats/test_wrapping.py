from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.formats.wrapping import BREAK, paragraphs, text_paragraphs


def test_the_indents_of_pretty_printed_markup_mean_nothing():
    lines = ("A fire closed the", "harbour of Vestvik", "on Monday", "morning.")
    text = "\n" + "".join(f"        {line}\n" for line in lines)
    assert paragraphs(text) == ["A fire closed the harbour of Vestvik on Monday morning."]


def test_an_unindented_line_after_a_link_is_no_paragraph_of_its_own():
    text = (
        "\n      The decoy, sold at\n      six crowns at the\n      shop in\n"
        "Vestvik comes with\n      a pump."
    )
    assert paragraphs(text) == [
        "The decoy, sold at six crowns at the shop in Vestvik comes with a pump."
    ]


def test_blank_lines_part_paragraphs():
    assert paragraphs("One.\n\nTwo\nlines.\n\n\nThree.") == ["One.", "Two lines.", "Three."]


def test_a_single_break_is_a_line_of_its_own():
    assert paragraphs(f"Ada Lunde{BREAK}Vestvik 12{BREAK}") == ["Ada Lunde\nVestvik 12"]


def test_columns_are_kept_as_they_were_laid_out():
    rows = "\n".join(
        ("Rovers      42   61", "Lokomotiva  40   55", "Harbour     38   49", "Union    1   2")
    )
    assert paragraphs(rows) == [rows]


def test_the_lines_of_plain_text_are_paragraphs_where_nothing_is_blank():
    assert text_paragraphs("One.\nTwo.\n") == ["One.", "Two."]


def test_a_hard_wrapped_plain_text_is_one_paragraph():
    line = "A fire closed the harbour of Vestvik on Monday, the port"
    assert text_paragraphs(f"{line}\nauthority said.") == [f"{line} authority said."]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=f"ab.  \n\t{BREAK}", max_size=200))
def test_no_word_is_lost_or_made_up(text):
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())
