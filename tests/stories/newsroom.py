"""A small newsroom for tests: documents about made-up events, told in different words."""

from __future__ import annotations

import datetime
from typing import Any

from copytaster.stories.index.document import Document
from copytaster.stories.index.terms import tokens_of
from copytaster.stories.related import Related

MONDAY = datetime.date(2026, 9, 14).toordinal()

FERRY = "Ferry with ninety aboard runs aground off Tessaly"
FERRY_TEXT = """The ferry Marigold ran aground on the Tessaly sandbank on Monday
with ninety people aboard.

Captain Orla Venn said the engine failed in heavy fog shortly after the Marigold left Port Hask.

"We felt one long shudder and then the whole ship simply stood still," passenger Ilse Brandvik said.

Coastguard boats took the passengers to Port Hask, where two were treated for bruises.

The Tessaly harbour board will inspect the sandbank buoys on Tuesday."""

FERRY_RETOLD = "Passengers taken off stranded Marigold"
FERRY_RETOLD_TEXT = """Ninety people were brought ashore at Port Hask after the Marigold stuck
fast in fog.

Orla Venn, who commanded the vessel, blamed a dead engine for the grounding off Tessaly.

Passenger Ilse Brandvik told reporters: "We felt one long shudder and then the whole ship simply
stood still." Tugs hope to pull the Marigold off the sandbank at high water."""

VOTE = "Gradovar council rejects tram plan"
VOTE_TEXT = """Gradovar city council voted down the plan for a second tram line by 31 votes to 24.

Mayor Pavel Ristic had called the line essential for the eastern suburbs of Gradovar.

Opposition leader Dana Okoro said the costs of 410 million crowns were out of all proportion.

The council will discuss cheaper bus lanes in November, Ristic told journalists."""

CHEESE = "Cave cheese of Montcalme wins prize again"
CHEESE_TEXT = """A blue cheese ripened in the caves of Montcalme won the dairy prize for
the third time.

Judges praised the farm of Lucette Aramon for its patience and its forty goats.

The prize of 5,000 crowns will pay for a new roof on the barn, Aramon said."""


def document(key: str, title: str = "", text: str = "", **fields: Any) -> Document:
    """A document of Monday, unless a day is given."""
    return Document(key, title, text, **{"day": MONDAY, **fields})


def desk_copy() -> list[Document]:
    """Two tellings of the ferry, and two items that have nothing to do with it."""
    return [
        document("ferry", FERRY, FERRY_TEXT),
        document("retold", FERRY_RETOLD, FERRY_RETOLD_TEXT),
        document("vote", VOTE, VOTE_TEXT),
        document("cheese", CHEESE, CHEESE_TEXT),
    ]


def newsroom(*documents: Document, settle: bool = True) -> Related:
    """What is related among these documents."""
    by_key = {document.key: document for document in documents}
    related = Related(by_key.get)
    related.add(documents)
    if settle:
        related.settle()
    return related


_SYLLABLES = ("bar", "dol", "fen", "gim", "hul", "jor", "kes", "lim", "mov", "nad", "pel", "rux")


def invented(number: int) -> str:
    """A word that nobody else has, the same for the same number."""
    digits = []
    number += len(_SYLLABLES)
    while number:
        number, digit = divmod(number, len(_SYLLABLES))
        digits.append(_SYLLABLES[digit])
    return "".join(digits)


def crowd(count: int, first: int = 0) -> list[Document]:
    """Articles on nothing in common, each with its own people and things."""
    return [_stranger(number) for number in range(first, first + count)]


def _stranger(number: int) -> Document:
    names = [invented(number * 7 + place).capitalize() for place in range(4)]
    things = [invented(number * 7 + place) for place in range(4, 7)]
    text = (
        f"{names[0]} {names[1]} opened the {things[0]} of {names[2]} with {names[3]}.\n\n"
        f"The {things[1]} and the {things[2]} were shown to visitors, {names[1]} said."
    )
    return document(f"stranger-{number}", f"{names[2]} opens its {things[0]}", text)


def term_of(word: str) -> int:
    """The term of a single word."""
    (term,) = tokens_of([("", word)]).term.tolist()
    return int(term)
