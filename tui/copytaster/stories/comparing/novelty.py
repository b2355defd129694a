"""What of an article was read before: the sentences that other takes of its story had.

Only a copy (ratio ≥ 70, of one wording) is *known*. A copy in which a figure, a name or a
negation is another is *changed*, and news; a sentence of much the same rare words is *similar*,
and never called known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from copytaster.stories.comparing.folding import Word, dateline_end, is_unspaced, words_of
from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.comparing.negations import negations
from copytaster.stories.comparing.shelf import Shelf, rough_words
from copytaster.stories.index.names import SHORTEST_NAME, consonants, one_name
from copytaster.stories.sentences import COPIED

Span: TypeAlias = tuple[int, int]

_SIMILAR = 0.6
_NEARLY = 58
_FEWEST_SHARED = 4
_SHORTEST_COPY = 3
_HEDGES = frozenset(
    ("least", "most", "more", "less", "fewer", "over", "under", "about", "nearly", "almost")
)


class Acquaintance(StrEnum):
    """How well a sentence is known."""

    NEW = "new"
    CHANGED = "changed"
    SIMILAR = "similar"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Novelty:
    """A sentence, how well it is known, and the number on the shelf of the one read before.

    `spans` are, in characters of the sentence: of a known one the words that it shares with the one
    before, of a changed one the words that are others.
    """

    sentence: str
    acquaintance: Acquaintance
    before: int | None = None
    spans: tuple[Span, ...] = ()


def novelty(sentences: Iterable[str], read: Shelf) -> list[Novelty]:
    """How new each sentence is against all that was read, in order."""
    return [_novelty(sentence, read) for sentence in sentences]


def share_new(found: Iterable[Novelty]) -> float:
    """The share of the words that stand in sentences not known: 0.23 is “23% new”."""
    lengths = [(len(one.sentence.split()), one.acquaintance) for one in found]
    total = sum(length for length, _ in lengths)
    new = sum(length for length, how in lengths if how is not Acquaintance.KNOWN)
    return new / total if total else 0.0


def copy_of(sentence: str, shelf: Shelf) -> int | None:
    """The number of the sentence that this one copies with every figure and name, or None."""
    found = _novelty(sentence, shelf)
    return found.before if found.acquaintance is Acquaintance.KNOWN else None


def _novelty(sentence: str, read: Shelf) -> Novelty:
    """The best that any sentence on the shelf gives; of copies the one that was read last."""
    words = rough_words(sentence)
    likely = read.likely(words)
    same = read.number_of(sentence)
    if same is not None and same not in likely:
        likely.append(same)
    if copies := [copy for number in likely if (copy := _as_copy(sentence, read, number))]:
        return max(copies, key=lambda one: one.before or 0)
    for number in likely:
        shared = len(words & read.words[number])
        if shared >= max(_FEWEST_SHARED, _SIMILAR * len(words)):
            return Novelty(sentence, Acquaintance.SIMILAR, number)
    return Novelty(sentence, Acquaintance.NEW)


def _as_copy(sentence: str, read: Shelf, number: int) -> Novelty | None:
    """A sentence as a copy of one on the shelf; None where it is none.

    What is not nearly alike as written is not made ready for a closer look.
    """
    from rapidfuzz import fuzz

    before = read.sentences[number]
    if len(sentence.split()) < _SHORTEST_COPY and not is_unspaced(sentence):
        return None
    if sentence == before:
        return Novelty(sentence, Acquaintance.KNOWN, number, ((0, len(sentence)),))
    if not fuzz.ratio(sentence, before, score_cutoff=_NEARLY):
        return None
    own, other = _ready(sentence), _ready(before)
    if len(own.words) < _SHORTEST_COPY:
        return None
    alike = fuzz.ratio(own.plain, other.plain, score_cutoff=COPIED)
    return _copy(sentence, number, own, other) if alike else None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A sentence as it is compared: its words with their places, folded, and as one text.

    `negations` is how many there are; `counts` tells whether there is any figure.
    """

    words: tuple[Word, ...]
    folded: tuple[str, ...]
    plain: str
    negations: int
    counts: bool


@lru_cache(maxsize=20_000)
def _ready(sentence: str) -> _Ready:
    words = tuple(words_of(sentence))
    folded = tuple(word.folded for word in words)
    return _Ready(
        words,
        folded,
        " ".join(folded),
        negations(sentence),
        any(word[:1].isdigit() for word in folded),
    )


def _copy(sentence: str, number: int, own: _Ready, other: _Ready) -> Novelty:
    """A copy: known where it has the same facts, changed where not, with the words in question."""
    from rapidfuzz.distance import Indel

    kept: list[Span] = []
    others: list[Span] = []
    turned = own.negations != other.negations
    for step in Indel.opcodes(other.folded, own.folded):
        words = own.words[step.dest_start : step.dest_end]
        if step.tag == "equal":
            kept.append((words[0].start, words[-1].end))
            continue
        others += [(word.start, word.end) for word in words if _tells(word, other)]
        gone = other.folded[step.src_start : step.src_end]
        turned = turned or (own.counts and not _HEDGES.isdisjoint(gone))
        turned = turned or (own.counts and any(word.folded in _HEDGES for word in words))
    if others or turned:
        return Novelty(sentence, Acquaintance.CHANGED, number, tuple(others))
    return Novelty(sentence, Acquaintance.KNOWN, number, tuple(_to_the_marks(kept, own, sentence)))


def _to_the_marks(kept: Sequence[Span], own: _Ready, sentence: str) -> Iterator[Span]:
    """The spans; the first and the last with the marks around the sentence, if they reach them."""
    for start, end in kept:
        first = start == own.words[0].start
        last = end == own.words[-1].end
        yield dateline_end(sentence) if first else start, len(sentence) if last else end


def _tells(word: Word, other: _Ready) -> bool:
    """Whether a word that is another, or stands elsewhere, is a figure or a name."""
    if word.folded[:1].isdigit():
        return True
    return word.capital and word.folded not in FUNCTION_WORDS and not _spelled(word, other)


def _spelled(name: Word, other: _Ready) -> bool:
    """Whether the other sentence has the name in another spelling: Zelenskyy, Zelensky."""
    return any(word.capital and _one_name(word.folded, name.folded) for word in other.words)


@lru_cache(maxsize=2_000)
def _one_name(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_NAME or consonants(one) != consonants(other):
        return False
    return one != other and bool(one_name([one, other])[0, 1])
