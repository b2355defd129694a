from __future__ import annotations

import pytest

from copytaster.wire.lines.notes import advisory_in, is_note
from copytaster.wire.shapes import shape_of


@pytest.mark.parametrize(
    "line",
    [
        "(Adds quotes, updates toll in paragraph 4)",
        "(Corrects paragraph 7 to say that the pier was built in 1911)",
        "Editors: Please kill the story headlined “Pier closes”, sent at 0810 GMT.",
        "ATTENTION EDITORS - this picture was provided by a third party",
        "EMBARGOED UNTIL 1800 GMT, THURSDAY, SEPTEMBER 17, 2026",
        "Sperrfrist: 17. September, 20 Uhr",
        "(not for publication)",
        "Media contact: Ada Moss, 555 0142",
    ],
)
def test_what_speaks_to_editors_is_a_note(line: str) -> None:
    assert is_note(line, shape_of(line))


@pytest.mark.parametrize(
    "line",
    [
        "Editors at the paper said that they would resign.",
        "The embargo on oats was lifted until May.",
        "(The city later took the offer back.)",
        "Contact with the ferry was lost at noon.",
    ],
)
def test_a_sentence_about_editors_or_embargoes_is_none(line: str) -> None:
    assert not is_note(line, shape_of(line))


def test_an_advisory_says_what_was_changed() -> None:
    assert advisory_in("(Adds quotes, background)") == "Adds quotes, background"
    assert advisory_in("Adds quotes, background") is None
