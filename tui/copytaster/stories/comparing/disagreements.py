"""What does not agree across a whole story, and who says what: “12,000: A, B; 13,000: C”.

An outlet that corrected itself or raised a toll agrees with its last word: of one source only the
newest article that speaks of the matter counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from copytaster.stories.comparing.comparison import Comparison, Ready, compare_ready
from copytaster.stories.comparing.differences import Difference, Matter
from copytaster.stories.comparing.figures import figures
from copytaster.stories.index.document import Document


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says: its key, the words, and the sentence (counted from 0) they are in."""

    key: str
    text: str
    number: int
    sentence: str


Contradiction: TypeAlias = tuple[Matter, Claim, Claim]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the answers, in the words of its first claim, and all who give it, oldest first."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A matter on which the articles of a story differ, the version that most tell first."""

    matter: Matter
    versions: tuple[Version, ...]


def disagreements(documents: Sequence[Document]) -> list[Disagreement]:
    """What does not agree among the articles of a story, what most articles speak of first."""
    inquiry = Inquiry(documents)
    for _ in inquiry.steps():
        pass
    return inquiry.found()


class Inquiry:
    """The search for what does not agree in a story, two articles at a time.

    Some milliseconds a step: for the back room, which may break it off. Each article is held
    against all that are newer, the newest first; so those that were reached are all compared.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._told = sorted(documents, key=lambda one: (one.moment or "", one.key))
        self._ready = [Ready(document) for document in self._told]
        self._contradictions: list[Contradiction] = []
        self.compared = min(1, len(self._told))
        """How many of the articles were compared with each other, the newest."""

    def steps(self) -> Iterator[None]:
        """Compare two more articles each time."""
        for place in reversed(range(len(self._told) - 1)):
            for newer in range(place + 1, len(self._told)):
                self._contradictions += self._between(place, newer)
                yield
            self.compared = len(self._told) - place

    def found(self) -> list[Disagreement]:
        """What does not agree, by all that was compared so far."""
        age = {document.key: age for age, document in enumerate(self._told)}
        source = {document.key: document.source or document.key for document in self._told}
        found = (
            Disagreement(matter, versions)
            for matter, claims in _matters(self._contradictions)
            if len(versions := tuple(_versions(matter, _last_words(claims, source, age), age))) > 1
        )
        return sorted(found, key=lambda one: -sum(len(version.claims) for version in one.versions))

    def _between(self, older: int, newer: int) -> Iterator[Contradiction]:
        """Claims of two articles that do not agree; two that print one text agree."""
        ours, theirs = self._told[older], self._told[newer]
        if ours.text != theirs.text:
            found = compare_ready(self._ready[older], self._ready[newer])
            for one in found.differences:
                yield one.matter, *_claims(ours.key, theirs.key, found, one)


def _claims(ours: str, theirs: str, found: Comparison, one: Difference) -> tuple[Claim, Claim]:
    i, j = one.our_sentence, one.their_sentence
    return (
        Claim(ours, one.ours, i, found.our_sentences[i]),
        Claim(theirs, one.theirs, j, found.their_sentences[j]),
    )


def _matters(
    contradictions: Iterable[Contradiction],
) -> Iterator[tuple[Matter, list[Claim]]]:
    """Claims that contradict each other, directly or by way of others, as one matter."""
    against: defaultdict[tuple[Matter, Claim], list[Claim]] = defaultdict(list)
    for matter, mine, other in contradictions:
        against[matter, mine].append(other)
        against[matter, other].append(mine)
    seen: set[tuple[Matter, Claim]] = set()
    for matter, first in list(against):
        reached, ahead = [], [first]
        while ahead:
            claim = ahead.pop()
            if (matter, claim) not in seen:
                seen.add((matter, claim))
                reached.append(claim)
                ahead += against[matter, claim]
        if reached:
            yield matter, reached


def _last_words(
    claims: Iterable[Claim], source: dict[str, str], age: dict[str, int]
) -> Iterator[Claim]:
    """Of each source what its newest article among these says."""
    newest: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: (age[claim.key], -claim.number)):
        newest[source[claim.key]] = claim
    yield from newest.values()


def _versions(matter: Matter, claims: Iterable[Claim], age: dict[str, int]) -> Iterator[Version]:
    """The claims by what they say, what most say first."""
    by_meaning: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: age[claim.key]):
        by_meaning[_meaning(matter, claim.text)].append(claim)
    for told in sorted(by_meaning.values(), key=len, reverse=True):
        yield Version(told[0].text, tuple(told))


def _meaning(matter: Matter, text: str) -> object:
    """What a claim says, the same however it is written: twelve and 12."""
    value = figures(text) if matter is Matter.NUMBER else []
    return value[0].value if value else text.casefold()
