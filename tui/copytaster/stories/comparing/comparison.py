"""Two articles compared: which sentences tell the same, which are new, what does not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from copytaster.stories.comparing.alignment import Aligned, align
from copytaster.stories.comparing.differences import Difference, Matter, differences
from copytaster.stories.comparing.negations import negations
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.stories.comparing.telling import Told, in_one_spelling, tell
from copytaster.stories.index.document import Document

_SHARED_QUOTE = 4


class PairKind(StrEnum):
    """How two sentences tell the same.

    `same`: copied, with no word, figure, date or name in place of another. `quote`: different
    sentences around one quotation. `changed`: told in other words, or copied with such a change, or
    turned by a “not”.
    """

    SAME = "same"
    CHANGED = "changed"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of ours (numbers from 0) that tell the same as sentences of theirs.

    `copied` tells that they are worded alike, whatever figure or name changed in them.
    """

    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    kind: PairKind
    score: float
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share, what each has alone, and what does not agree; numbers from 0.

    `new` is the share of their words that stand in sentences of which we have none; `languages` are
    ours and theirs, as far as they are known.
    """

    our_sentences: tuple[str, ...]
    their_sentences: tuple[str, ...]
    pairs: tuple[Pair, ...]
    only_ours: tuple[int, ...]
    only_theirs: tuple[int, ...]
    differences: tuple[Difference, ...]
    new: float
    languages: tuple[str | None, str | None] = (None, None)


class Ready:
    """An article made ready once for all that it is compared with."""

    def __init__(self, document: Document) -> None:
        self.language, self._day = document.language, document.day
        self.told = tell(news_sentences(document.text))

    @cached_property
    def side(self) -> Side:
        """Its sentences with what can be checked in each."""
        return Side.of(self.told, self.language, self._day)


def compare(ours: Document, theirs: Document) -> Comparison:
    """Compare two articles, sentence by sentence of deck, subheads and body."""
    return compare_ready(Ready(ours), Ready(theirs))


def compare_ready(ours: Ready, theirs: Ready) -> Comparison:
    """Compare two articles that are ready; the facts of each are looked for once."""
    own, other = ours.told, in_one_spelling(ours.told, theirs.told)
    aligned = align(own, other)
    found: list[Difference] = []
    if aligned:
        found = differences(ours.side, replace(theirs.side, told=other), aligned)
    pairs = tuple(_pair(one, own, other, found) for one in aligned)
    only_theirs = _left_over(len(other), [number for pair in pairs for number in pair.theirs])
    return Comparison(
        our_sentences=tuple(told.text for told in own),
        their_sentences=tuple(told.text for told in other),
        pairs=pairs,
        only_ours=_left_over(len(own), [number for pair in pairs for number in pair.ours]),
        only_theirs=only_theirs,
        differences=tuple(found),
        new=_share(other, only_theirs),
        languages=(ours.language, theirs.language),
    )


def _left_over(count: int, taken: list[int]) -> tuple[int, ...]:
    known = set(taken)
    return tuple(number for number in range(count) if number not in known)


def _share(sentences: list[Told], new: tuple[int, ...]) -> float:
    total = sum(len(told.folded) for told in sentences)
    return round(sum(len(sentences[number].folded) for number in new) / total, 4) if total else 0.0


def _pair(
    one: Aligned, own: Sequence[Told], other: Sequence[Told], found: Sequence[Difference]
) -> Pair:
    differs = any(
        difference.our_sentence in one.ours and difference.their_sentence in one.theirs
        for difference in found
        if difference.matter is not Matter.QUOTE
    )
    if one.copied:
        kind = PairKind.CHANGED if differs or _reworded(one, own, other) else PairKind.SAME
    else:
        kind = PairKind.QUOTE if _one_quote(one, own, other) else PairKind.CHANGED
    return Pair(one.ours, one.theirs, kind, one.score, one.copied)


def _reworded(one: Aligned, own: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether a word that carries meaning stands in place of another, or one side alone says no.

    A clause that was only left out is told by itself.
    """
    mine, others = [own[i] for i in one.ours], [other[j] for j in one.theirs]
    ours, theirs = (frozenset().union(*(told.senses for told in one)) for one in (mine, others))
    denied = [sum(negations(told.text) for told in side) for side in (mine, others)]
    return bool(ours - theirs and theirs - ours) or denied[0] != denied[1]


def _one_quote(one: Aligned, own: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether sentences of both sides quote the same four words in a row."""
    mine = {run for i in one.ours for run in _runs(own[i])}
    return any(run in mine for j in one.theirs for run in _runs(other[j]))


def _runs(told: Told) -> Iterator[tuple[str, ...]]:
    """Every four words in a row that a sentence quotes."""
    for quote in told.quotations:
        for start in range(len(quote.words) - _SHARED_QUOTE + 1):
            yield quote.words[start : start + _SHARED_QUOTE]
