"""What is quoted in a sentence, whatever the marks: “ ”, " ", „ “, « », » «, ‘ ’, `` '', 「 」.

A quotation may have begun in the sentence before or go on in the next; then one mark is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from copytaster.stories.comparing.folding import folded_words

FEWEST_WORDS = 2
MOST_QUOTATIONS = 12
_ANY_MARK = re.compile(r"[“”„\"«»‘`「」]|''|\B'|'\B")
_MAY_BE_MARK = re.compile(r"[“”„\"«»‘`「」']")
"""One of these is in every mark; quick to look for."""
_PAIRED = re.compile(
    r"[“„\"](?P<unlike>[^“”„\"«»‘'’]*(?:\w['’]\w[^“”„\"«»‘'’]*)*[,.!?])['’](?=\s)"
    r"|[“„\"«](?P<double>(?:(?!’’|'')[^“”„\"«»])+)(?:[”“\"»]|’’|'')"
    r"|»(?P<german>[^“”„\"«»]+)«"
    r"|``(?P<tex>(?:(?!'')[^`])+)''"
    r"|「(?P<corner>[^「」]+)」"
    r"|(?<!\w)[‘'](?P<single>[^‘’'\"“”]+(?:[’']\w[^‘’'\"“”]*)*)[’'](?!\w)"
)
_LEFT_OPEN = re.compile(r"(?:[“„«]|``|(?<!\w)\")(?P<rest>[^“”„\"«»`]+)$")
_EXPLAINED = re.compile(r"\s?\[[^\]\s]+\s[^\]]+\]")
_IN_ONE_WAY = {
    "gonna": "going to",
    "gotta": "got to",
    "wanna": "want to",
    "united nations": "UN",
    "united states": "US",
    "united kingdom": "UK",
}
_IN_TWO_WAYS = re.compile(rf"\b(?:{'|'.join(_IN_ONE_WAY)})\b", re.IGNORECASE)
_SUMS = {"m": "million", "bn": "billion", "tn": "trillion"}
_SUM = re.compile(rf"(?<=[$€£¥₹])(\d[\d.,]*)\s?({'|'.join(_SUMS)})\b")
_CLOSED_LATE = re.compile(r"^(?P<rest>[^“„\"«»”`]+?)(?:[”»]|''|\"(?!\w))")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, or the part of one that its sentence holds.

    `opened` and `closed` tell whether the marks on either side are there: a quotation that is not
    closed goes on in the next sentence.
    """

    text: str
    words: tuple[str, ...]
    opened: bool = True
    closed: bool = True


def quotations(sentence: str) -> list[Quotation]:
    """The quotations of two words or more, as they come."""
    if not _may_quote(sentence):
        return []
    found = (quote for quote in _found(sentence) if len(quote.words) >= FEWEST_WORDS)
    return list(islice(found, MOST_QUOTATIONS))


def quoted(line: str) -> Iterator[str]:
    """What stands between marks in a line, as it is written; quicker where no words are needed."""
    if _may_quote(line):
        for found in _PAIRED.finditer(line):
            yield found[found.lastgroup or 0].strip()


def _may_quote(text: str) -> bool:
    found = _MAY_BE_MARK.search(text)
    return found is not None and _ANY_MARK.search(text, found.start()) is not None


def _found(sentence: str) -> Iterator[Quotation]:
    late = _CLOSED_LATE.match(sentence)
    if late and not _PAIRED.match(sentence) and _unbalanced(sentence, late.end()):
        yield _quotation(late["rest"], opened=False)
        sentence = sentence[late.end() :]
    end = 0
    for found in _PAIRED.finditer(sentence):
        yield _quotation(found[found.lastgroup or 0])
        end = found.end()
    if left := _LEFT_OPEN.search(sentence, end):
        yield _quotation(left["rest"], closed=False)


def _unbalanced(sentence: str, end: int) -> bool:
    """Whether the mark that ends at `end` closes what an earlier sentence opened."""
    if sentence[end - 1] != '"':
        return True
    return sentence.count('"') % 2 == 1


def _quotation(text: str, *, opened: bool = True, closed: bool = True) -> Quotation:
    text = text.strip().rstrip(",")
    return Quotation(text, tuple(folded_words(_as_compared(text))), opened, closed)


def _as_compared(text: str) -> str:
    """What was said, without a house's ways: [who is meant], gonna, U.N., $3m for $3 million."""
    if "[" in text:
        text = _EXPLAINED.sub("", text)
    text = _IN_TWO_WAYS.sub(lambda found: _IN_ONE_WAY[found[0].casefold()], text)
    return _SUM.sub(lambda found: f"{found[1]} {_SUMS[found[2]]}", text)


def shared_run(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words the longest run has that stands in both."""
    best, lengths = 0, [0] * (len(theirs) + 1)
    for word in ours:
        for place in range(len(theirs), 0, -1):
            lengths[place] = lengths[place - 1] + 1 if theirs[place - 1] == word else 0
            best = max(best, lengths[place])
    return best
