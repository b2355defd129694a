"""The related pane and the story page go by one sense of what a shared quote is."""

from __future__ import annotations

from itertools import combinations

import pytest

from copytaster.stories.comparing.chronicle import Telling, chronicle
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.stories.index.document import Document
from copytaster.stories.reading import reading_of
from copytaster.stories.reasons import shared_quote

SAID = "We heard the beams go one after the other"
WHO = "said Jon Aske, the miller of Ystermouth."
TOLD = {
    "curly": f"“{SAID},” {WHO}",
    "straight": f'"{SAID}," {WHO}',
    "tex": f"``{SAID},'' {WHO}",
    "single": f"‘{SAID},’ {WHO}",
    "french": f"« {SAID} », {WHO}",
    "german": f"„{SAID}“, {WHO}",
    "cut short": "“We heard the beams go,” the miller told the Ledger.",
}


@pytest.mark.parametrize(("one", "other"), combinations(TOLD, 2))
def test_a_quote_is_shared_in_both_whatever_its_marks(one: str, other: str) -> None:
    documents = [Document(key, "", TOLD[key]) for key in (one, other)]
    told = chronicle(Telling(each.key, each.key, news_sentences(each.text)) for each in documents)
    assert len(told.shared_quotes()) == 1
    assert shared_quote(*map(reading_of, documents))


def test_what_is_not_the_same_is_shared_in_neither() -> None:
    texts = (TOLD["curly"], "“The river came up the stairs before I did,” said the baker.")
    told = chronicle(Telling(text, text, news_sentences(text)) for text in texts)
    assert told.shared_quotes() == []
    assert shared_quote(*(reading_of(Document(text, "", text)) for text in texts)) is None
