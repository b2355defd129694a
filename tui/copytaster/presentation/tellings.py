"""What two articles tell, row by row: shared, told otherwise, or told by one of them only.

The rows follow the second article; what only the first has stands where it had it. Where two
sentences are worded alike their changed words are strong; where they are not, only what does not
agree is marked, for nearly every word would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from copytaster.presentation.looks import Look, Span
from copytaster.stories.comparing.comparison import Comparison, Pair, PairKind
from copytaster.stories.comparing.folding import dateline_end
from copytaster.terminal.safe import safe_row

_WORDED_ALIKE = 0.5
_MOST_TOGETHER = 3
_SHORT_WORD = 3
_CLAUSE = 3
_AROUND_WORDS = ".,;:!?\"'“”‘’«»„()[]–—"
_LEFT_OUT = " … "


class Sign(StrEnum):
    """What a row is, as it stands beside it."""

    SHARED = " "
    CHANGED = "~"
    OURS = "-"
    THEIRS = "+"


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of the comparison: what each side says, and what that is."""

    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]
    sign: Sign

    @property
    def stop(self) -> bool:
        """Whether it is a difference, and so worth a stop."""
        return self.sign is not Sign.SHARED


def tellings(comparison: Comparison) -> Iterator[Telling]:
    """The rows in the order of the second article; shared sentences in a row are one paragraph."""
    for sign, rows in groupby(_each(comparison), key=lambda row: row.sign):
        if sign is not Sign.SHARED:
            yield from rows
            continue
        shared = list(rows)
        for start in range(0, len(shared), _MOST_TOGETHER):
            yield _together(shared[start : start + _MOST_TOGETHER])


def _together(rows: Sequence[Telling]) -> Telling:
    ours = tuple(span for row in rows for span in row.ours)
    return Telling(ours, tuple(span for row in rows for span in row.theirs), Sign.SHARED)


def _each(comparison: Comparison) -> Iterator[Telling]:
    told_by = {number: pair for pair in comparison.pairs for number in pair.theirs}
    numbers = range(len(comparison.their_sentences))
    left = list(comparison.only_ours)
    begun: set[Pair] = set()
    for pair, run in groupby(numbers, key=told_by.get):
        if pair is None:
            for number in run:
                text = safe_row(comparison.their_sentences[number])
                yield Telling((), ((text, Look.UNREAD),), Sign.THEIRS)
            continue
        while left and left[0] < pair.ours[0]:
            yield _only_ours(comparison, left.pop(0))
        telling = _told_by_both(comparison, pair, list(run))
        yield _told_again(telling) if pair in begun else telling
        begun.add(pair)
    yield from (_only_ours(comparison, number) for number in left)


def _only_ours(comparison: Comparison, number: int) -> Telling:
    return Telling(((safe_row(comparison.our_sentences[number]), Look.CAPTION),), (), Sign.OURS)


def _told_by_both(comparison: Comparison, pair: Pair, theirs: Sequence[int]) -> Telling:
    left = _joined(comparison.our_sentences, pair.ours)
    right = _joined(comparison.their_sentences, theirs)
    own, other = left.split(), right.split()
    looks = _looks(own, other)
    _quiet_dateline(left, looks[0])
    _quiet_dateline(right, looks[1])
    if pair.kind is PairKind.SAME:
        quiet = _only_clauses(looks[0]), _only_clauses(looks[1])
        return Telling(_spans(own, quiet[0]), _spans(other, quiet[1]), Sign.SHARED)
    differing = [
        one
        for one in comparison.differences
        if one.our_sentence in pair.ours and one.their_sentence in theirs
    ]
    _mark(own, looks[0], [one.ours for one in differing])
    _mark(other, looks[1], [one.theirs for one in differing])
    return Telling(_spans(own, looks[0]), _spans(other, looks[1]), Sign.CHANGED)


def _told_again(telling: Telling) -> Telling:
    """A row whose first side stood in another row before."""
    return replace(telling, ours=tuple((text, Look.MUTED) for text, _ in telling.ours))


def _joined(sentences: Sequence[str], numbers: Sequence[int]) -> str:
    """Sentences as one text; what stands between two of them is shown to be left out."""
    text = sentences[numbers[0]]
    for before, number in pairwise(numbers):
        text += (" " if number == before + 1 else _LEFT_OUT) + sentences[number]
    return safe_row(text)


def _looks(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[Look], list[Look]]:
    """The look of each word: changed ones strong, all plain where the wording is another."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.ratio() < _WORDED_ALIKE:
        return [Look.PLAIN] * len(ours), [Look.PLAIN] * len(theirs)
    left, right = [Look.STRONG] * len(ours), [Look.STRONG] * len(theirs)
    for place, (a, b, size) in enumerate(matcher.get_matching_blocks()):
        lone = size == 1 and len(ours[a]) <= _SHORT_WORD and place and a + 1 < len(ours)
        if not lone:
            left[a : a + size] = [Look.MUTED] * size
            right[b : b + size] = [Look.MUTED] * size
    return left, right


def _quiet_dateline(text: str, looks: list[Look]) -> None:
    """A dateline is no news: each outlet has its own, or none."""
    words = len(text[: dateline_end(text)].split())
    looks[:words] = [Look.MUTED] * words


def _only_clauses(looks: Sequence[Look]) -> list[Look]:
    """Of a copy only what a whole clause of it adds is strong; house style stays quiet."""
    quiet: list[Look] = []
    for look, run in groupby(looks):
        words = list(run)
        clause = look is Look.STRONG and len(words) >= _CLAUSE
        quiet += [Look.STRONG if clause else Look.MUTED] * len(words)
    return quiet


def _mark(words: Sequence[str], looks: list[Look], wordings: Sequence[str]) -> None:
    """Mark the words of what does not agree."""
    bare = [word.strip(_AROUND_WORDS) for word in words]
    for wording in wordings:
        sought = [word.strip(_AROUND_WORDS) for word in safe_row(wording).split()]
        for start in range(len(bare) - len(sought) + 1):
            if bare[start : start + len(sought)] == sought:
                looks[start : start + len(sought)] = [Look.URGENT] * len(sought)
                break


def _spans(words: Sequence[str], looks: Sequence[Look]) -> tuple[Span, ...]:
    """Words as spans of one look each."""
    runs = groupby(zip(words, looks, strict=True), key=lambda each: each[1])
    return tuple((" ".join(word for word, _ in run), look) for look, run in runs)
